ALTER TYPE mood ADD VALUE 'happy';
UPDATE audio SET mood = 'happy' WHERE id = 1;
