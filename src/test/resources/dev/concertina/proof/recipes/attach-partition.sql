-- A table with rows is attached as a partition.
-- base
CREATE TABLE play (id bigint NOT NULL, day date NOT NULL, title text) PARTITION BY RANGE (day);
CREATE TABLE play_2025 PARTITION OF play FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE SEQUENCE play_id;
CREATE TABLE play_2026 (id bigint NOT NULL DEFAULT nextval('play_id') PRIMARY KEY, day date NOT NULL, title text);
INSERT INTO play_2026 (day, title) SELECT date '2026-01-01' + n % 300, n FROM generate_series(1, 3000) n;
-- rows
SELECT id, title FROM play_2026;
-- migration
ALTER TABLE play ATTACH PARTITION play_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- release 0
-- insert
INSERT INTO play_2026 (day, title) VALUES ('2026-06-01', ':value') RETURNING id;
-- write
UPDATE play_2026 SET title = ':value' WHERE id = :key;
-- read
SELECT title FROM play_2026 WHERE id = :key;
-- release 1
-- read
SELECT title FROM play_2026 WHERE id = :key;
