// What one statement does, as lines that Concertina's reader must be able to print too.
import {
  key, kindOf, list, literal, name, parts, qualified, quote, relation, strings, type, unnamed,
} from './names.mjs';
import { mentions, rows, variable } from './rows.mjs';
import { alterDomain, alterTable, createDomain, createTable, plainReference } from './tables.mjs';
import { flags, persistence } from './text.mjs';

const LOCKS = [
  'access-share', 'row-share', 'row-exclusive', 'share-update-exclusive', 'share',
  'share-row-exclusive', 'exclusive', 'access-exclusive',
];

/** The lines of a parsed statement. */
export function summary(node) {
  const [tag, statement] = Object.entries(node)[0];
  const reader = READERS[tag];
  if (!reader) {
    throw new Error(`no summary for ${tag}`);
  }
  return reader(statement, tag);
}

// ---- any object

function object(verb, kind, objectName, more = {}) {
  const shown = unnamed(kind) ? '' : ` ${objectName}`;
  return `${verb}-object ${kind}${shown}${flags(unnamed(kind) ? {} : more)}`;
}

function create(kind, objectName, statement, more = {}) {
  return [object('create', kind, objectName, { ...more, 'if-not-exists': statement.if_not_exists })];
}

function alter(kind, objectName, more = {}) {
  return [object('alter', kind, objectName, more)];
}

/** The name of what DROP, COMMENT, RENAME and their like are about, and what it belongs to. */
function place(kind, node) {
  if (node.String) {
    return { own: quote(node.String.sval) };
  }
  if (node.TypeName) {
    return { own: qualified(node.TypeName.names) };
  }
  if (node.ObjectWithArgs) {
    return { own: qualified(node.ObjectWithArgs.objname) };
  }
  if (unnamed(kind)) {
    return { own: '' };
  }
  const items = node.List.items;
  if (items[0].TypeName) {
    return { own: quote(items.at(-1).String.sval), on: qualified(items[0].TypeName.names) };
  }
  const words = strings(items);
  return ['policy', 'trigger', 'rule', 'constraint'].includes(kind)
    ? { own: quote(words.at(-1)), on: parts(words.slice(0, -1)) }
    : { own: parts(words) };
}

function drop(statement) {
  const kind = kindOf(statement.removeType);
  const more = {
    'if-exists': statement.missing_ok,
    cascade: statement.behavior === 'DROP_CASCADE',
  };
  return statement.objects.map((node) => {
    const { own, on } = place(kind, node);
    switch (kind) {
      case 'table': return `drop-table ${own}${flags(more)}`;
      case 'index':
        return `drop-index ${own}${flags({ concurrently: statement.concurrent, ...more })}`;
      case 'trigger': return `drop-trigger ${on} ${own}${flags(more)}`;
      default: return object('drop', kind, own, { on, ...more });
    }
  });
}

function rename(statement) {
  const kind = kindOf(statement.renameType);
  const to = ` to=${quote(statement.newname)}`;
  const target = statement.relation && relation(statement.relation);
  const own = statement.subname && quote(statement.subname);
  if (statement.renameType === 'OBJECT_DOMCONSTRAINT') {
    return [`alter-domain ${qualified(statement.object.List.items)} rename-constraint ${own}`];
  }
  switch (kind) {
    case 'table':
      return [`rename-table ${target}${to}${flags({ 'if-exists': statement.missing_ok })}`];
    case 'column': return [`rename-column ${target} ${own}${to}`];
    case 'constraint': return [`rename-constraint ${target} ${own}${to}`];
    case 'attribute': case 'trigger': case 'policy': case 'rule':
      return [`rename-object ${kind} ${own} on=${target}${to}`];
    default: {
      const named = target ?? own ?? place(kind, statement.object).own;
      return [unnamed(kind) ? `rename-object ${kind}` : `rename-object ${kind} ${named}${to}`];
    }
  }
}

function moveToSchema(statement) {
  const kind = kindOf(statement.objectType);
  const named = statement.relation ? relation(statement.relation) : place(kind, statement.object).own;
  return [unnamed(kind)
    ? `move-to-schema ${kind}`
    : `move-to-schema ${kind} ${named} to=${quote(statement.newschema)}`];
}

