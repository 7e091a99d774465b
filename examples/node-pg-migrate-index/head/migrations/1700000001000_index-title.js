exports.up = (pgm) => {
  pgm.createIndex('tracks', ['genre', 'title']);
};
