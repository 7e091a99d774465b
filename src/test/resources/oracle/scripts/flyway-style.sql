/*
 * V7: albums; tracks
 */

SET lock_timeout = '5s';

CREATE TABLE albums (
    id bigint PRIMARY KEY, -- key;
    title text NOT NULL DEFAULT ';'
);

-- fill
INSERT INTO albums (id, title)
SELECT id, 'x;' FROM old_albums;

DROP TABLE IF EXISTS old_albums;