function comment(statement) {
  const kind = kindOf(statement.objtype);
  if (unnamed(kind)) {
    return [`comment ${kind}`];
  }
  if (kind === 'column') {
    return [`comment column ${parts(strings(statement.object.List.items).slice(0, -1))}`];
  }
  const { own, on } = place(kind, statement.object);
  return [`comment ${kind} ${on ?? own}`];
}

function grant(statement) {
  const revoke = { revoke: !statement.is_grant };
  const kind = kindOf(statement.objtype);
  if (statement.targtype === 'ACL_TARGET_ALL_IN_SCHEMA') {
    return [`grant ${kind} *${flags(revoke)}`];
  }
  return statement.objects.map((node) => {
    const own = node.RangeVar ? relation(node.RangeVar) : place(kind, node).own;
    return `grant ${kind}${unnamed(kind) ? '' : ` ${own}`}${flags(revoke)}`;
  });
}

// ---- indexes, views, types

function createIndex(statement) {
  return [`create-index ${statement.idxname ? quote(statement.idxname) : '-'} on=${relation(statement.relation)}${flags({
    unique: statement.unique,
    concurrently: statement.concurrent,
    'if-not-exists': statement.if_not_exists,
    only: !statement.relation.inh,
    'nulls-not-distinct': statement.nulls_not_distinct,
    method: quote(statement.accessMethod),
    keys: statement.indexParams.map(({ IndexElem: e }) => key(e.name ?? plainReference(e.expr))).join(','),
    include: list((statement.indexIncludingParams ?? []).map(({ IndexElem: e }) => e.name)),
    where: statement.whereClause !== undefined,
  })}`];
}

function reindex(statement) {
  const kind = statement.kind.replace('REINDEX_OBJECT_', '').toLowerCase();
  const own = statement.relation ? relation(statement.relation) : statement.name ? quote(statement.name) : '-';
  return [`reindex ${kind} ${own}${flags({ concurrently: option(statement.params, 'concurrently') })}`];
}

/** A boolean option as PostgreSQL's defGetBoolean reads it. */
function option(options, named) {
  const found = (options ?? []).map((node) => node.DefElem).filter((o) => o.defname === named).at(-1);
  if (!found || !found.arg) {
    return Boolean(found);
  }
  const text = found.arg.String?.sval ?? String(found.arg.Integer?.ival ?? (found.arg.Boolean?.boolval ?? 0));
  return !['false', 'off', '0'].includes(text.toLowerCase());
}

function createTableAs(statement) {
  const { rel, colNames, skipData } = statement.into;
  if (statement.objtype === 'OBJECT_MATVIEW') {
    return [view(rel, { materialized: true, 'if-not-exists': statement.if_not_exists, columns: list(strings(colNames)), 'no-data': skipData })];
  }
  return [`create-table-as ${relation(rel)}${flags({ 'if-not-exists': statement.if_not_exists, ...persistence(rel) })}`];
}

function view(rel, more) {
  return `create-view ${relation(rel)}${flags(more)}`;
}

function alterEnum(statement) {
  const own = qualified(statement.typeName);
  return [statement.oldVal
    ? `rename-enum-value ${own} ${literal(statement.oldVal)} to=${literal(statement.newVal ?? '')}`
    : `add-enum-value ${own} ${literal(statement.newVal ?? '')}${flags({ 'if-not-exists': statement.skipIfNewValExists })}`];
}

// ---- routines and triggers

function createRoutine(statement) {
  const given = Object.fromEntries(
    (statement.options ?? []).map(({ DefElem: o }) => [o.defname, o.arg?.String?.sval]));
  const parameters = (statement.parameters ?? []).map((node) => node.FunctionParameter);
  const input = ['FUNC_PARAM_DEFAULT', 'FUNC_PARAM_IN', 'FUNC_PARAM_INOUT', 'FUNC_PARAM_VARIADIC'];
  const table = parameters.some((p) => p.mode === 'FUNC_PARAM_TABLE');
  const returned = statement.returnType;
  const types = parameters.filter((p) => input.includes(p.mode)).map((p) => type(p.argType));
  return [`create-routine ${statement.is_procedure ? 'procedure' : 'function'} ${qualified(statement.funcname)}(${types.join(', ')})${flags({
    'or-replace': statement.replace,
    returns: table ? 'table' : returned ? `${returned.setof ? 'setof ' : ''}${type(returned)}` : '',
    volatility: given.volatility ?? 'volatile',
    language: quote(given.language ?? 'sql'),
  })}`];
}

