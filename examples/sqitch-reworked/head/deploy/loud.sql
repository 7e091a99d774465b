BEGIN;

DROP VIEW loud;
CREATE VIEW loud AS SELECT id, title FROM tracks WHERE mood = 'wild';

COMMIT;
