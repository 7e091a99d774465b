// What TypeORM's query runner sends; its catalogue is a table that has what the cases name.
import * as typeorm from 'typeorm';

const { DataSource, Table, TableColumn, TableForeignKey, TableIndex, TableUnique, TableCheck, TableExclusion } = typeorm;
const AsyncFunction = (async () => {}).constructor;

function catalogue(name) {
  const columns = ['id', 'name', 'email', 'age', 'length', 'a', 'b'].map(
    (column) => new TableColumn({ name: column, type: 'int', isNullable: true }),
  );
  return new Table({
    name,
    columns,
    indices: [{ name: 'known_index', columnNames: ['a', 'b'] }],
    foreignKeys: [{ name: 'known_key', columnNames: ['a'], referencedTableName: 'x', referencedColumnNames: ['id'] }],
    uniques: [{ name: 'known_unique', columnNames: ['a', 'b'] }],
    checks: [{ name: 'known_check', expression: 'a > 0' }],
  });
}

// A table by itself, where what hangs on it would only be in the way.
function bare(name) {
  return new Table({ name, columns: [new TableColumn({ name: 'name', type: 'int' })] });
}

export async function sent(body) {
  const source = new DataSource({ type: 'postgres' });
  const runner = source.createQueryRunner();
  const statements = [];
  runner.query = async (sql) => {
    const asks = /information_schema|pg_catalog|"pg_type"|current_schema/.test(sql);
    if (!asks) {
      statements.push(sql);
    }
    return /current_schema/.test(sql) ? [{ current_schema: 'public' }] : [];
  };
  runner.getCachedTable = async (name) => (/dropTable|renameTable/.test(body) ? bare(name) : catalogue(name));
  const names = { Table, TableColumn, TableForeignKey, TableIndex, TableUnique, TableCheck, TableExclusion };
  await new AsyncFunction('queryRunner', ...Object.keys(names), body)(runner, ...Object.values(names));
  return statements;
}
