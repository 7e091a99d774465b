CREATE TABLE listens (id bigint PRIMARY KEY);
