// Names and types as the golden summaries write them.

/** Names that need no quotes in a summary. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_$]*$/u;
const PLAIN_LOWER = /^[a-z_][a-z0-9_$.]*$/;

export function quote(text) {
  return PLAIN_LOWER.test(text) ? text : `"${escape(text).replaceAll('"', '""')}"`;
}

export function literal(text) {
  return `'${escape(text).replaceAll("'", "''")}'`;
}

function escape(text) {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
}

/** A schema and a name; the default schema is left out. */
export function name(schema, local) {
  return schema && schema !== 'public' ? `${quotePart(schema)}.${quotePart(local)}` : quotePart(local);
}

function quotePart(text) {
  return text.includes('.') ? `"${escape(text).replaceAll('"', '""')}"` : quote(text);
}

export function list(values) {
  return values.map(quotePart).join(',');
}

/** The key of an index or a partitioned table: a column's name, or a sign that it is more. */
export function key(column) {
  return column !== undefined && PLAIN.test(column) ? quotePart(column) : '<expression>';
}

/** The strings in a list of String nodes. */
export function strings(nodes) {
  return (nodes ?? []).map((node) => node.String.sval);
}

/** A name of one or more String nodes; a database in front is left out. */
export function qualified(nodes) {
  return parts(strings(nodes));
}

export function parts(words) {
  return name(words.length > 1 ? words.at(-2) : '', words.at(-1));
}

/** A name as {@code Name.toString} puts it: for details and types. */
export function dotted(words) {
  const last = words.slice(-2);
  return last[0] === 'public' && last.length > 1 ? last[1] : last.join('.');
}

export function relation(rangeVar) {
  return name(rangeVar.schemaname, rangeVar.relname);
}

const BUILT_IN = {
  int4: 'integer', int: 'integer', int8: 'bigint', int2: 'smallint',
  serial4: 'serial', serial8: 'bigserial', serial2: 'smallserial',
  bool: 'boolean', float4: 'real', float8: 'double precision', decimal: 'numeric', bpchar: 'char',
};

export function type(typeName) {
  if (!typeName) {
    return 'unknown';
  }
  const words = strings(typeName.names);
  const local = words.at(-1);
  const builtIn = words.length === 1 || words[0] === 'pg_catalog';
  let text = builtIn ? BUILT_IN[local] ?? local : dotted(words);
  if (builtIn && local === 'char') {
    text = '"char"';
  }
  if (typeName.pct_type) {
    text = `${dotted(words)}%type`;
  }
  const modifiers = (typeName.typmods ?? []).map(modifier);
  if (local === 'interval' && builtIn) {
    modifiers.shift(); // which fields: not kept
  }
  if (modifiers.length > 0) {
    text += `(${modifiers.join(',')})`;
  }
  return text + '[]'.repeat((typeName.arrayBounds ?? []).length);
}

function modifier(node) {
  if (node.A_Const) {
    const constant = node.A_Const;
    return constant.ival ? String(constant.ival.ival ?? 0) : constant.sval ? literal(constant.sval.sval) : constant.fval.fval;
  }
  if (node.ColumnRef) {
    return strings(node.ColumnRef.fields).join('.');
  }
  throw new Error(`type modifier ${JSON.stringify(node)}`);
}

/** The canonical words for a kind of object. */
export function kindOf(objectType) {
  const kinds = {
    OBJECT_MATVIEW: 'materialized-view',
    OBJECT_ROUTINE: 'function',
    OBJECT_TABCONSTRAINT: 'constraint',
    OBJECT_DOMCONSTRAINT: 'constraint',
    OBJECT_STATISTIC_EXT: 'statistics',
    OBJECT_FOREIGN_SERVER: 'server',
    OBJECT_OPCLASS: 'operator',
    OBJECT_OPFAMILY: 'operator',
    OBJECT_TSCONFIGURATION: 'text-search',
    OBJECT_TSDICTIONARY: 'text-search',
    OBJECT_TSPARSER: 'text-search',
    OBJECT_TSTEMPLATE: 'text-search',
    OBJECT_FDW: 'other',
    OBJECT_USER_MAPPING: 'other',
    OBJECT_CONVERSION: 'other',
    OBJECT_TRANSFORM: 'other',
    OBJECT_LARGEOBJECT: 'other',
    OBJECT_ACCESS_METHOD: 'other',
    OBJECT_PARAMETER_ACL: 'other',
  };
  return kinds[objectType] ?? objectType.replace('OBJECT_', '').toLowerCase().replaceAll('_', '-');
}

/** Kinds that are named in so many ways that a summary leaves the name out. */
export function unnamed(kind) {
  return kind === 'other' || kind === 'cast' || kind === 'operator';
}
