-- The unit belongs into the name.
ALTER TABLE audio RENAME COLUMN length TO length_ms;
