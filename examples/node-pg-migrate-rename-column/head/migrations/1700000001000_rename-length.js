exports.up = (pgm) => {
  pgm.renameColumn('tracks', 'length', 'length_ms');
};
