package dev.concertina.sql;

import static dev.concertina.sql.SummaryLine.keys;
import static dev.concertina.sql.SummaryLine.line;
import static dev.concertina.sql.SummaryLine.list;
import static dev.concertina.sql.SummaryLine.literal;
import static dev.concertina.sql.SummaryLine.name;
import static dev.concertina.sql.SummaryLine.names;
import static dev.concertina.sql.SummaryLine.optional;
import static dev.concertina.sql.SummaryLine.quote;
import static dev.concertina.sql.SummaryLine.type;
import static dev.concertina.sql.SummaryLine.words;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.Assignment;
import dev.concertina.schema.Operation.CallRoutine;
import dev.concertina.schema.Operation.DoBlock;
import dev.concertina.schema.Operation.NotAnalysed;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Prints operations in the words of the golden summaries that PostgreSQL's own grammar writes:
 * {@code src/test/oracle/README.md} defines them.
 */
final class OperationSummary {

  /** Kinds that are named in so many ways that a summary leaves the name out. */
  private static final Set<ObjectKind> UNNAMED =
      Set.of(ObjectKind.OTHER, ObjectKind.CAST, ObjectKind.OPERATOR);

  private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(",");

  private OperationSummary() {}

  /** The lines for all that one statement does. */
  static List<String> of(List<Operation> operations) {
    boolean selects = operations.stream().anyMatch(Select.class::isInstance);
    boolean block = operations.stream().anyMatch(DoBlock.class::isInstance);
    List<String> lines = new ArrayList<>();
    for (Operation operation : operations) {
      // What a query calls and a block executes is not for the grammar to say.
      boolean beyond =
          selects && operation instanceof CallRoutine || block && operation instanceof NotAnalysed;
      if (!beyond) {
        lines.add(head(operation).toString());
        lines.addAll(TableSummary.parts(operation));
      }
    }
    return lines;
  }

