BEGIN;

CREATE OR REPLACE VIEW loud AS SELECT id, title, mood FROM tracks WHERE mood = 'wild';

COMMIT;
