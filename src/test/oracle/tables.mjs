// Summaries of CREATE TABLE and ALTER TABLE.
import { key, kindOf, list, name, parts, qualified, dotted, quote, relation, strings, type } from './names.mjs';
import { flags, persistence } from './text.mjs';

/** The line of a column and the lines of its constraints other than NOT NULL. */
function column(definition) {
  const constraints = [];
  const words = [];
  let notNull = false;
  let hasDefault = false;
  let generated = '';
  let last = null;
  for (const { Constraint: c } of definition.constraints ?? []) {
    switch (c.contype) {
      case 'CONSTR_NOTNULL': notNull = true; last = null; break;
      case 'CONSTR_DEFAULT': hasDefault = true; break;
      case 'CONSTR_IDENTITY':
        generated = c.generated_when === 'a' ? 'identity-always' : 'identity-by-default';
        break;
      case 'CONSTR_GENERATED': generated = c.generated_kind === 's' ? 'stored' : 'virtual'; break;
      case 'CONSTR_CHECK': case 'CONSTR_PRIMARY': case 'CONSTR_UNIQUE': case 'CONSTR_FOREIGN':
        last = { ...c, skip_validation: false, is_enforced: true };
        constraints.push(last);
        break;
      case 'CONSTR_ATTR_NOT_ENFORCED':
        if (last) { last.is_enforced = false; last.skip_validation = true; }
        break;
      default: break;
    }
  }
  words.push(`  column ${quote(definition.colname)} ${type(definition.typeName)}`);
  words.push(flags({
    'not-null': notNull,
    default: hasDefault,
    generated,
    collate: definition.collClause ? quote(dotted(strings(definition.collClause.collname))) : '',
  }));
  return [words.join(''), ...constraints.map((c) => constraint(c, definition.colname))];
}

export function constraint(c, ownColumn) {
  const own = ownColumn === undefined ? undefined : [ownColumn];
  const named = c.conname ? quote(c.conname) : '';
  const keys = own ?? strings(c.keys);
  switch (c.contype) {
    case 'CONSTR_PRIMARY':
      return `  primary-key${flags({ name: named, columns: list(keys), 'using-index': c.indexname ? quote(c.indexname) : '' })}`;
    case 'CONSTR_UNIQUE':
      return `  unique${flags({ name: named, columns: list(keys), 'using-index': c.indexname ? quote(c.indexname) : '', 'nulls-not-distinct': c.nulls_not_distinct })}`;
    case 'CONSTR_FOREIGN': {
      const actions = { r: 'RESTRICT', c: 'CASCADE', n: 'SET NULL', d: 'SET DEFAULT' };
      return `  foreign-key${flags({
        name: named,
        columns: list(own ?? strings(c.fk_attrs)),
        references: `${relation(c.pktable)}(${list(strings(c.pk_attrs))})`,
        'on-delete': (actions[c.fk_del_action] ?? '').toLowerCase().replace(' ', '-'),
        'not-valid': c.skip_validation,
        'not-enforced': !c.is_enforced,
      })}`;
    }
    case 'CONSTR_CHECK':
      return `  check${flags({ name: named, 'not-valid': c.skip_validation, 'not-enforced': !c.is_enforced, 'no-inherit': c.is_no_inherit })}`;
    case 'CONSTR_NOTNULL':
      return `  not-null${flags({ name: named, column: list(keys), 'not-valid': c.skip_validation, 'no-inherit': c.is_no_inherit })}`;
    case 'CONSTR_EXCLUSION':
      return `  exclusion${flags({
        name: named,
        columns: list(c.exclusions.map((e) => e.List.items[0].IndexElem.name).filter(Boolean)),
      })}`;
    default:
      throw new Error(`constraint ${c.contype}`);
  }
}

function bounds(spec) {
  return spec.is_default ? 'default' : { r: 'from', l: 'in', h: 'with' }[spec.strategy];
}

export function createTable(statement) {
  const like = [];
  const lines = [];
  for (const element of statement.tableElts ?? []) {
    if (element.TableLikeClause) {
      like.push(relation(element.TableLikeClause.relation));
    } else if (element.ColumnDef) {
      lines.push(column(element.ColumnDef));
    } else {
      lines.push([constraint(element.Constraint)]);
    }
  }
  const parents = (statement.inhRelations ?? []).map((parent) => relation(parent.RangeVar));
  const partition = statement.partbound;
  if (!partition) {
    like.push(...parents);
  }
  const columns = lines.flatMap((group) => group.filter((line) => line.startsWith('  column ')));
  const constraints = lines.flatMap((group) => group.filter((line) => !line.startsWith('  column ')));
  return [
    `create-table ${relation(statement.relation)}${flags({
      'if-not-exists': statement.if_not_exists,
      ...persistence(statement.relation),
      like: like.join(','),
      'partition-key': (statement.partspec?.partParams ?? [])
        .map(({ PartitionElem: p }) => key(p.name ?? plainReference(p.expr))).join(','),
      'partition-of': partition ? parents[0] : '',
      bounds: partition ? bounds(partition) : '',
    })}`,
    ...columns,
    ...constraints,
  ];
}