function createTrigger(statement) {
  const events = { delete: 8, insert: 4, truncate: 32, update: 16 };
  return [`create-trigger ${relation(statement.relation)} ${quote(statement.trigname)}${flags({
    'or-replace': statement.replace,
    events: Object.keys(events).filter((event) => statement.events & events[event]).join(','),
    function: qualified(statement.funcname),
  })}`];
}

// ---- session and maintenance

function setVariable(statement) {
  switch (statement.kind) {
    case 'VAR_SET_MULTI': return ['no-effect'];
    case 'VAR_RESET_ALL': return [variable('all', null, false)];
    case 'VAR_SET_VALUE': {
      const values = statement.args.map((argument) => settingText(argument));
      return [variable(statement.name, values.join(', '), Boolean(statement.is_local))];
    }
    default:
      // RESET TRANSACTION ISOLATION LEVEL is about this transaction alone, as SET TRANSACTION is.
      return statement.name === 'transaction_isolation' && statement.kind === 'VAR_RESET'
        ? ['no-effect']
        : [variable(statement.name, null, Boolean(statement.is_local))];
  }
}

function settingText(node) {
  const constant = node.A_Const;
  if (!constant) {
    return "'"; // INTERVAL '…': shown as another kind of value
  }
  return constant.sval ? constant.sval.sval ?? '' : constant.ival ? String(constant.ival.ival ?? 0) : constant.fval.fval;
}

function transaction(statement) {
  const then = statement.chain ? ['begin'] : [];
  switch (statement.kind) {
    case 'TRANS_STMT_BEGIN': case 'TRANS_STMT_START': return ['begin'];
    case 'TRANS_STMT_COMMIT': return ['commit', ...then];
    case 'TRANS_STMT_ROLLBACK': return ['rollback', ...then];
    case 'TRANS_STMT_COMMIT_PREPARED': case 'TRANS_STMT_ROLLBACK_PREPARED': return ['server-command'];
    default: return ['no-effect'];
  }
}

function vacuum(statement) {
  const targets = (statement.rels ?? []).map((node) => relation(node.VacuumRelation.relation));
  const full = { full: option(statement.options, 'full') };
  return (targets.length > 0 ? targets : ['-'])
    .map((target) => (statement.is_vacuumcmd ? `vacuum ${target}${flags(full)}` : `analyze ${target}`));
}

function explain(statement) {
  return ['no-effect', ...(option(statement.options, 'analyze') ? summary(statement.query) : [])];
}

function copy(statement) {
  return [statement.is_from ? `copy-into ${relation(statement.relation)}` : 'select'];
}

function role(spec) {
  const special = { ROLESPEC_CURRENT_USER: 'current_user', ROLESPEC_CURRENT_ROLE: 'current_role', ROLESPEC_SESSION_USER: 'session_user' };
  return spec ? special[spec.roletype] ?? quote(spec.rolename) : 'all';
}

function createSchema(statement) {
  const own = statement.schemaname ? quote(statement.schemaname) : role(statement.authrole);
  return [
    ...create('schema', own, statement),
    ...(statement.schemaElts ?? []).flatMap((element) => summary(element)),
  ];
}

const always = (line) => () => [line];

