exports.up = async (knex) => {
  await knex('tracks').whereNull('genre').update({ genre: 'unknown' });
  await knex.schema.alterTable('tracks', (table) => {
    table.dropNullable('genre');
  });
};

exports.down = (knex) => knex.schema.alterTable('tracks', (table) => table.setNullable('genre'));
