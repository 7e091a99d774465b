// What Drizzle's own migrator sends, on a connection that writes down what it is asked: version 0.45 where there is a
// journal, 1.0 where each migration is a folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const JOURNAL = 'meta/_journal.json';

export async function connect() {
  return new Connection();
}

export async function migrate(connection, files) {
  const journal = Object.keys(files).find((path) => path.endsWith(`/${JOURNAL}`));
  if (journal && JSON.parse(files[journal]).dialect !== 'postgresql') {
    throw new Error('it is for another database');
  }
  const folder = journal
    ? journal.slice(0, -JOURNAL.length - 1)
    : dirname(dirname(Object.keys(files).find((path) => path.endsWith('/migration.sql'))));
  const release = journal ? 'drizzle-orm' : 'drizzle-orm-1';
  const { drizzle } = await import(`${release}/node-postgres`);
  const { migrate: run } = await import(`${release}/node-postgres/migrator`);
  const root = mkdtempSync(join(tmpdir(), 'drizzle-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    await run(journal ? drizzle(connection) : drizzle({ client: connection }), { migrationsFolder: join(root, folder) });
  } finally {
    rmSync(root, { recursive: true });
  }
}

class Connection {
  sent = [];
  #ran = [];
  #transaction = 0;
  #open = false;

  async close() {}

  async query(asked, values) {
    const sql = (asked.text ?? asked).trim();
    if (/^select id, hash, created_at/i.test(sql)) {
      const rows = [...this.#ran].sort((a, b) => b.created_at - a.created_at);
      return { rows: /limit 1/.test(sql) ? rows.slice(0, 1) : rows };
    } else if (/^insert into "drizzle"/.test(sql)) {
      const [hash, created_at, name] = values;
      this.#ran.push({ id: this.#ran.length + 1, hash, created_at, name });
    } else if (!/"drizzle"|information_schema|pg_catalog/.test(sql)) {
      if (sql !== 'begin' && sql !== 'commit') {
        this.sent.push({ transaction: this.#open ? this.#transaction : '-', sql: asked.text ?? asked });
      }
      if (/^(begin|commit);?$/i.test(sql)) {
        this.#open = /^begin/i.test(sql);
        this.#transaction += this.#open ? 1 : 0;
      }
    }
    return { rows: [] };
  }
}
