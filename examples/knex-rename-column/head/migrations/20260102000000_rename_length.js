exports.up = (knex) =>
  knex.schema.alterTable('tracks', (table) => {
    table.renameColumn('length', 'length_ms');
  });

exports.down = (knex) =>
  knex.schema.alterTable('tracks', (table) => {
    table.renameColumn('length_ms', 'length');
  });
