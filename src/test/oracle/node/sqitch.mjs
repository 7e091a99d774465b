// What Sqitch itself deploys, from Debian, on the PostgreSQL that PGHOST, PGPORT and PGUSER name; its psql writes down
// each script. Not for every build: it needs that server.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const SERVER = `${process.env.PGUSER ?? 'postgres'}@${process.env.PGHOST ?? 'localhost'}:${process.env.PGPORT ?? 5432}`;
const DATABASE = 'sqitch_oracle';

export async function connect() {
  const root = mkdtempSync(join(tmpdir(), 'sqitch-'));
  const client = join(root, 'psql');
  writeFileSync(client, `#!/bin/sh\nfor word; do case $word in *deploy/*.sql) echo "$word" >>'${root}/log';; esac; done\nexec psql "$@"\n`);
  chmodSync(client, 0o755);
  statement(`DROP DATABASE IF EXISTS ${DATABASE}`);
  statement(`CREATE DATABASE ${DATABASE}`);
  return {
    root,
    client,
    sent: [],
    async close() {
      rmSync(root, { recursive: true });
      statement(`DROP DATABASE IF EXISTS ${DATABASE}`);
    },
  };
}

export async function migrate(database, files) {
  const plan = Object.keys(files).find((path) => path.endsWith('sqitch.plan'));
  if (/engine = (?!pg\b)/.test(Object.entries(files).find(([path]) => path.endsWith('sqitch.conf'))?.[1])) {
    throw new Error('it is for another database');
  }
  const home = join(database.root, 'work');
  rmSync(home, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  rmSync(join(database.root, 'log'), { force: true });
  const deployed = spawnSync(
    'sqitch',
    ['deploy', '--client', database.client, '--no-verify', `db:pg://${SERVER}/${DATABASE}`],
    { cwd: join(home, dirname(plan)), encoding: 'utf8', env: { ...process.env, EMAIL: 'a@example.com', USER: 'a' } },
  );
  const log = join(database.root, 'log');
  for (const path of existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) {
    database.sent.push({ transaction: 'psql', sql: readFileSync(join(home, dirname(plan), path), 'utf8') });
  }
  if (deployed.status !== 0 && !/Nothing to deploy/.test(deployed.stderr)) {
    const said = deployed.stderr + deployed.stdout;
    throw new Error(/ERROR: +(.*)/.exec(said)?.[1] ?? said);
  }
}

function statement(sql) {
  execFileSync('psql', ['-q', '-d', 'postgres', '-c', sql], { stdio: ['ignore', 'ignore', 'ignore'] });
}
