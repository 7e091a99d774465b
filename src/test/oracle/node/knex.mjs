// What Knex sends: its own client, whose connection writes down what it is asked.
import Knex from 'knex';
import { createRequire } from 'node:module';

const { formatQuery } = createRequire(import.meta.url)('knex/lib/execution/internal/query-executioner.js');

const AsyncFunction = (async () => {}).constructor;

export async function sent(body) {
  const statements = [];
  const knex = Knex({ client: 'pg', connection: {}, log: { warn() {} } });
  knex.client.acquireConnection = async () => ({ query: (_, done) => done(null, { rows: [] }) });
  knex.client.releaseConnection = async () => {};
  Object.getPrototypeOf(knex.client)._query = async (_, asked) => {
    const sql = formatQuery(asked.sql.replace(/\$\d+/g, '?'), asked.bindings, undefined, knex.client);
    if (!/information_schema|^(BEGIN|COMMIT);?$/.test(sql)) {
      statements.push(sql);
    }
    return { ...asked, response: { rows: [], command: 'OTHER' } };
  };
  await new AsyncFunction('knex', body)(knex);
  return statements;
}
