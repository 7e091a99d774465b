CREATE TABLE library.audio (
    id bigint PRIMARY KEY,
    title varchar(100) NOT NULL,
    length integer
);
