module.exports = (knex) => ({
  longest: () => knex('tracks').select('id', 'title', 'length_ms').orderBy('length_ms', 'desc').first(),
});
