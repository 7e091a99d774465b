CREATE TABLE audio (
    id bigint PRIMARY KEY,
    title text NOT NULL,
    slug text
);
