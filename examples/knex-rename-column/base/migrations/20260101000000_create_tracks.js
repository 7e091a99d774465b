exports.up = (knex) =>
  knex.schema.createTable('tracks', (table) => {
    table.increments('id');
    table.text('title').notNullable();
    table.integer('length');
    table.text('genre');
  });

exports.down = (knex) => knex.schema.dropTable('tracks');