/** A column in parentheses is still a column. */
export function plainReference(expression) {
  const fields = expression?.ColumnRef?.fields;
  return fields?.length === 1 ? fields[0].String?.sval : undefined;
}

function owner(role) {
  const special = { ROLESPEC_CURRENT_USER: 'current_user', ROLESPEC_CURRENT_ROLE: 'current_role', ROLESPEC_SESSION_USER: 'session_user', ROLESPEC_PUBLIC: 'public' };
  return special[role.roletype] ?? role.rolename;
}

const TABLE_OPTIONS = {
  AT_SetLogged: ['logged'],
  AT_SetUnLogged: ['unlogged'],
  AT_SetTableSpace: ['tablespace', (c) => c.name],
  AT_SetAccessMethod: ['access-method', (c) => c.name ?? 'default'],
  AT_SetRelOptions: ['storage-parameters'],
  AT_ResetRelOptions: ['storage-parameters'],
  AT_ReplaceRelOptions: ['storage-parameters'],
  AT_ClusterOn: ['cluster-on', (c) => c.name],
  AT_DropCluster: ['without-cluster'],
  AT_DropOids: ['without-oids'],
  AT_ReplicaIdentity: ['replica-identity', replicaIdentity],
  AT_ChangeOwner: ['owner', (c) => owner(c.newowner)],
  AT_EnableRowSecurity: ['enable-row-security'],
  AT_DisableRowSecurity: ['disable-row-security'],
  AT_ForceRowSecurity: ['force-row-security'],
  AT_NoForceRowSecurity: ['no-force-row-security'],
  AT_AddInherit: ['inherit', (c) => rangeDotted(c.def.RangeVar)],
  AT_DropInherit: ['no-inherit', (c) => rangeDotted(c.def.RangeVar)],
  AT_AddOf: ['of-type', (c) => dotted(strings(c.def.TypeName.names))],
  AT_DropOf: ['not-of-type'],
  AT_EnableTrig: ['enable-trigger', (c) => c.name],
  AT_EnableAlwaysTrig: ['enable-trigger', (c) => c.name],
  AT_EnableReplicaTrig: ['enable-trigger', (c) => c.name],
  AT_EnableTrigAll: ['enable-trigger', () => 'all'],
  AT_EnableTrigUser: ['enable-trigger', () => 'user'],
  AT_DisableTrig: ['disable-trigger', (c) => c.name],
  AT_DisableTrigAll: ['disable-trigger', () => 'all'],
  AT_DisableTrigUser: ['disable-trigger', () => 'user'],
  AT_EnableRule: ['enable-rule', (c) => c.name],
  AT_EnableAlwaysRule: ['enable-rule', (c) => c.name],
  AT_EnableReplicaRule: ['enable-rule', (c) => c.name],
  AT_DisableRule: ['disable-rule', (c) => c.name],
  AT_GenericOptions: ['foreign-options'],
};

function replicaIdentity({ def: { ReplicaIdentityStmt: identity } }) {
  return { n: 'nothing', f: 'full', d: 'default' }[identity.identity_type] ?? identity.name;
}

function rangeDotted(rangeVar) {
  return dotted(rangeVar.schemaname ? [rangeVar.schemaname, rangeVar.relname] : [rangeVar.relname]);
}

const GENERATION = {
  AT_AddIdentity: 'add-identity',
  AT_SetIdentity: 'set-identity',
  AT_DropIdentity: 'drop-identity',
  AT_SetExpression: 'set-expression',
  AT_DropExpression: 'drop-expression',
};

const COLUMN_OPTIONS = {
  AT_SetStatistics: 'statistics',
  AT_SetStorage: 'storage',
  AT_SetCompression: 'compression',
  AT_SetOptions: 'attributes',
  AT_ResetOptions: 'attributes',
  AT_AlterColumnGenericOptions: 'foreign-options',
};

/** Kinds that ALTER TABLE's operations are about: what has rows of its own. */
const STORED = new Set(['table', 'foreign-table', 'materialized-view']);

export function alterTable(statement) {
  const target = relation(statement.relation);
  const kind = kindOf(statement.objtype);
  return (statement.cmds ?? []).flatMap(({ AlterTableCmd: command }) => action(target, kind, command));
}

