// Summaries of the statements that read and write rows.
import { list, name, parts, qualified, quote, relation, strings } from './names.mjs';
import { flags, persistence } from './text.mjs';

/** What common table expressions write, then the statement itself. */
export function rows(tag, statement, common = new Set()) {
  const names = new Set(common);
  const written = (statement.withClause?.ctes ?? []).flatMap(({ CommonTableExpr: cte }) => {
    names.add(cte.ctename);
    const [innerTag, inner] = Object.entries(cte.ctequery)[0];
    return rows(innerTag, inner, names).filter((line) => !line.startsWith('select'));
  });
  return [...written, ...own(tag, statement, names)];
}

function own(tag, statement, common) {
  switch (tag) {
    case 'SelectStmt': return select(statement);
    case 'InsertStmt': return insert(statement);
    case 'UpdateStmt':
      return [`update ${relation(statement.relation)}${flags({
        set: list(statement.targetList.map((target) => target.ResTarget.name)),
        where: statement.whereClause !== undefined,
        from: relations(statement.fromClause, common),
      })}`];
    case 'DeleteStmt':
      return [`delete ${relation(statement.relation)}${flags({
        where: statement.whereClause !== undefined,
        using: relations(statement.usingClause, common),
      })}`];
    case 'MergeStmt': return [`merge ${relation(statement.relation)}`];
    default: throw new Error(`rows of ${tag}`);
  }
}

function insert(statement) {
  const source = statement.selectStmt?.SelectStmt;
  const plain = source?.valuesLists && !source.sortClause && !source.limitCount
    && !source.limitOffset && !source.withClause && !source.lockingClause;
  return [`insert ${relation(statement.relation)}${flags({
    columns: list((statement.cols ?? []).map((column) => column.ResTarget.name)),
    rows: String(source ? (plain ? source.valuesLists.length : 0) : 1),
    query: Boolean(source) && !plain,
    'on-conflict': statement.onConflictClause !== undefined,
  })}`];
}

function relations(nodes, common) {
  return (nodes ?? []).flatMap((node) => from(node, common)).join(',');
}

function from(node, common) {
  if (node.RangeVar) {
    const shared = !node.RangeVar.schemaname && common.has(node.RangeVar.relname);
    return shared ? [] : [relation(node.RangeVar)];
  }
  if (node.JoinExpr) {
    return [...from(node.JoinExpr.larg, common), ...from(node.JoinExpr.rarg, common)];
  }
  return node.RangeTableSample ? from(node.RangeTableSample.relation, common) : [];
}

export function select(statement) {
  const into = firstInto(statement);
  if (into) {
    return [`create-table-as ${relation(into.rel)}${flags(persistence(into.rel))}`];
  }
  const settings = (statement.targetList ?? []).flatMap((target) => setConfig(target.ResTarget.val));
  return settings.length > 0 ? settings : [`select${flags({ 'locks-rows': mentions(statement, 'LockingClause') })}`];
}

function firstInto(statement) {
  return statement.intoClause ?? (statement.larg ? firstInto(statement.larg) : undefined);
}

function setConfig(value) {
  const call = value?.FuncCall;
  const local = call && strings(call.funcname).at(-1);
  if (local !== 'set_config' || call.args.length !== 3) {
    return [];
  }
  const [setting, text, isLocal] = call.args.map((argument) => argument.A_Const);
  if (!setting?.sval || !text?.sval || !isLocal) {
    return [];
  }
  return [variable(setting.sval.sval, text.sval.sval ?? '', Boolean(isLocal.boolval?.boolval))];
}

/** @param value null when the variable goes back to its default */
export function variable(setting, value, local) {
  return `set-variable ${quote(setting.toLowerCase())}${flags({
    value: value === null ? '' : valueText(value), default: value === null, local,
  })}`;
}

function valueText(value) {
  return value.includes("'") ? '<other>' : `'${value.replaceAll('\n', '\\n')}'`;
}

export function mentions(node, tag) {
  if (node === null || typeof node !== 'object') {
    return false;
  }
  return Object.entries(node).some(([key, value]) => key === tag || mentions(value, tag));
}
