UPDATE audio SET title = 'untitled' WHERE title IS NULL;