function action(target, kind, c) {
  if (kind === 'type') {
    return [`alter-object type ${target}`];
  }
  if (kind === 'index' && c.subtype === 'AT_AttachPartition') {
    return [`attach-index ${target}${flags({ partition: relation(c.def.PartitionCmd.name) })}`];
  }
  const viewDefault = kind === 'view' && c.subtype === 'AT_ColumnDefault';
  if (!STORED.has(kind) && !viewDefault) {
    return [`alter-object ${kind} ${target}${flags({ owner: c.subtype === 'AT_ChangeOwner' })}`];
  }
  if (TABLE_OPTIONS[c.subtype]) {
    const [option, detail] = TABLE_OPTIONS[c.subtype];
    return [`table-option ${target} ${option}${detail ? ` ${quote(detail(c))}` : ''}`];
  }
  // The columns of an index have numbers; those of a table have names.
  const own = quote(c.name ?? String(c.num ?? ''));
  const cascade = c.behavior === 'DROP_CASCADE';
  if (GENERATION[c.subtype]) {
    return [`change-generation ${target} ${own} ${GENERATION[c.subtype]}`];
  }
  if (COLUMN_OPTIONS[c.subtype]) {
    return [`column-option ${target} ${own} ${COLUMN_OPTIONS[c.subtype]}`];
  }
  switch (c.subtype) {
    case 'AT_AddColumn':
      return [`add-column ${target}${flags({ 'if-not-exists': c.missing_ok })}`, ...column(c.def.ColumnDef)];
    case 'AT_DropColumn':
      return [`drop-column ${target} ${own}${flags({ 'if-exists': c.missing_ok, cascade })}`];
    case 'AT_AlterColumnType': {
      const { typeName, raw_default, collClause } = c.def.ColumnDef;
      return [`change-type ${target} ${own} ${type(typeName)}${flags({
        using: raw_default !== undefined,
        collate: collClause ? quote(dotted(strings(collClause.collname))) : '',
      })}`];
    }
    case 'AT_SetNotNull': return [`set-not-null ${target} ${own}`];
    case 'AT_DropNotNull': return [`drop-not-null ${target} ${own}`];
    case 'AT_ColumnDefault': return [`${c.def ? 'set' : 'drop'}-default ${target} ${own}`];
    case 'AT_AddConstraint': return [`add-constraint ${target}`, constraint(c.def.Constraint)];
    case 'AT_ValidateConstraint': return [`validate-constraint ${target} ${own}`];
    case 'AT_DropConstraint':
      return [`drop-constraint ${target} ${own}${flags({ 'if-exists': c.missing_ok, cascade })}`];
    case 'AT_AlterConstraint':
      return [`alter-constraint ${target} ${quote(c.def.ATAlterConstraint.conname)}`];
    case 'AT_AttachPartition': {
      const { name: partition, bound } = c.def.PartitionCmd;
      return [`attach-partition ${target}${flags({ partition: relation(partition), bounds: bounds(bound) })}`];
    }
    case 'AT_DetachPartition': case 'AT_DetachPartitionFinalize': {
      const { name: partition, concurrent } = c.def.PartitionCmd;
      return [`detach-partition ${target}${flags({
        partition: relation(partition), concurrently: concurrent, finalize: c.subtype.endsWith('Finalize'),
      })}`];
    }
    default:
      throw new Error(`ALTER TABLE action ${c.subtype}`);
  }
}

export function createDomain(statement) {
  const all = (statement.constraints ?? []).map(({ Constraint: c }) => c);
  const has = (kind) => all.some((c) => c.contype === kind);
  return [
    `create-domain ${qualified(statement.domainname)} ${type(statement.typeName)}${flags({
      'not-null': has('CONSTR_NOTNULL'), default: has('CONSTR_DEFAULT'),
    })}`,
    ...all.filter((c) => c.contype === 'CONSTR_CHECK').map((c) => constraint(domainCheck(c))),
  ];
}

/** In a domain NOT ENFORCED does not exist, and the grammar leaves the flag alone. */
function domainCheck(c) {
  return { ...c, is_enforced: true, is_no_inherit: false };
}

export function alterDomain(statement) {
  const domain = `alter-domain ${qualified(statement.typeName)}`;
  switch (statement.subtype) {
    case 'AD_AlterDefault': case 'T':
      return [`${domain} ${statement.def ? 'set' : 'drop'}-default`];
    case 'AD_DropNotNull': case 'N': return [`${domain} drop-not-null`];
    case 'AD_SetNotNull': case 'O': return [`${domain} set-not-null`];
    case 'AD_AddConstraint': case 'C': {
      const c = statement.def.Constraint;
      return c.contype === 'CONSTR_NOTNULL'
        ? [`${domain} set-not-null`]
        : [`${domain} add-constraint`, constraint(domainCheck(c))];
    }
    case 'AD_DropConstraint': case 'X': return [`${domain} drop-constraint ${quote(statement.name)}`];
    case 'AD_ValidateConstraint': case 'V':
      return [`${domain} validate-constraint ${quote(statement.name)}`];
    default:
      throw new Error(`ALTER DOMAIN ${statement.subtype}`);
  }
}
