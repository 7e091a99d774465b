exports.up = async function (knex) {
  await knex.schema.alterTable('tracks', (table) => {
    table.index(['genre', 'title']);
  });
};

exports.down = async function (knex) {
  await knex.schema.alterTable('tracks', (table) => {
    table.dropIndex(['genre', 'title']);
  });
};
