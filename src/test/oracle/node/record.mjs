// Writes what each framework sends for the calls in src/test/resources/dev/concertina/node/*.txt, or checks it.
//   node record.mjs            writes *.sql beside them
//   node record.mjs --check    exits with 1 and the first difference when one of them would change
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../resources/dev/concertina/node');
const check = process.argv.includes('--check');
let failed = false;

for (const framework of ['typeorm', 'knex', 'sequelize', 'node-pg-migrate']) {
  const cases = join(folder, `${framework}.txt`);
  if (!existsSync(cases)) {
    continue;
  }
  const { sent } = await import(`./${framework}.mjs`);
  const blocks = [];
  for (const block of readFileSync(cases, 'utf8').split(/^=== /m).slice(1)) {
    const end = block.indexOf('\n');
    const name = block.slice(0, end);
    try {
      const statements = await sent(block.slice(end + 1));
      blocks.push([`=== ${name}`, ...statements.map((sql) => `${sql.trim().replace(/;$/, '')};`), ''].join('\n'));
    } catch (error) {
      throw new Error(`${framework}: ${name}: ${error.message}`, { cause: error });
    }
  }
  const recorded = join(folder, `${framework}.sql`);
  const text = blocks.join('');
  if (!check) {
    writeFileSync(recorded, text);
  } else if (!existsSync(recorded) || readFileSync(recorded, 'utf8') !== text) {
    console.error(`${recorded} is not what ${framework} sends`);
    failed = true;
  }
  console.log(`${framework}: ${blocks.length} cases`);
}
process.exit(failed ? 1 : 0);
