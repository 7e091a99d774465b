-- Deliveries that were answered with 202, kept for as long as GitHub may send them again.
CREATE TABLE delivery (
  id varchar(100) PRIMARY KEY,
  event varchar(100) NOT NULL,
  received timestamp with time zone NOT NULL
);

CREATE INDEX delivery_received ON delivery (received);

-- What is to be reviewed, one row for each pull request or merge group. There is something to do
-- while wanted is more than done and nothing is parked.
CREATE TABLE work (
  id varchar(300) PRIMARY KEY,
  installation bigint NOT NULL,
  repository varchar(200) NOT NULL,
  number integer NOT NULL,
  target text,
  delivery varchar(100) NOT NULL,
  wanted bigint NOT NULL,
  done bigint NOT NULL,
  again boolean NOT NULL,
  attempts integer NOT NULL,
  problem varchar(1000),
  parked boolean NOT NULL,
  begun varchar(64),
  since timestamp with time zone NOT NULL,
  changed timestamp with time zone NOT NULL
);

CREATE INDEX work_installation ON work (installation);
CREATE INDEX work_changed ON work (changed);

-- What came of it, for the status page.
CREATE TABLE review (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  work varchar(300) NOT NULL,
  repository varchar(200) NOT NULL,
  number integer NOT NULL,
  head varchar(64) NOT NULL,
  verdict varchar(20) NOT NULL,
  millis bigint NOT NULL,
  finished timestamp with time zone NOT NULL
);

CREATE INDEX review_finished ON review (finished);
CREATE INDEX review_head ON review (head);

-- When each of them is carried out, and by which node: the table of db-scheduler.
CREATE TABLE scheduled_tasks (
  task_name varchar(100) NOT NULL,
  task_instance varchar(300) NOT NULL,
  task_data bytea,
  execution_time timestamp with time zone NOT NULL,
  picked boolean NOT NULL,
  picked_by varchar(200),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint NOT NULL,
  priority smallint,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority ON scheduled_tasks (priority DESC, execution_time);
