// Writes src/test/resources/github: GitHub's OpenAPI description with the operations in use, its GraphQL schema with the
// types in use, its own examples of responses and of webhook payloads. All of them are under the MIT licence that is
// written beside them.
//   npm ci && node generate.mjs
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSchema } from './graphql.mjs';
import { cutDescription } from './openapi.mjs';
import { EVENTS } from './operations.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const resources = join(here, '..', 'resources', 'github');
const documents = join(here, '..', '..', 'main', 'resources', 'dev', 'concertina', 'github');
const require = createRequire(import.meta.url);

function packageFile(name, file) {
  return readFileSync(join(here, 'node_modules', '@octokit', name, file), 'utf8');
}

function write(path, text) {
  const file = join(resources, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeDescription() {
  const whole = JSON.parse(packageFile('openapi', 'generated/api.github.com.json'));
  const { description, examples } = cutDescription(whole);
  write('openapi.json', `${JSON.stringify(description)}\n`);
  for (const [name, example] of Object.entries(examples)) {
    write(`examples/${name}.json`, `${JSON.stringify(example, null, 1)}\n`);
  }
}

function writeEvents() {
  const all = require('@octokit/webhooks-examples');
  for (const [event, actions] of Object.entries(EVENTS)) {
    const { examples } = all.find((entry) => entry.name === event) ?? { examples: [] };
    for (const action of actions.length > 0 ? actions : [undefined]) {
      const fitting = examples.filter((payload) => payload.action === action);
      const example = fitting.find((payload) => payload.installation) ?? fitting[0];
      const name = [event, action].filter(Boolean).join('.');
      if (example) write(`events/${name}.json`, `${JSON.stringify(example, null, 1)}\n`);
      else console.warn(`no example of ${name}`);
    }
  }
}

rmSync(resources, { recursive: true, force: true });
writeDescription();
write(
  'schema.graphql',
  writeSchema(
    packageFile('graphql-schema', 'schema.graphql'),
    [here, documents].flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))),
  ),
);
writeEvents();
write('LICENSE', packageFile('openapi', 'LICENSE'));
