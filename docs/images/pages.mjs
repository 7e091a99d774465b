// Looks at the service's pages in headless Chromium, in light and dark, on a desk and on a phone, and uses them as people do.
// Needs a built checkout (mvn test-compile) and Debian's chromium, or CHROMIUM with the path of one.
//   npm ci && node pages.mjs [FOLDER]     takes pictures into FOLDER where one is named
import { execFileSync, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = process.argv[2];
const secret = 'secret-of-a-test';
const admin = { username: 'admin', password: 'password-of-a-test' };
const repository = 'octo/shop';
const unusual = 'ALTER TABLE "<img src=x onerror=alert(1)>" RENAME COLUMN "</textarea><script>" TO b;';
const pasted = 'ALTER TABLE audio RENAME COLUMN length TO length_ms;\nCREATE INDEX audio_title_idx ON audio (title);\n';

/** What is readable for most people: WCAG's level AA. */
const CONTRAST = 4.5;

const PAGES = [
  { path: '/?names', name: 'status', admin: true, shows: [`${repository}#7`, 'blocked', 'safe'] },
  { path: '/', name: 'status-stranger', shows: ['a pull request'] },
  { path: '/rules', name: 'rules', shows: ['any/renamed-column'] },
  { path: '/rules?q=index', name: 'rules-search', shows: ['postgres/blocking-index'] },
  { path: '/rules?q=%3Cscript%3Ealert(1)%3C/script%3E', name: 'rules-none', shows: ['0 rules'] },
  { path: '/rules/any/renamed-column', name: 'rule', shows: ['Safe path'] },
  { path: '/playground', name: 'playground-empty', shows: ['Nothing is stored'] },
  { path: '/playground', name: 'playground', pastes: pasted, shows: ['The plan: 4 deploys', 'any/renamed-column'] },
  { path: '/playground', name: 'playground-hostile', pastes: unusual, shows: ['<img src=x onerror=alert(1)>'] },
  { path: '/setup', name: 'setup', admin: true, shows: ['Create the App'] },
];
const PICTURES = new Set(['status', 'rules', 'rule', 'playground', 'setup']);
const LOOKS = [
  { name: 'desk', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desk-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
];
/** The looks that the documentation has a picture of. */
const KEPT = new Set(['desk', 'phone-dark']);

let wrong = 0;
function expect(holds, what) {
  if (!holds) {
    console.error(`FAILED: ${what}`);
    wrong++;
  }
}

/** Starts the service, and says where it is. */
async function start() {
  const list = join(root, 'target', 'test-class-path');
  execFileSync('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${list}`], { cwd: root });
  const path = [join(root, 'target/test-classes'), join(root, 'target/classes'), readFileSync(list, 'utf8')].join(':');
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const child = spawn(java, ['-Xmx512m', '-cp', path, 'dev.concertina.github.ShownService', secret, admin.password],
    { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^listens at (.*)$/.exec(line)?.[1];
    if (address) return { child, address };
    console.log(line);
  }
  throw new Error('the service ended before it listened');
}

async function deliver(address, number, name = repository) {
  const body = JSON.stringify({
    action: 'opened', number, repository: { full_name: name }, pull_request: { number }, installation: { id: 5 },
  });
  const answer = await fetch(`${address}/webhook`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json', 'X-GitHub-Event': 'pull_request', 'X-GitHub-Delivery': `delivery-${number}`,
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  });
  expect(answer.status === 202, `a delivery is answered with ${answer.status}`);
}

/** Waits until the reviews are there and the one that can't be made has failed. */
async function reviewed(address) {
  for (let i = 0; i < 200; i++) {
    const page = await (await fetch(address)).text();
    if (page.split('a pull request').length > 4 && page.includes('class="waiting"')) return;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  expect(false, 'the reviews are not there after 40 seconds');
}

/** Texts whose contrast with what is behind them is too low; runs in the page. */
function pale(least) {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color) => {
    const [r, g, b] = color.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = rgb(getComputedStyle(e).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
    if (own || element.matches('input, textarea')) {
      const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
      const contrast = (a + 0.05) / (b + 0.05);
      if (contrast < least) bad.push(`${element.localName}.${element.className} ${contrast.toFixed(2)}`);
    }
  }
  return [...new Set(bad)];
}

async function look(browser, address, page, view) {
  const where = `${page.name} (${view.name})`;
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height }, colorScheme: view.colorScheme,
    isMobile: view.width < 500,
    ...(page.admin ? { httpCredentials: admin } : {}),
  });
  const tab = await context.newPage();
  tab.on('console', (message) => expect(false, `${where}: the console says ${message.text()}`));
  tab.on('pageerror', (error) => expect(false, `${where}: ${error}`));
  tab.on('dialog', (dialog) => { expect(false, `${where}: a dialog opens`); dialog.dismiss(); });
  tab.on('request', (request) => expect(request.url().startsWith(address), `${where}: it asks ${request.url()}`));
  const answer = await tab.goto(address + page.path);
  expect(answer.status() === 200, `${where}: status ${answer.status()}`);
  if (page.pastes) {
    await tab.getByLabel('Migration').fill(page.pastes);
    await tab.getByRole('button', { name: 'Check' }).click();
    await tab.waitForSelector('.verdict');
  }
  const text = await tab.locator('main').innerText();
  for (const shown of page.shows) expect(text.includes(shown), `${where}: it does not show ${shown}`);
  expect(page.admin || !text.includes(repository), `${where}: it names ${repository} to strangers`);
  expect(await tab.locator('h1').count() === 1, `${where}: it has not one heading`);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `${where}: it is ${wide} px too wide`);
  for (const bad of await tab.evaluate(pale, CONTRAST)) expect(false, `${where}: low contrast of ${bad}`);
  const links = await tab.locator('a[href]').evaluateAll((all) => all.map((a) => a.href));
  const picture = join(target ?? room, `page-${page.name}-${view.name}.png`);
  if (!target || (PICTURES.has(page.name) && KEPT.has(view.name))) await tab.screenshot({ path: picture });
  await context.close();
  return links;
}

