--liquibase formatted sql

--changeset catalogue:2
CREATE INDEX audio_title_idx ON audio (title);
--rollback DROP INDEX audio_title_idx;

--changeset catalogue:3
CREATE INDEX CONCURRENTLY audio_artist_idx ON audio (artist_id);
--rollback DROP INDEX audio_artist_idx;

--changeset catalogue:4 dbms:h2
CREATE INDEX audio_both_idx ON audio (title, artist_id);
