// Draws the pictures of the documentation from the golden reviews, as GitHub would show them: its style sheet, a Markdown
// reader of its dialect, Mermaid, in headless Chromium. Needs Debian's chromium, or CHROMIUM with the path of one.
//   npm ci && node render.mjs [FOLDER]
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import markdown from 'markdown-it';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const target = process.argv[2] ?? here;
const reviews = join(root, 'src/test/resources/dev/concertina/review');
const css = readFileSync(join(here, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8');
const mermaid = join(here, 'node_modules/mermaid/dist/mermaid.min.js');

/** What GitHub leaves in a comment, as far as a review uses it. */
const ALLOWED = new Set(('a blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr input li ol p pre s strong '
  + 'sub summary sup table tbody td th thead tr ul').split(' '));

const PICTURES = [
  { name: 'summary', file: join(root, 'examples/rename-column/expected.md'), author: 'github-actions', open: false },
  { name: 'plan', file: join(root, 'examples/rename-column/expected.md'), author: 'github-actions', open: true },
  {
    name: 'inline', file: join(reviews, 'comment-index.md'), author: 'github-actions', open: false,
    above: { file: 'db/migration/V12__audio_title.sql', line: 2, text: 'CREATE INDEX audio_title_idx ON audio (title);' },
  },
  { name: 'hostile', file: join(reviews, 'hostile.md'), author: 'github-actions', open: true, kept: false },
];

function page({ file, author, open, above }) {
  const reader = markdown({ html: true, linkify: true });
  const fence = reader.renderer.rules.fence;
  reader.renderer.rules.fence = (tokens, i, ...rest) => {
    const { info, content } = tokens[i];
    const text = reader.utils.escapeHtml(content);
    if (info === 'mermaid') return `<div class="mermaid">${text}</div>`;
    if (info === 'suggestion') return suggestion(text, above, reader);
    return fence(tokens, i, ...rest);
  };
  // The goldens of the examples name no commits.
  const review = readFileSync(file, 'utf8').replace('`work tree`', '`3f2c1ab`').replace('main at <commit>', 'main at 9d0e77c');
  const body = reader.render(review);
  const code = above
    ? `<div class="file">${reader.utils.escapeHtml(above.file)}</div><div class="line"><span class="number">${above.line}</span>`
      + `<code>+ ${reader.utils.escapeHtml(above.text)}</code></div>`
    : '';
  return `<!doctype html><meta charset="utf-8"><style>${css}
    body { margin: 0; padding: 16px; background: #fff; width: 860px; }
    .comment { border: 1px solid #d1d9e0; border-radius: 6px; font: 14px/1.5 sans-serif; overflow: hidden; }
    .head { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; color: #59636e; }
    .head b { color: #1f2328; } .head i { font-style: normal; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; font-size: 12px; }
    .markdown-body { padding: 16px; font-size: 14px; }
    .file { padding: 8px 16px; font: 12px monospace; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; }
    .line { background: #dafbe1; font: 12px/20px monospace; border-bottom: 1px solid #d1d9e0; }
    .number { display: inline-block; width: 40px; text-align: right; padding-right: 12px; color: #59636e; background: #aceebb; }
    .suggestion { border: 1px solid #d1d9e0; border-radius: 6px; margin-bottom: 16px; overflow: hidden; font: 12px/20px monospace; }
    .suggestion div { padding: 0 12px; white-space: pre-wrap; } .suggestion .title { font: 12px/28px sans-serif; background: #f6f8fa; }
    .old { background: #ffebe9; } .new { background: #dafbe1; }
  </style><div class="comment">${code}<div class="head"><b>${author}</b> <i>bot</i> commented</div>
  <article class="markdown-body">${open ? body.replaceAll('<details>', '<details open>') : body}</article></div>`;
}

function suggestion(text, above, reader) {
  const lines = text.trimEnd().split('\n').map((line) => `<div class="new">+ ${line}</div>`).join('');
  const old = above ? `<div class="old">- ${reader.utils.escapeHtml(above.text)}</div>` : '';
  return `<div class="suggestion"><div class="title">Suggested change</div>${old}${lines}</div>`;
}

/** The elements and addresses of a page that a review never makes. */
function strange(allowed) {
  const all = [...document.querySelectorAll('.markdown-body *')];
  const elements = all.map((e) => e.localName).filter((name) => !allowed.includes(name));
  const addresses = all.map((e) => e.getAttribute('href')).filter((href) => href && !href.startsWith('https://'));
  const handlers = all.flatMap((e) => e.getAttributeNames()).filter((name) => name.startsWith('on'));
  return [...elements, ...addresses, ...handlers];
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
let found = 0;
for (const picture of PICTURES) {
  const tab = await browser.newPage({ viewport: { width: 892, height: 600 }, deviceScaleFactor: 1.5 });
  await tab.setContent(page(picture));
  const bad = await tab.evaluate(strange, [...ALLOWED]);
  for (const each of bad) console.error(`${picture.file}: expected nothing of this kind: ${each}`);
  found += bad.length;
  await tab.addScriptTag({ path: mermaid });
  await tab.evaluate(async () => {
    mermaid.initialize({ startOnLoad: false, theme: 'neutral', securityLevel: 'strict' });
    await mermaid.run({ querySelector: '.mermaid', suppressErrors: false });
  });
  if (picture.kept !== false || target !== here) {
    await tab.locator('.comment').screenshot({ path: join(target, `${picture.name}.png`) });
  }
  await tab.close();
}
await browser.close();
process.exit(found > 0 ? 1 : 0);