/** Types a word, submits it, and follows the first answer. */
async function search(browser, address) {
  const tab = await browser.newPage();
  await tab.goto(`${address}/rules`);
  const all = await tab.locator('main table a').count();
  await tab.getByLabel('Search').fill('foreign key');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/rules?q=foreign+key');
  const found = await tab.locator('main table a').count();
  expect(found > 0 && found < all, `a search finds ${found} of ${all} rules`);
  expect(await tab.getByLabel('Search').inputValue() === 'foreign key', 'the search keeps what was typed');
  await tab.locator('main table a').first().click();
  expect(/\/rules\/[a-z]+\/[a-z-]+$/.test(tab.url()), `a rule is at ${tab.url()}`);
  await tab.close();
}

/** The names are asked for with the link that is offered. */
async function names(browser, address) {
  for (const httpCredentials of [undefined, { ...admin, password: 'guess' }, admin]) {
    const context = await browser.newContext({ httpCredentials });
    const tab = await context.newPage();
    await tab.goto(address);
    const link = tab.getByRole('link', { name: 'admin' });
    const answer = await tab.goto(await link.evaluate((a) => a.href)).catch(() => null);
    const text = answer ? await answer.text() : '';
    const good = httpCredentials === admin;
    expect((answer?.status() === 200) === good, `names: status ${answer?.status()} for ${httpCredentials?.password}`);
    expect(text.includes(repository) === good, `names: shown to ${httpCredentials?.password}`);
    await context.close();
  }
}

/** Every link of ours answers. */
async function follow(address, links) {
  const basic = `Basic ${Buffer.from(`${admin.username}:${admin.password}`).toString('base64')}`;
  const own = [...new Set(links.map((link) => link.split('#')[0]))].filter((link) => link.startsWith(address));
  for (const link of own) {
    const answer = await fetch(link, { headers: { Authorization: basic } });
    expect(answer.status === 200, `${link} answers ${answer.status}`);
  }
  return own.length;
}

const room = mkdtempSync(join(tmpdir(), 'pages-'));
const { child, address } = await start();
try {
  for (const number of [9, 8, 7]) await deliver(address, number);
  await deliver(address, 12, 'octo/gone');
  await reviewed(address);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const links = [];
  for (const page of PAGES) {
    for (const view of LOOKS) links.push(...await look(browser, address, page, view));
  }
  await search(browser, address);
  await names(browser, address);
  const followed = await follow(address, links);
  await browser.close();
  console.log(`${PAGES.length * LOOKS.length} looks at pages, ${followed} links followed, ${wrong} failed`);
} finally {
  child.stdin.end();
  if (process.env.KEEP) console.log(room);
  else rmSync(room, { recursive: true });
}
process.exitCode = wrong > 0 ? 1 : 0;
