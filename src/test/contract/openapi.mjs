import { OPERATIONS } from './operations.mjs';

/**
 * The description with the operations in use and what they refer to. What it doesn't name is forbidden: an object has no
 * properties but those that are listed.
 */
export function cutDescription(whole) {
  const paths = {};
  const examples = {};
  for (const [path, methods] of Object.entries(OPERATIONS)) {
    paths[path] = {};
    for (const method of methods) {
      const operation = whole.paths[path][method];
      collectExamples(whole, operation, examples);
      paths[path][method] = joined(whole, operation);
    }
  }
  const description = { openapi: whole.openapi, info: whole.info, paths: stripped(paths), components: {} };
  const reached = new Set();
  let found = references(description.paths);
  while (found.length > 0) {
    const fresh = found.filter((ref) => !reached.has(ref));
    found = [];
    for (const ref of fresh) {
      reached.add(ref);
      const [, , kind, name] = ref.split('/');
      description.components[kind] ??= {};
      const part = stripped(whole.components[kind][name]);
      if (kind === 'responses') part.description = 'A response.';
      description.components[kind][name] = part;
      found.push(...references(part));
    }
  }
  return { description, examples };
}

/** The first example of each response, by the operation's id and the response's status. */
function collectExamples(whole, operation, examples) {
  for (const [status, response] of Object.entries(operation.responses)) {
    const content = resolve(whole, response).content?.['application/json'];
    const first = Object.values(content?.examples ?? {})[0];
    if (first && status.startsWith('2')) {
      examples[`${operation.operationId.replace('/', '.')}.${status}`] = resolve(whole, first).value;
    }
  }
}

function resolve(whole, node) {
  return node.$ref ? node.$ref.slice(2).split('/').reduce((at, key) => at[key], whole) : node;
}

/** An object that is described in parts, as one: none of its parts knows the properties of the others. */
function joined(whole, node) {
  if (Array.isArray(node)) return node.map((item) => joined(whole, item));
  if (!node || typeof node !== 'object') return node;
  if (node.allOf) {
    const parts = node.allOf.map((part) => resolve(whole, part));
    if (parts.length > 1 && parts.every((part) => part.properties)) {
      return {
        type: 'object',
        properties: Object.assign({}, ...parts.map((part) => part.properties)),
        required: parts.flatMap((part) => part.required ?? []),
      };
    }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, joined(whole, value)]));
}

function references(node, found = []) {
  if (Array.isArray(node)) node.forEach((item) => references(item, found));
  else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref') found.push(value);
      else references(value, found);
    }
  }
  return found;
}

const DROPPED = new Set(['description', 'examples', 'example', 'externalDocs', 'tags', 'summary', 'x-octokit', 'x-github']);
const NAMES = new Set(['properties', 'schemas', 'parameters', 'responses', 'headers']);

/** Without prose and examples; the keys of an object of names are no keywords. */
function stripped(node, parent = '') {
  if (Array.isArray(node)) return node.map((item) => stripped(item));
  if (!node || typeof node !== 'object') return node;
  const names = NAMES.has(parent);
  const result = {};
  for (const [key, value] of Object.entries(node)) {
    if (!names && DROPPED.has(key)) continue;
    result[key] = stripped(value, names ? '' : key);
    if (parent === 'responses' && !value.$ref) result[key].description = 'A response.';
  }
  return names ? result : closed(result);
}

function closed(schema) {
  const open = schema.properties && !('additionalProperties' in schema) && !schema.allOf && !schema.oneOf && !schema.anyOf;
  if (open) schema.additionalProperties = false;
  return schema;
}
