// What node-pg-migrate's builder makes of calls.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const AsyncFunction = (async () => {}).constructor;
const main = createRequire(import.meta.url).resolve('node-pg-migrate');
const { MigrationBuilder } = await import(join(dirname(main), 'index.js'));

export async function sent(body) {
  const statements = [];
  const db = { query: async (sql) => statements.push(sql), select: async () => [] };
  const pgm = new MigrationBuilder(db, {}, false, console);
  await new AsyncFunction('pgm', body)(pgm);
  return [...statements, ...pgm.getSqlSteps()];
}
