// Writes the corpus files under generated/: patterns whose every part is spelled in many ways.
// The same files come out each time; statements that the grammar rejects are left out.
//   node generate.mjs && node summarize.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule, parseSync } from 'libpg-query';
import { KEYWORD_PATTERNS, PATTERNS, POOLS } from './patterns.mjs';

const resources = join(dirname(fileURLToPath(import.meta.url)), '..', 'resources');
const folder = join(resources, 'oracle', 'generated');
const SPELLINGS = 5;

/** A small linear congruential generator: a number below {@code n}. */
function generator(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function spelled(patterns, random) {
  const statements = new Set();
  for (const pattern of patterns) {
    for (let i = 0; i < SPELLINGS; i++) {
      const statement = spell(words(pattern, random), i, random);
      if (accepted(statement)) {
        statements.add(statement);
      } else if (i === 0) {
        console.error(`rejected: ${statement}`);
      }
    }
  }
  return [...statements];
}

/**
 * The words of a pattern: {@code [optional words]}, {@code <one|other>}, {@code {pool}}.
 * What a pool gives is written as it is; every other word may change its case.
 */
function words(pattern, random) {
  let text = pattern;
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/\[([^[\]<>]*)\]/g, (_, inner) => (random(2) ? inner : ''))
      .replace(/<([^[\]<>]*)>/g, (_, inner) => pick(inner.split('|'), random));
  }
  return text.trim().split(/\s+/).map((word) => {
    const pool = /^\{(\w+)\}$/.exec(word);
    return pool ? { text: pick(POOLS[pool[1]], random) } : { text: word, keyword: true };
  });
}

function pick(choices, random) {
  return choices[random(choices.length)];
}

const GAPS = [
  () => ' ',
  () => ' ',
  (random) => pick([' ', '\n', '\n  ', '\t', '  ', '\r\n'], random),
  (random) => pick([' ', '/**/', ' /* ; */ ', ' -- it\'s; here\n', '/* a /* nested; */ " */', ' --\n\n'], random),
  (random) => pick([' ', '\n', ' /* \' */ ', '\n-- $$\n', '\t\t', ' /* é 名 😀 */ '], random),
];

const CASES = [
  (word) => word,
  (word) => word.toLowerCase(),
  (word) => word.toUpperCase(),
  (word) => [...word].map((c, i) => (i % 2 ? c.toLowerCase() : c.toUpperCase())).join(''),
  (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
];

function spell(parts, style, random) {
  return parts.reduce((text, part, i) => {
    const word = part.keyword ? CASES[style](part.text) : part.text;
    const tight = i > 0 && /^[(),;]$/.test(word) && random(2);
    return text + (i === 0 || tight ? '' : GAPS[style](random)) + word;
  }, '');
}

function accepted(statement) {
  try {
    return parseSync(statement).stmts.length === 1;
  } catch {
    return false;
  }
}

/** Every word that PostgreSQL knows, as a name, in three of the patterns. */
function keywordStatements() {
  const list = readFileSync(join(resources, 'dev', 'concertina', 'schema', 'postgres-keywords.tsv'), 'utf8');
  const statements = new Set();
  list.trim().split('\n').forEach((line, index) => {
    const [word, category] = line.split('\t');
    for (let i = 0; i < 3; i++) {
      const pattern = KEYWORD_PATTERNS[(index + i * 7) % KEYWORD_PATTERNS.length];
      const free = category === 'U' || category === 'C';
      const statement = pattern.replace(/\bk\b/g, free ? word : `"${word}"`);
      if (accepted(statement)) {
        statements.add(statement);
      }
    }
  });
  return [...statements];
}

function write(file, statements) {
  writeFileSync(join(folder, file), `-- Written by src/test/oracle/generate.mjs.\n${statements.map((s) => `${s};\n`).join('')}`);
  console.log(`${file}: ${statements.length}`);
}

await loadModule();
mkdirSync(folder, { recursive: true });
for (const [topic, patterns] of Object.entries(PATTERNS)) {
  write(`${topic}.sql`, spelled(patterns, generator(topic.length * 7919)));
}
write('keywords.sql', keywordStatements());
