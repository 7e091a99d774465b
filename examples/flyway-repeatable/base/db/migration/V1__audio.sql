CREATE TABLE audio (
    id bigint PRIMARY KEY,
    title text NOT NULL,
    length integer,
    plays bigint NOT NULL DEFAULT 0
);
