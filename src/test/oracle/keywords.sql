-- Writes postgres-keywords.tsv: every word of the grammar and its category.
SELECT word || E'\t' || catcode::text FROM pg_get_keywords() ORDER BY word COLLATE "C";
