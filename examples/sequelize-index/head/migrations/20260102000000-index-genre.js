'use strict';

module.exports = {
  async up(queryInterface) {
    await queryInterface.addIndex('tracks', ['title'], { concurrently: true });
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addIndex('tracks', ['genre'], { concurrently: true, transaction });
    });
  },

  async down(queryInterface) {
    await queryInterface.removeIndex('tracks', ['genre']);
    await queryInterface.removeIndex('tracks', ['title']);
  },
};
