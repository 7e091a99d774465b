// Writes what the migrators themselves send for the cases in src/test/resources/dev/concertina/check/tools, or checks it:
// the base's migrations have run, then those of the head do. The oracle of a tool is the module that is called after it.
//   node migrators.mjs            writes *.sent beside the tables
//   node migrators.mjs --check    exits with 1 when one of them would change
//   node migrators.mjs sqitch     for a tool that needs more than this folder: see its module
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tables = join(dirname(fileURLToPath(import.meta.url)), '../../resources/dev/concertina/check/tools');
const check = process.argv.includes('--check');
let failed = false;

const named = process.argv.slice(2).filter((word) => !word.startsWith('-'));

for (const tool of named.length > 0 ? named : ['drizzle', 'prisma']) {
  const oracle = await import(`./${tool}.mjs`);
  const blocks = [];
  for (const one of cases(readFileSync(join(tables, `${tool}.txt`), 'utf8'))) {
    blocks.push(`=== ${one.name}\n${await recorded(one, oracle)}`);
  }
  const path = join(tables, `${tool}.sent`);
  const text = blocks.join('');
  if (!check) {
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what ${tool} sends`);
    failed = true;
  }
  console.log(`${tool}: ${blocks.length} cases`);
}
process.exit(failed ? 1 : 0);

async function recorded(one, { connect, migrate }) {
  const database = await connect();
  try {
    if (Object.keys(one.base).some((path) => path.endsWith('.sql'))) {
      await migrate(database, one.base);
    }
    database.sent.length = 0;
    await migrate(database, one.head);
    const numbers = [...new Set(database.sent.map(({ transaction }) => transaction))].filter(Number);
    return database.sent
      .map(({ transaction, sql }) => `>>> ${numbers.indexOf(transaction) + 1 || transaction}\n${sql.replace(/\n?$/, '\n')}`)
      .join('');
  } catch (error) {
    const reason = database.refused ?? error.message.split('\n')[0];
    return `refused: ${reason.replace(/\/\S*(?=\/)/g, '…')}\n`;
  } finally {
    await database.close();
  }
}

function cases(table) {
  return table.split(/^=== /m).slice(1).map((block) => {
    const [name, ...lines] = block.split('\n');
    const base = {};
    const changed = {};
    const gone = [];
    let into;
    for (const line of lines.slice(0, lines.indexOf('==>'))) {
      const path = line.slice(4);
      if (line.startsWith('--- ') || line.startsWith('+++ ')) {
        const files = line.startsWith('--- ') ? base : changed;
        files[path] = '';
        into = (text) => { files[path] += text; };
      } else if (line.startsWith('*** ')) {
        gone.push(path);
      } else {
        into(`${line}\n`);
      }
    }
    const head = { ...base, ...changed };
    gone.forEach((path) => delete head[path]);
    return { name, base, head };
  });
}
