// Writes beside every corpus file what PostgreSQL's grammar makes of it, or checks what is there.
//   node summarize.mjs            writes src/test/resources/oracle/**/*.summary
//   node summarize.mjs --check    exits with 1 and a diff when one of them would change
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule, parseSync, scanSync } from 'libpg-query';
import { summary } from './summary.mjs';

const corpus = join(dirname(fileURLToPath(import.meta.url)), '..', 'resources', 'oracle');
const check = process.argv.includes('--check');
await loadModule();

let statements = 0;
const problems = [];
const distinct = new Set();
const files = sqlFiles(corpus);
for (const file of files) {
  const golden = file.replace(/\.sql$/, '.summary');
  let text;
  try {
    text = goldenText(file);
  } catch (error) {
    problems.push(`${relative(corpus, file)}: ${error.message}`);
    continue;
  }
  if (!check) {
    writeFileSync(golden, text);
  } else {
    const known = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    if (known !== text) {
      problems.push(difference(relative(corpus, golden), known, text));
    }
  }
}
for (const file of readdirSync(corpus, { recursive: true })) {
  if (file.endsWith('.summary') && !existsSync(join(corpus, file.replace(/\.summary$/, '.sql')))) {
    problems.push(`${file}: its .sql file is gone`);
  }
}
for (const problem of problems) {
  console.error(problem);
}
const verb = check ? 'checked' : 'written';
console.log(`${files.length} files, ${statements} statements (${distinct.size} distinct) ${verb}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function sqlFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => join(folder, file));
}

function goldenText(file) {
  const text = readFileSync(file, 'utf8');
  const blocks = read(text).map(({ gap, length, head, lines }) =>
    [`@ +${gap} ${length} ${head}`, ...lines].join('\n'));
  return blocks.map((block) => `${block}\n`).join('\n');
}

function read(text) {
  const bytes = Buffer.from(text, 'utf8');
  let parsed;
  try {
    parsed = parseSync(text).stmts ?? [];
  } catch (error) {
    const before = text.slice(0, error.sqlDetails?.cursorPosition ?? 0);
    throw new Error(`line ${before.split('\n').length}: ${error.message}`);
  }
  const tokens = scanSync(text).tokens
    .filter((token) => !['SQL_COMMENT', 'C_COMMENT'].includes(token.tokenName));
  const units = utf16(bytes);
  let end = 0;
  return parsed.map(({ stmt, stmt_location: from = 0, stmt_len: length }) => {
    const to = length ? from + length : bytes.length;
    const own = tokens.filter((token) => token.start >= from && token.end <= to);
    const first = own[0];
    const last = own.at(-1);
    const start = units[first.start];
    const stop = units[last.end];
    const gap = start - end;
    end = stop;
    statements++;
    const source = text.slice(start, stop);
    distinct.add(source.replace(/\s+/g, ' '));
    return { gap, length: stop - start, head: shorten(source), lines: linesOf(stmt, source) };
  });
}

function linesOf(stmt, source) {
  try {
    return summary(stmt);
  } catch (error) {
    throw new Error(`${error.message}\n  in ${shorten(source)}\n${error.stack}`);
  }
}

/** For every byte of the text the UTF-16 offset of its character. */
function utf16(bytes) {
  const units = new Int32Array(bytes.length + 1);
  let unit = 0;
  for (let i = 0; i < bytes.length; i++) {
    const continues = (bytes[i] & 0xc0) === 0x80;
    if (!continues && i > 0) {
      unit += bytesBefore(bytes, i) === 4 ? 2 : 1;
    }
    units[i] = unit;
  }
  units[bytes.length] = unit + (bytes.length === 0 ? 0 : bytesBefore(bytes, bytes.length) === 4 ? 2 : 1);
  return units;
}

/** How many bytes the character has that ends before {@code i}. */
function bytesBefore(bytes, i) {
  let start = i - 1;
  while ((bytes[start] & 0xc0) === 0x80) {
    start--;
  }
  return i - start;
}

function shorten(text) {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length > 70 ? `${line.slice(0, 69).join('')}…` : line.join('');
}

/** The blocks that differ, by the statement's beginning. */
function difference(file, known, now) {
  const before = known.split('\n\n');
  const after = now.split('\n\n');
  const gone = before.filter((block) => !after.includes(block));
  const come = after.filter((block) => !before.includes(block));
  const show = (blocks, sign) =>
    blocks.slice(0, 10).flatMap((block) => block.trimEnd().split('\n').map((line) => `  ${sign} ${line}`));
  return [`${file}: ${gone.length} blocks gone, ${come.length} come`, ...show(gone, '-'), ...show(come, '+')].join('\n');
}
