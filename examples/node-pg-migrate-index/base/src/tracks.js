module.exports = (pool) => ({
  longest: () => pool.query('SELECT id, title, length FROM tracks ORDER BY length DESC LIMIT 1'),
});
