-- A wider title is free, and the second statement is why this can't be released.
ALTER TABLE ${schema}.audio ALTER COLUMN title TYPE varchar(200);
ALTER TABLE ${schema}.audio DROP COLUMN length;
GRANT SELECT ON ${schema}.audio TO ${reader};
