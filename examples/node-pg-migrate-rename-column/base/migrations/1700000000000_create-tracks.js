exports.up = (pgm) => {
  pgm.createType('genre', ['rock', 'jazz']);
  pgm.createTable('tracks', {
    id: 'id',
    title: { type: 'text', notNull: true },
    length: { type: 'integer' },
    genre: { type: 'genre' },
  });
};