const READERS = {
  CreateStmt: createTable,
  AlterTableStmt: alterTable,
  AlterTableMoveAllStmt: always('not-analysed'),
  DropStmt: drop,
  RenameStmt: rename,
  AlterObjectSchemaStmt: moveToSchema,
  IndexStmt: createIndex,
  ReindexStmt: reindex,
  ViewStmt: (s) => [view(s.view, { 'or-replace': s.replace, columns: list(strings(s.aliases)) })],
  CreateTableAsStmt: createTableAs,
  RefreshMatViewStmt: (s) => [`refresh-view ${relation(s.relation)}${flags({ concurrently: s.concurrent, 'no-data': s.skipData })}`],
  CreateEnumStmt: (s) => [`create-enum ${qualified(s.typeName)} values=${strings(s.vals).map(literal).join(',')}`],
  AlterEnumStmt: alterEnum,
  CreateDomainStmt: createDomain,
  AlterDomainStmt: alterDomain,
  CreateFunctionStmt: createRoutine,
  CreateTrigStmt: createTrigger,
  DoStmt: (s) => [`do-block${flags({ language: quote(s.args.map((a) => a.DefElem).find((o) => o.defname === 'language')?.arg.String.sval ?? 'plpgsql') })}`],
  CallStmt: (s) => [`call-routine ${qualified(s.funccall.funcname)}`],

  SelectStmt: (s, tag) => rows(tag, s),
  InsertStmt: (s, tag) => rows(tag, s),
  UpdateStmt: (s, tag) => rows(tag, s),
  DeleteStmt: (s, tag) => rows(tag, s),
  MergeStmt: (s, tag) => rows(tag, s),
  CopyStmt: copy,
  TruncateStmt: (s) => s.relations.map((node) => `truncate ${relation(node.RangeVar)}${flags({ cascade: s.behavior === 'DROP_CASCADE' })}`),

  VariableSetStmt: setVariable,
  TransactionStmt: transaction,
  LockStmt: (s) => s.relations.map((node) => `lock-table ${relation(node.RangeVar)} mode=${LOCKS[s.mode - 1]}${flags({ nowait: s.nowait })}`),
  VacuumStmt: vacuum,
  ClusterStmt: (s) => [`cluster ${s.relation ? relation(s.relation) : '-'}`],
  ExplainStmt: explain,
  ExecuteStmt: always('not-analysed'),
  DiscardStmt: (s) => [s.target === 'DISCARD_ALL' ? 'server-command' : 'no-effect'],
  ...Object.fromEntries([
    'NotifyStmt', 'ListenStmt', 'UnlistenStmt', 'VariableShowStmt', 'DeclareCursorStmt', 'FetchStmt',
    'ClosePortalStmt', 'PrepareStmt', 'DeallocateStmt', 'LoadStmt', 'CheckPointStmt', 'SecLabelStmt',
    'ConstraintsSetStmt',
  ].map((tag) => [tag, always('no-effect')])),
  ...Object.fromEntries([
    'CreatedbStmt', 'CreateTableSpaceStmt', 'DropTableSpaceStmt',
    'CreateSubscriptionStmt', 'DropSubscriptionStmt', 'AlterSystemStmt',
  ].map((tag) => [tag, always('server-command')])),

  CompositeTypeStmt: (s) => create('type', relation(s.typevar), s),
  CreateRangeStmt: (s) => create('type', qualified(s.typeName), s),
  DefineStmt: (s) => create(kindOf(s.kind), qualified(s.defnames), s),
  CreateSeqStmt: (s) => create('sequence', relation(s.sequence), s),
  CreateSchemaStmt: createSchema,
  CreateExtensionStmt: (s) => create('extension', quote(s.extname), s),
  CreatePolicyStmt: (s) => create('policy', quote(s.policy_name), s, { on: relation(s.table), restrictive: !s.permissive }),
  RuleStmt: (s) => create('rule', quote(s.rulename), s, { on: relation(s.relation) }),
  CreateStatsStmt: (s) => create('statistics', s.defnames ? qualified(s.defnames) : '-', s, { on: relation(s.relations[0].RangeVar) }),
  CreatePublicationStmt: (s) => create('publication', quote(s.pubname), s),
  CreateForeignServerStmt: (s) => create('server', quote(s.servername), s),
  CreateForeignTableStmt: (s) => create('foreign-table', relation(s.base.relation), s.base),
  CreateFdwStmt: (s) => create('other', '', s),
  CreateUserMappingStmt: (s) => create('other', '', s),
  CreateCastStmt: (s) => create('cast', '', s),
  CreateConversionStmt: (s) => create('other', '', s),
  CreateOpClassStmt: (s) => create('operator', '', s),
  CreateOpFamilyStmt: (s) => create('operator', '', s),
  CreatePLangStmt: (s) => create('language', quote(s.plname), s),
  CreateRoleStmt: (s) => create('role', quote(s.role), s),
  CreateEventTrigStmt: (s) => create('event-trigger', quote(s.trigname), s),
  CreateTransformStmt: (s) => create('other', '', s),
  CreateAmStmt: (s) => create('other', '', s),
  ImportForeignSchemaStmt: (s) => create('other', '', s),

  DropRoleStmt: (s) => s.roles.map((node) => object('drop', 'role', role(node.RoleSpec), { 'if-exists': s.missing_ok })),
  DropdbStmt: (s) =>
    [`drop-object database ${s.dbname}${s.missing_ok ? ' if-exists' : ''}`, 'server-command'],
  DropOwnedStmt: always('drop-object other'),
  DropUserMappingStmt: always('drop-object other'),

  AlterOwnerStmt: (s) => alter(kindOf(s.objectType), s.relation ? relation(s.relation) : place(kindOf(s.objectType), s.object).own, { owner: true }),
  AlterObjectDependsStmt: (s) => {
    const { own, on } = s.relation ? ownOf(s) : place(kindOf(s.objectType), s.object);
    return alter(kindOf(s.objectType), own, { on });
  },
  AlterFunctionStmt: (s) => alter(kindOf(s.objtype), qualified(s.func.objname)),
  AlterSeqStmt: (s) => alter('sequence', relation(s.sequence)),
  AlterExtensionStmt: (s) => alter('extension', quote(s.extname)),
  AlterExtensionContentsStmt: (s) => alter('extension', quote(s.extname)),
  AlterPolicyStmt: (s) => alter('policy', quote(s.policy_name), { on: relation(s.table) }),
  AlterPublicationStmt: (s) => alter('publication', quote(s.pubname)),
  AlterSubscriptionStmt: (s) => alter('subscription', quote(s.subname)),
  AlterStatsStmt: (s) => alter('statistics', qualified(s.defnames)),
  AlterRoleStmt: (s) => alter('role', role(s.role)),
  AlterRoleSetStmt: (s) => alter('role', role(s.role)),
  AlterDatabaseStmt: (s) => (option(s.options, 'tablespace') ? ['server-command'] : alter('database', quote(s.dbname))),
  AlterDatabaseSetStmt: (s) => alter('database', quote(s.dbname)),
  AlterDatabaseRefreshCollStmt: (s) => alter('database', quote(s.dbname)),
  AlterTableSpaceOptionsStmt: (s) => alter('tablespace', quote(s.tablespacename)),
  AlterTSDictionaryStmt: (s) => alter('text-search', qualified(s.dictname)),
  AlterTSConfigurationStmt: (s) => alter('text-search', qualified(s.cfgname)),
  AlterForeignServerStmt: (s) => alter('server', quote(s.servername)),
  AlterFdwStmt: () => alter('other', ''),
  AlterUserMappingStmt: () => alter('other', ''),
  AlterCollationStmt: (s) => alter('collation', qualified(s.collname)),
  AlterOperatorStmt: () => alter('operator', ''),
  AlterOpFamilyStmt: () => alter('operator', ''),
  AlterTypeStmt: (s) => alter('type', qualified(s.typeName)),
  AlterCompositeTypeStmt: (s) => alter('type', relation(s.relation)),
  AlterEventTrigStmt: (s) => alter('event-trigger', quote(s.trigname)),
  AlterDefaultPrivilegesStmt: () => alter('other', ''),
  ReassignOwnedStmt: () => alter('other', ''),

  GrantStmt: grant,
  GrantRoleStmt: (s) => [`grant role *${flags({ revoke: !s.is_grant })}`],
  CommentStmt: comment,
};

function ownOf(statement) {
  const kind = kindOf(statement.objectType);
  return kind === 'trigger'
    ? { own: quote(strings(statement.object.List?.items ?? [statement.object]).at(-1)), on: relation(statement.relation) }
    : { own: relation(statement.relation) };
}
