SET lock_timeout = '5s';
ALTER TABLE audio ADD CONSTRAINT audio_album_fkey FOREIGN KEY (album_id) REFERENCES album (id) NOT VALID;
