-- two statements
CREATE INDEX script_idx ON audio (title);
ALTER TABLE audio ADD COLUMN script text;
