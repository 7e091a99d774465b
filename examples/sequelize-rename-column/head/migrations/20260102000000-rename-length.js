'use strict';

module.exports = {
  async up(queryInterface) {
    await queryInterface.renameColumn('tracks', 'length', 'length_ms');
  },

  async down(queryInterface) {
    await queryInterface.renameColumn('tracks', 'length_ms', 'length');
  },
};
