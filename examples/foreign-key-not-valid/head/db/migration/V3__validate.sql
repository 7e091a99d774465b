ALTER TABLE audio VALIDATE CONSTRAINT audio_album_fkey;
