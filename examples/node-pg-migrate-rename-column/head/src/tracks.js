module.exports = (pool) => ({
  longest: () => pool.query('SELECT id, title, length_ms FROM tracks ORDER BY length_ms DESC LIMIT 1'),
});
