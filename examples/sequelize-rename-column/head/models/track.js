module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Track',
    {
      title: { type: DataTypes.TEXT, allowNull: false },
      lengthMs: { type: DataTypes.INTEGER, field: 'length_ms' },
      genre: DataTypes.STRING,
    },
    { tableName: 'tracks', timestamps: false },
  );