  private static SummaryLine head(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> TableSummary.createTable(o);
      case Operation.CreateTableAs o ->
          on(o).flag("if-not-exists", o.ifNotExists()).persistence(o.persistence());
      case Operation.DropTable o -> on(o).drop(o.ifExists(), o.cascade());
      case Operation.RenameTable o ->
          on(o).value("to", quote(o.newName())).flag("if-exists", o.ifExists());
      case Operation.AddColumn o -> on(o).flag("if-not-exists", o.ifNotExists());
      case Operation.DropColumn o -> on(o, o.column()).drop(o.ifExists(), o.cascade());
      case Operation.RenameColumn o -> on(o, o.column()).value("to", quote(o.newName()));
      case Operation.ChangeType o ->
          on(o, o.column())
              .word(type(o.type()))
              .flag("using", o.using() != null)
              .value("collate", o.collation() == null ? null : quote(o.collation()));
      case Operation.SetNotNull o -> on(o, o.column());
      case Operation.DropNotNull o -> on(o, o.column());
      case Operation.SetDefault o -> on(o, o.column());
      case Operation.DropDefault o -> on(o, o.column());
      case Operation.ChangeGeneration o -> on(o, o.column()).word(words(o.change()));
      case Operation.ColumnOption o -> on(o, o.column()).word(words(o.option()));
      case Operation.TableOption o -> tableOption(o);
      case Operation.AddConstraint o -> on(o);
      case Operation.ValidateConstraint o -> on(o, o.constraint());
      case Operation.DropConstraint o -> on(o, o.constraint()).drop(o.ifExists(), o.cascade());
      case Operation.AlterConstraint o -> on(o, o.constraint());
      case Operation.RenameConstraint o -> on(o, o.constraint()).value("to", quote(o.newName()));
      case Operation.AttachPartition o -> on(o).partition("partition", o.partition());
      case Operation.DetachPartition o ->
          on(o)
              .value("partition", name(o.partition()))
              .flag("concurrently", o.concurrently())
              .flag("finalize", o.finalizing());
      case Operation.CreateIndex o -> createIndex(o);
      case Operation.DropIndex o ->
          on(o).flag("concurrently", o.concurrently()).drop(o.ifExists(), o.cascade());
      case Operation.AttachIndex o -> on(o).value("partition", name(o.partition()));
      case Operation.Reindex o ->
          object(o, o.what(), o.name()).flag("concurrently", o.concurrently());
      case Operation.CreateView o ->
          on(o)
              .flag("materialized", o.materialized())
              .flag("or-replace", o.orReplace())
              .flag("if-not-exists", o.ifNotExists())
              .value("columns", list(o.columns()))
              .flag("no-data", !o.withData());
      case Operation.RefreshView o ->
          on(o).flag("concurrently", o.concurrently()).flag("no-data", !o.withData());
      case Operation.CreateEnum o ->
          on(o).word("values=" + o.values().stream().map(SummaryLine::literal).collect(COMMAS));
      case Operation.AddEnumValue o ->
          on(o).word(literal(o.value())).flag("if-not-exists", o.ifNotExists());
      case Operation.RenameEnumValue o ->
          on(o).word(literal(o.value())).value("to", literal(o.newValue()));
      case Operation.CreateDomain o ->
          on(o)
              .word(type(o.base()))
              .flag("not-null", o.notNull())
              .flag("default", o.defaultValue() != null);
      case Operation.AlterDomain o -> alterDomain(o);
      case Operation.CreateRoutine o -> createRoutine(o);
      case Operation.CreateTrigger o ->
          on(o, o.trigger())
              .flag("or-replace", o.orReplace())
              .value("events", o.events().stream().map(SummaryLine::words).sorted().collect(COMMAS))
              .value("function", name(o.function()));
      case Operation.DropTrigger o -> on(o, o.trigger()).drop(o.ifExists(), o.cascade());
      case DoBlock o -> line(o).value("language", quote(o.language()));
      case CallRoutine o -> on(o);
      case Operation.CreateObject o when UNNAMED.contains(o.what()) -> object(o, o.what(), null);
      case Operation.CreateObject o ->
          object(o, o.what(), o.name())
              .value("on", optional(o.on()))
              .flag("restrictive", "restrictive".equals(o.detail()))
              .flag("if-not-exists", o.ifNotExists());
      case Operation.DropObject o when UNNAMED.contains(o.what()) -> object(o, o.what(), null);
      case Operation.DropObject o ->
          object(o, o.what(), o.name())
              .value("on", optional(o.on()))
              .drop(o.ifExists(), o.cascade());
      case Operation.RenameObject o when UNNAMED.contains(o.what()) -> object(o, o.what(), null);
      case Operation.RenameObject o ->
          object(o, o.what(), o.name())
              .value("on", optional(o.on()))
              .value("to", quote(o.newName()));
      case Operation.MoveToSchema o when UNNAMED.contains(o.what()) -> object(o, o.what(), null);
      case Operation.MoveToSchema o ->
          object(o, o.what(), o.name()).value("to", quote(o.newSchema()));
      case Operation.AlterObject o when UNNAMED.contains(o.what()) -> object(o, o.what(), null);
      case Operation.AlterObject o ->
          object(o, o.what(), o.name())
              .value("on", optional(o.on()))
              .flag("owner", o.detail() != null && o.detail().startsWith("owner to"));
      case Operation.Grant o ->
          line(o)
              .word(words(o.what()))
              .flag(o.on() == null ? "*" : name(o.on()), !UNNAMED.contains(o.what()))
              .flag("revoke", o.revoke());
      case Operation.Comment o -> object(o, o.what(), o.name());
      case Operation.Insert o ->
          on(o)
              .value("columns", list(o.columns()))
              .value("rows", String.valueOf(o.rows()))
              .flag("query", o.source() != null)
              .flag("on-conflict", o.onConflict());
      case Operation.Update o ->
          on(o)
              .value("set", list(o.assignments().stream().map(Assignment::column).toList()))
              .flag("where", o.where() != null)
              .value("from", names(o.from()));
      case Operation.Delete o ->
          on(o).flag("where", o.where() != null).value("using", names(o.using()));
      case Operation.Merge o -> on(o);
      case Operation.Truncate o -> on(o).flag("cascade", o.cascade());
      case Operation.CopyInto o -> on(o);
      case Select o -> line(o).flag("locks-rows", o.locksRows());
      case Operation.SetVariable o -> setVariable(o);
      case Operation.LockTable o ->
          on(o).value("mode", words(o.mode().name())).flag("nowait", o.nowait());
      case Operation.Vacuum o -> on(o).flag("full", o.full());
      case Operation.Analyze o -> on(o);
      case Operation.Cluster o -> on(o);
      case Operation.Begin o -> line(o);
      case Operation.Commit o -> line(o);
      case Operation.Rollback o -> line(o);
      case Operation.ServerCommand o -> line(o);
      case Operation.NoEffect o -> line(o);
      case Operation.RunCode o -> line(o);
      case Operation.OneWay o -> line(o);
      case Operation.ForgetColumn o -> on(o, o.column());
      case Operation.ForgetTable o -> on(o);
      case NotAnalysed o -> line(o);
    };
  }

  private static SummaryLine on(Operation operation) {
    return line(operation).word(name(operation.target()));
  }

  private static SummaryLine on(Operation operation, String part) {
    return on(operation).word(quote(part));
  }

  private static SummaryLine object(Operation operation, ObjectKind what, Name name) {
    return line(operation).word(words(what)).flag(name(name), !UNNAMED.contains(what));
  }

  private static SummaryLine tableOption(Operation.TableOption o) {
    SummaryLine line = line(o).word(name(o.table()));
    // The grammar takes the parameters apart, and their text is not in its tree.
    boolean detailed =
        o.detail() != null && o.option() != Operation.TableOption.Option.STORAGE_PARAMETERS;
    return line.word(words(o.option())).flag(detailed ? quote(o.detail()) : "", detailed);
  }

  private static SummaryLine createIndex(Operation.CreateIndex o) {
    return line(o)
        .word(o.index() == null ? "-" : quote(o.index().local()))
        .value("on", name(o.table()))
        .flag("unique", o.unique())
        .flag("concurrently", o.concurrently())
        .flag("if-not-exists", o.ifNotExists())
        .flag("only", o.only())
        .flag("nulls-not-distinct", o.nullsNotDistinct())
        .value("method", quote(o.method()))
        .value("keys", keys(o.keys()))
        .value("include", list(o.include()))
        .flag("where", o.where() != null);
  }

  private static SummaryLine alterDomain(Operation.AlterDomain o) {
    boolean named =
        switch (o.change()) {
          case DROP_CONSTRAINT, VALIDATE_CONSTRAINT, RENAME_CONSTRAINT -> true;
          default -> false;
        };
    return on(o).word(words(o.change())).flag(named ? quote(o.name()) : "", named);
  }

  private static SummaryLine createRoutine(Operation.CreateRoutine o) {
    String arguments =
        o.arguments().stream().map(SummaryLine::type).collect(Collectors.joining(", "));
    return line(o)
        .word(words(o.what()))
        .word(name(o.name()) + "(" + arguments + ")")
        .flag("or-replace", o.orReplace())
        .value("returns", o.returns() == null ? null : returns(o.returns()))
        .value("volatility", o.volatility())
        .value("language", quote(o.language()));
  }

  /** The columns of RETURNS TABLE are no part of the summary. */
  private static String returns(String type) {
    return type.startsWith("table(") ? "table" : type(type);
  }

  private static SummaryLine setVariable(Operation.SetVariable o) {
    SummaryLine line = line(o).word(quote(o.name()));
    if (o.value() == null) {
      line.word("default");
    } else {
      line.value("value", o.value().contains("'") ? "<other>" : literal(o.value()));
    }
    return line.flag("local", o.local());
  }
}
