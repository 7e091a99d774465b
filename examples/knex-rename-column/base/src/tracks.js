module.exports = (knex) => ({
  longest: () => knex('tracks').select('id', 'title', 'length').orderBy('length', 'desc').first(),
});
