module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Track',
    {
      title: { type: DataTypes.TEXT, allowNull: false },
      length: DataTypes.INTEGER,
      genre: DataTypes.STRING,
    },
    { tableName: 'tracks', timestamps: false },
  );
