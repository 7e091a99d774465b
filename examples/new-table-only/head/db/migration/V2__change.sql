CREATE TABLE review (id bigint PRIMARY KEY, stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5));
CREATE INDEX review_stars_idx ON review (stars);
INSERT INTO review (id, stars) SELECT id, 5 FROM generate_series(1, 10) AS id;
