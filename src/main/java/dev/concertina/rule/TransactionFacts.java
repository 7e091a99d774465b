package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.number;
import static dev.concertina.rule.Fact.place;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Facts about the transaction that the operation runs in and the session's timeouts. */
final class TransactionFacts {

  private TransactionFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "transaction.shared",
            "other statements may share its transaction",
            c -> c.here().inTransaction()),
        flag(
            "transaction.wrapped",
            "the framework opened the transaction",
            TransactionFacts::wrapped),
        flag(
            "transaction.all-pending",
            "the framework runs all pending migrations in one transaction",
            c -> c.here().migration().transaction() == Migration.Transaction.ALL_PENDING),
        text(
            "transaction.opener",
            "who begins the transaction, as a clause",
            TransactionFacts::opener),
        text("framework", "the migration's framework", c -> c.here().migration().framework()),
        text("framework.title", "the same as it is written in prose", TransactionFacts::title),
        text(
            "framework.way-out",
            "how the framework runs a migration outside a transaction",
            TransactionFacts::wayOut),
        place(
            "transaction.earlier-lock",
            "an earlier statement of the transaction still blocks reads or writes of an existing table",
            TransactionFacts::earlierLock),
        place(
            "transaction.other-table-locked",
            "with this one the transaction blocks a second existing table",
            TransactionFacts::secondTable),
        place(
            "transaction.added-not-valid",
            "the transaction added this constraint NOT VALID",
            TransactionFacts::addedNotValid),
        place(
            "transaction.enum-value-added",
            "the transaction added the enum value that is used here",
            TransactionFacts::enumValue),
        place(
            "transaction.schema-changed",
            "the transaction changed the schema of this table, or blocks an existing one",
            TransactionFacts::schemaChanged),
        flag(
            "transaction.drops-proof",
            "the same statement drops the check that proves it",
            TransactionFacts::dropsProof),
        flag(
            "transaction.work-allowed",
            "it is an instant change, or works through tables of this change alone",
            c -> worked(c).isEmpty()),
        text(
            "transaction.blocked-table",
            "the existing table that an earlier statement of the transaction still blocks",
            c -> {
              Occurrence earlier = blockingEarlier(c);
              return earlier == null ? null : blocked(c, earlier).iterator().next().toString();
            }),
        text(
            "transaction.works-through",
            "the existing tables that it works through, its rows where that is the blocked one",
            TransactionFacts::worksThrough),
        text(
            "transaction.fault",
            "what is wrong with BEGIN, COMMIT or ROLLBACK here: begin-inside, ends-frameworks, left-open",
            c -> fault(c) == null ? null : Fact.word(fault(c))),
        flag(
            "timeout.waits-first",
            "it is the first of its migration that waits for a strong lock without a lock_timeout",
            TransactionFacts::waitsFirst),
        text(
            "timeout.waits-for",
            "the existing table whose lock it waits for, its own before others",
            TransactionFacts::waitsFor),
        text(
            "timeout.name",
            "the timeout that it sets",
            c ->
                c.operation() instanceof Operation.SetVariable v && v.name().endsWith("_timeout")
                    ? v.name()
                    : null),
        flag(
            "timeout.sets-lock",
            "it sets lock_timeout or statement_timeout",
            TransactionFacts::setsTimeout),
        flag(
            "timeout.local",
            "SET LOCAL",
            c -> c.operation() instanceof Operation.SetVariable v && v.local()),
        number(
            "timeout.milliseconds",
            "the timeout that it sets, in milliseconds",
            c -> c.operation() instanceof Operation.SetVariable v ? milliseconds(v.value()) : null),
        flag(
            "timeout.useless",
            "the timeout that it sets can't take effect",
            TransactionFacts::useless),
        flag(
            "timeout.too-short",
            "a short timeout that the migration set is in force for a CONCURRENTLY statement",
            TransactionFacts::tooShort),
        flag(
            "timeout.by-runner",
            "whoever runs the migrations sets lock_timeout",
            c -> c.situation().lockTimeoutByRunner()),
        flag(
            "index.dropped-first",
            "DROP INDEX IF EXISTS of the same name comes before it",
            TransactionFacts::droppedFirst));
  }

  private static String title(Context context) {
    return Framework.of(context.here().migration().framework())
        .map(Framework::title)
        .orElse("the framework");
  }

  private static String opener(Context context) {
    return context.here().migration().wrapped()
        ? title(context) + " runs this migration in a transaction"
        : "this migration begins a transaction of its own";
  }

  private static boolean wrapped(Context context) {
    Migration.Transaction how = context.here().migration().transaction();
    return context.here().inTransaction()
        && (how == Migration.Transaction.FILE || how == Migration.Transaction.ALL_PENDING);
  }

  /** The existing tables that an operation blocks, for reads or writes. */
  private static Set<Name> blocked(Context context, Occurrence occurrence) {
    Set<Name> blocked = new TreeSet<>();
    for (Effect.Held held : occurrence.effect().locks()) {
      if (held.mode().blocksWrites()
          && held.role() != Effect.Role.INDEX
          && context.existing(held.relation())
          && !context.before().index(held.relation()).isPresent()) {
        blocked.add(held.relation());
      }
    }
    return blocked;
  }

  private static Occurrence blockingEarlier(Context context) {
    return context.earlierInTransaction().stream()
        .filter(earlier -> earlier.statement() != context.here().statement())
        .filter(earlier -> !blocked(context, earlier).isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Finding.Related earlierLock(Context context) {
    Occurrence earlier = blockingEarlier(context);
    if (earlier == null) {
      return null;
    }
    Name table = blocked(context, earlier).iterator().next();
    return Context.place(
        earlier, earlier.effect().lockOn(table) + " on " + table + " is held from here");
  }

  /** The existing tables whose rows the operation has to go through. */
  private static Set<Name> worked(Context context) {
    if (looksUpNothing(context)) {
      return Set.of();
    }
    Effect effect = context.here().effect();
    Set<Name> worked = new TreeSet<>();
    for (Set<Name> tables : List.of(effect.scans(), effect.rewrites(), effect.builds())) {
      tables.stream().filter(context::existing).forEach(worked::add);
    }
    return worked;
  }

  /** A foreign key of a table that the change has made, and put no rows into. */
  private static boolean looksUpNothing(Context context) {
    return context.operation() instanceof Operation.AddConstraint add
        && add.constraint() instanceof Constraint.ForeignKey
        && !context.existing(add.table())
        && context.earlier().stream()
            .map(Occurrence::operation)
            .noneMatch(o -> RowFacts.fills(o) && !context.existing(o.target()));
  }

  private static String worksThrough(Context context) {
    Set<Name> worked = worked(context);
    Occurrence earlier = blockingEarlier(context);
    boolean itself =
        earlier != null && worked.contains(blocked(context, earlier).iterator().next());
    return worked.isEmpty()
        ? null
        : itself && worked.size() == 1
            ? "its rows"
            : worked.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
  }

  private static Finding.Related secondTable(Context context) {
    Set<Name> here = blocked(context, context.here());
    Set<Name> before = new TreeSet<>();
    Occurrence first = null;
    for (Occurrence earlier : context.earlierInTransaction()) {
      Set<Name> blocked = blocked(context, earlier);
      if (first == null && !blocked.isEmpty()) {
        first = earlier;
      }
      before.addAll(blocked);
      if (earlier.operation() instanceof Operation.RenameTable rename
          && before.remove(rename.table())) {
        before.add(rename.table().sibling(rename.newName()));
      }
    }
    if (before.size() != 1 || before.containsAll(here)) {
      return null;
    }
    return Context.place(first, blocked(context, first).iterator().next() + " is locked from here");
  }

  private static Finding.Related addedNotValid(Context context) {
    if (!(context.operation() instanceof Operation.ValidateConstraint validate)) {
      return null;
    }
    for (Occurrence earlier : context.earlierInTransaction()) {
      if (earlier.operation() instanceof Operation.AddConstraint add
          && add.table().equals(validate.table())
          && validate.constraint().equals(add.constraint().name())) {
        return Context.place(earlier, "added here, in the same transaction");
      }
    }
    return null;
  }

  private static Finding.Related enumValue(Context context) {
    if (context.operation() instanceof Operation.AddEnumValue) {
      // Another type may have a value of the same name.
      return null;
    }
    String text = context.here().statement().sql();
    for (Occurrence earlier : context.earlierInTransaction()) {
      if (earlier.operation() instanceof Operation.AddEnumValue add
          && earlier.statement() != context.here().statement()
          && text.contains("'" + add.value().replace("'", "''") + "'")) {
        boolean typeIsNew = !context.existing(add.type());
        return typeIsNew && context.situation().dialect().version() >= 17
            ? null
            : Context.place(earlier, "the value is added here, in the same transaction");
      }
    }
    return null;
  }

  static Finding.Related schemaChanged(Context context) {
    Name table = SchemaFacts.relation(context);
    for (Occurrence earlier : context.earlierInTransaction()) {
      boolean sameTable = table.equals(earlier.operation().target()) && isSchema(earlier);
      Set<Name> blocked = blocked(context, earlier);
      if (earlier.statement() != context.here().statement() && (sameTable || !blocked.isEmpty())) {
        return Context.place(earlier, "the schema changes here, in the same transaction");
      }
    }
    return null;
  }

  static boolean isSchema(Occurrence occurrence) {
    Lock strongest = occurrence.effect().strongest();
    return strongest != null && strongest.atLeast(Lock.SHARE_UPDATE_EXCLUSIVE);
  }

  private static boolean dropsProof(Context context) {
    if (!(context.operation() instanceof Operation.SetNotNull set)) {
      return false;
    }
    return context.here().statement().operations().stream()
        .anyMatch(
            o ->
                o instanceof Operation.DropConstraint drop
                    && context
                        .table()
                        .flatMap(t -> t.constraint(drop.constraint()))
                        .map(c -> proves(c, set.column()))
                        .orElse(false));
  }

  private static boolean proves(Constraint constraint, String column) {
    return constraint instanceof Constraint.Check check
        && check.condition().detail().impliesNotNull(column);
  }

  private static Transactions.Fault.Kind fault(Context context) {
    return context.situation().upcoming().faults().stream()
        .filter(fault -> fault.operation() == context.operation())
        .map(Transactions.Fault::kind)
        .findFirst()
        .orElse(null);
  }

  private static String wayOut(Context context) {
    Migration migration = context.here().migration();
    return Framework.of(migration.framework()).map(f -> f.wayOut(migration.path())).orElse(null);
  }

  // ---- timeouts

  private static boolean waits(Context context, Occurrence occurrence) {
    boolean nowait = occurrence.operation() instanceof Operation.LockTable lock && lock.nowait();
    // A limit is what CONCURRENTLY can't do with: see concurrently-short-timeout.
    return !nowait
        && !concurrent(occurrence.operation())
        && !blocked(context, occurrence).isEmpty();
  }

  private static boolean waitsFirst(Context context) {
    if (!waits(context, context.here()) || timed(context.here())) {
      return false;
    }
    return context.earlier().stream()
        .filter(earlier -> earlier.migration() == context.here().migration())
        .noneMatch(earlier -> waits(context, earlier) && !timed(earlier));
  }

  private static String waitsFor(Context context) {
    Set<Name> blocked = blocked(context, context.here());
    Name own = SchemaFacts.relation(context);
    return blocked.isEmpty()
        ? null
        : (blocked.contains(own) ? own : blocked.iterator().next()).toString();
  }

  private static boolean timed(Occurrence occurrence) {
    Integer lock = milliseconds(occurrence.session().variable("lock_timeout"));
    Integer statement = milliseconds(occurrence.session().variable("statement_timeout"));
    return lock != null && lock > 0 || statement != null && statement > 0;
  }

  private static boolean setsTimeout(Context context) {
    return context.operation() instanceof Operation.SetVariable set
        && (set.name().equals("lock_timeout") || set.name().equals("statement_timeout"));
  }

  private static boolean useless(Context context) {
    if (!(context.operation() instanceof Operation.SetVariable set) || !setsTimeout(context)) {
      return false;
    }
    if (set.local() && !context.here().inTransaction()) {
      return true;
    }
    Integer value = milliseconds(set.value());
    if (value == null) {
      return false;
    }
    List<Operation> rest =
        context.later().stream()
            .filter(u -> u.migration() == context.here().migration())
            .map(Transactions.Run::operation)
            .takeWhile(o -> !sets(o, set.name()))
            .filter(o -> !(o instanceof Operation.SetVariable))
            .toList();
    if (rest.isEmpty() && restores(context, set)) {
      return false;
    }
    if (value == 0 && set.name().equals("statement_timeout")) {
      // It gives a long statement its time, and lets a lock_timeout be.
      return false;
    } else if (value == 0) {
      boolean onlyConcurrent =
          !rest.isEmpty() && rest.stream().allMatch(TransactionFacts::concurrent);
      return !onlyConcurrent;
    }
    Integer statement =
        set.name().equals("lock_timeout")
            ? milliseconds(context.here().session().variable("statement_timeout"))
            : null;
    return rest.isEmpty() || statement != null && statement > 0 && value >= statement;
  }

  private static boolean sets(Operation operation, String variable) {
    return operation instanceof Operation.SetVariable set && set.name().equals(variable);
  }

  /** Whether it sets the session's value for what comes after a migration that had another one. */
  private static boolean restores(Context context, Operation.SetVariable set) {
    return !set.local()
        && context.earlier().stream()
            .filter(earlier -> earlier.migration() == context.here().migration())
            .anyMatch(earlier -> sets(earlier.operation(), set.name()));
  }

  private static boolean concurrent(Operation operation) {
    return ConcurrencyFacts.says(operation) && !(operation instanceof Operation.RefreshView);
  }

  private static boolean tooShort(Context context) {
    if (!concurrent(context.operation())) {
      return false;
    }
    Integer lock = milliseconds(context.here().session().variable("lock_timeout"));
    Integer statement = milliseconds(context.here().session().variable("statement_timeout"));
    return isShort(lock, 60_000) || isShort(statement, 600_000);
  }

  private static boolean isShort(Integer milliseconds, int limit) {
    return milliseconds != null && milliseconds > 0 && milliseconds < limit;
  }

  /** PostgreSQL's units; a bare number is milliseconds. Null when it is no duration. */
  static Integer milliseconds(String value) {
    if (value == null) {
      return null;
    }
    String text = value.strip().toLowerCase(Locale.ROOT);
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 9) {
      return null;
    }
    long number = Long.parseLong(text.substring(0, digits));
    Long unit =
        switch (text.substring(digits).strip()) {
          case "", "ms" -> 1L;
          case "us" -> 0L;
          case "s" -> 1000L;
          case "min" -> 60_000L;
          case "h" -> 3_600_000L;
          case "d" -> 86_400_000L;
          default -> null;
        };
    return unit == null ? null : (int) Math.min(Integer.MAX_VALUE, number * unit);
  }

  private static boolean droppedFirst(Context context) {
    return context.operation() instanceof Operation.CreateIndex create
        && create.index() != null
        && context.earlier().stream()
            .anyMatch(
                e ->
                    e.operation() instanceof Operation.DropIndex drop
                        && drop.index().equals(create.index()));
  }
}
