ALTER TABLE listens ADD day date;
