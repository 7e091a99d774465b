'use strict';

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.changeColumn('tracks', 'genre', {
      type: Sequelize.STRING,
      allowNull: false,
    });
  },

  async down() {},
};
