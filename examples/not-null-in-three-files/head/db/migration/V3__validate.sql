ALTER TABLE audio VALIDATE CONSTRAINT audio_title_present;
