// What Prisma's own schema engine runs, on a PostgreSQL in this process whose connection writes down each script.
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';

const MIGRATION = '/migration.sql';
const LOCK = 'migration_lock.toml';
const EVERYTHING = { externalTables: [], externalEnums: [] };

const code = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm');
const { instance } = await WebAssembly.instantiate(readFileSync(code), { './schema_engine_bg.js': engine });
engine.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export async function connect() {
  return { sent: [], postgres: new PGlite(), close() { return this.postgres.close(); } };
}

export async function migrate(database, files) {
  const lock = Object.keys(files).find((path) => basename(path) === LOCK);
  const folder = dirname(lock ?? dirname(Object.keys(files).find((path) => path.endsWith(MIGRATION))));
  const scripts = Object.keys(files).filter((path) => path.startsWith(folder) && path.endsWith(MIGRATION)).sort();
  const list = {
    baseDir: `/${folder}`,
    lockfile: { path: LOCK, content: lock ? files[lock] : null },
    shadowDbInitScript: '',
    migrationDirectories: scripts.map((path) => ({
      path: basename(dirname(path)),
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: files[path] } },
    })),
  };
  const source = Object.values(files).find((text) => text.includes('datasource db')) ?? '';
  if (/provider = "(?!postgresql)\w+"\n\}/.test(source)) {
    throw new Error('it is for another database');
  }
  const schema = 'datasource db {\n  provider = "postgresql"\n}\n';
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'recorder',
    connect: async () => recorder(database),
    connectToShadowDb: () => { throw new Error('no shadow database'); },
  });
  const prisma = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
  await prisma.applyMigrations({ migrationsList: list, filters: EVERYTHING });
}

function recorder(database) {
  const { postgres, sent } = database;
  return {
    provider: 'postgres',
    adapterName: 'recorder',
    async queryRaw({ sql, args }) {
      const { fields, rows } = await postgres.query(sql, args, { rowMode: 'array', parsers: { 1184: moment } });
      return { columnNames: fields.map(({ name }) => name), columnTypes: fields.map(type), rows };
    },
    async executeRaw({ sql, args }) {
      return (await postgres.query(sql, args)).affectedRows ?? 0;
    },
    async executeScript(sql) {
      sent.push({ transaction: 'query', sql });
      await postgres.exec(sql).catch((error) => {
        database.refused = error.message;
        throw error;
      });
    },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: false }),
    dispose: async () => {},
  };
}

function moment(text) {
  return text.replace(' ', 'T').replace(/\+00$/, '+00:00');
}

function type({ dataTypeID }) {
  const types = { 16: 'Boolean', 20: 'Int64', 21: 'Int32', 23: 'Int32', 1114: 'DateTime', 1184: 'DateTime' };
  return ColumnTypeEnum[types[dataTypeID] ?? 'Text'];
}
