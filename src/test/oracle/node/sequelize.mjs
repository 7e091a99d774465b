// What Sequelize's query interface sends; the database has the column that is renamed and no enum.
import { Op, Sequelize, DataTypes } from 'sequelize';

const AsyncFunction = (async () => {}).constructor;

export async function sent(body) {
  const statements = [];
  const sequelize = new Sequelize('postgres://localhost/x', { logging: false });
  sequelize.dialect.connectionManager._refreshDynamicOIDs = async () => {};
  sequelize.query = async (asked, options = {}) => {
    let { query: sql, bind } = typeof asked === 'string' ? { query: asked } : asked;
    if (options.replacements) {
      const { formatNamedParameters, format } = await import('sequelize/lib/sql-string');
      sql = Array.isArray(options.replacements)
        ? format([sql, ...options.replacements], null, 'postgres')
        : formatNamedParameters(sql, options.replacements, null, 'postgres');
    }
    sql = sql.replace(/\$(\d+)/g, (_, n) => sequelize.escape(bind[n - 1]));
    if (/pg_type t JOIN/.test(sql)) {
      return null;
    }
    statements.push(sql);
    return [];
  };
  sequelize.transaction = async (run) => (run ? run({}) : { commit: async () => {}, rollback: async () => {} });
  const queryInterface = sequelize.getQueryInterface();
  queryInterface.assertTableHasColumn = async (_, column) => ({ [column]: { type: 'TEXT', allowNull: true } });
  const names = { Sequelize, DataTypes, Op };
  await new AsyncFunction('queryInterface', ...Object.keys(names), body)(queryInterface, ...Object.values(names));
  return statements;
}
