exports.up = (pgm) => {
  pgm.addTypeValue('genre', 'folk');
  pgm.sql("UPDATE tracks SET genre = 'folk' WHERE genre IS NULL");
  pgm.alterColumn('tracks', 'genre', { notNull: true });
};
