package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.rows;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Column;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Table;
import dev.concertina.schema.View;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts about what a change puts in the place of something that it takes away, so that a safe path
 * can have both for a while: the new view or function under a name of its own, the columns that a
 * dropped one is split or merged into, the rows that hold a renamed enum value.
 */
final class ReplacementFacts {

  private ReplacementFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "replacement.statement-known",
            "the change creates the same name again, or here, with another shape",
            c -> beside(c) != null),
        text(
            "replacement.name",
            "a name beside the old one for what takes its place",
            c -> c.target() == null ? null : besideName(c.target()).toString()),
        text(
            "replacement.statement",
            "the statement that creates it under that name",
            ReplacementFacts::beside),
        flag(
            "object.keyword-known",
            "it is a view, materialized view, function or procedure",
            c -> keyword(c) != null),
        text(
            "object.drop",
            "the statement that drops the old one",
            c ->
                keyword(c) == null
                    ? null
                    : "DROP " + keyword(c) + " " + c.target().sql() + arguments(c) + ";"),
        flag(
            "object.bridgeable",
            "it is a view whose columns are known, so that another view can take its name",
            c -> viewColumns(c) != null),
        text("view.columns", "the columns of the view, for SQL", ReplacementFacts::viewColumns),
        flag(
            "replacement.columns",
            "earlier statements of the change add the columns that take its place",
            c -> !added(c).isEmpty()),
        text(
            "replacement.adds",
            "the statements that add them",
            c -> joined(added(c).stream().map(ReplacementFacts::add))),
        text(
            "replacement.column-names",
            "their names",
            c ->
                added(c).isEmpty()
                    ? null
                    : added(c).stream()
                        .map(add -> add.column().name())
                        .collect(Collectors.joining("`, `"))),
        flag(
            "replacement.batchable",
            "a batch can copy the values over",
            c -> copies(c).findAny().isPresent()),
        rows(
            "replacement.batch",
            "the statements that copy a batch of values over",
            c -> copies(c).distinct().toList()),
        text(
            "replacement.remaining",
            "the query that counts the rows without the new values",
            c -> copies(c).map(Transformation::remaining).findFirst().orElse(null)),
        flag(
            "enum.renamed",
            "it renames a value of an enum",
            c -> c.operation() instanceof Operation.RenameEnumValue),
        flag(
            "constraint.renamed",
            "it renames a constraint",
            c -> c.operation() instanceof Operation.RenameConstraint),
        flag("enum.stored", "a column of a known table has the type", c -> !holders(c).isEmpty()),
        rows(
            "enum.moves",
            "the statements that give a batch of rows the new value",
            c -> holders(c).stream().map(holder -> move(c, holder)).toList()),
        text(
            "enum.remaining",
            "the query that counts the rows with the old value",
            ReplacementFacts::oldValues),
        text(
            "value.sql",
            "the value at hand as a literal",
            c -> literal(OperationFacts.value(c.operation()))),
        text(
            "new-name.literal",
            "the new name as a literal",
            c ->
                c.operation() instanceof Operation.RenameEnumValue o
                    ? literal(o.newValue())
                    : null));
  }

  // ---- views and routines

  private static Name besideName(Name name) {
    return name.sibling(name.local() + "_new");
  }

  /**
   * The statement that creates the thing anew, with another name in it; null when there is none.
   */
  private static String beside(Context context) {
    Name name = context.target();
    String keyword = keyword(context);
    if (name == null || keyword == null) {
      return null;
    }
    String statement =
        context.operation() instanceof Operation.DropObject
            ? context.laterInTransaction().stream()
                .filter(run -> creates(run.operation(), name))
                .map(run -> run.statement().sql())
                .findFirst()
                .orElse(null)
            : context.here().statement().sql();
    return statement == null ? null : renamed(statement, keyword, name);
  }

  private static boolean creates(Operation operation, Name name) {
    return switch (operation) {
      case Operation.CreateView view -> view.view().equals(name);
      case Operation.CreateRoutine routine -> routine.name().equals(name);
      default -> false;
    };
  }

  /** The name is the first thing behind the keyword that is spelled like it. */
  private static String renamed(String statement, String keyword, Name name) {
    String text = statement.toLowerCase(Locale.ROOT);
    int behind = text.indexOf(keyword.toLowerCase(Locale.ROOT));
    int at = behind < 0 ? -1 : text.indexOf(name.local().toLowerCase(Locale.ROOT), behind);
    if (at < 0) {
      return null;
    }
    String rest = statement.substring(at + name.local().length());
    return statement.substring(0, at) + name.local() + "_new" + rest + ";";
  }

  private static String keyword(Context context) {
    return switch (context.operation()) {
      case Operation.CreateView o -> o.materialized() ? "MATERIALIZED VIEW" : "VIEW";
      case Operation.CreateRoutine o -> kept(o.what());
      case Operation.DropObject o -> kept(o.what());
      case Operation.RenameObject o -> kept(o.what());
      default -> null;
    };
  }

  private static String kept(Operation.ObjectKind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, FUNCTION, PROCEDURE -> kind.toString().toUpperCase(Locale.ROOT);
      default -> null;
    };
  }

  private static String arguments(Context context) {
    boolean routine = "FUNCTION".equals(keyword(context)) || "PROCEDURE".equals(keyword(context));
    return routine
        ? context
            .before()
            .routine(context.target())
            .map(known -> "(" + String.join(", ", known.arguments()) + ")")
            .orElse("")
        : "";
  }

  private static String viewColumns(Context context) {
    if (!(context.operation() instanceof Operation.RenameObject rename)
        || rename.what() != Operation.ObjectKind.VIEW) {
      return null;
    }
    List<String> columns =
        context.before().view(rename.name()).map(View::outputs).orElse(List.of());
    boolean known = !columns.isEmpty() && columns.stream().noneMatch(c -> "*?".contains(c));
    return known ? columns.stream().map(Identifier::quote).collect(Collectors.joining(", ")) : null;
  }

  // ---- columns that are split or merged

  /** The columns that earlier statements of the change add to the table, and give values of it. */
  private static List<Operation.AddColumn> added(Context context) {
    if (!(context.operation() instanceof Operation.DropColumn drop)) {
      return List.of();
    }
    List<Operation.AddColumn> adds =
        context.earlier().stream()
            .map(Occurrence::operation)
            .filter(Operation.AddColumn.class::isInstance)
            .map(Operation.AddColumn.class::cast)
            .filter(add -> add.table().equals(drop.table()))
            .toList();
    List<Operation.AddColumn> filled =
        adds.stream().filter(add -> updates(context, drop).anyMatch(u -> sets(u, add))).toList();
    return filled.isEmpty() && adds.size() == 1 ? adds : filled;
  }

  private static boolean sets(Operation.Update update, Operation.AddColumn add) {
    return update.assignments().stream().anyMatch(a -> a.column().equals(add.column().name()));
  }

  /** The earlier updates that compute something from the dropped column. */
  private static Stream<Operation.Update> updates(Context context, Operation.DropColumn drop) {
    return context.earlier().stream()
        .map(Occurrence::operation)
        .filter(Operation.Update.class::isInstance)
        .map(Operation.Update.class::cast)
        .filter(update -> update.table().equals(drop.table()))
        .filter(
            update ->
                update.assignments().stream()
                    .anyMatch(a -> a.value().detail().columns().contains(drop.column())));
  }

  private static Stream<Transformation> copies(Context context) {
    return context.operation() instanceof Operation.DropColumn drop
        ? updates(context, drop).flatMap(update -> BatchFacts.of(context, update).stream())
        : Stream.empty();
  }

  private static String add(Operation.AddColumn add) {
    Column column = add.column();
    return "ALTER TABLE "
        + add.table().sql()
        + " ADD COLUMN "
        + Identifier.quote(column.name())
        + " "
        + column.type()
        + (column.defaultValue() == null ? "" : " DEFAULT " + column.defaultValue().text())
        + ";";
  }

  // ---- enum values

  private record Holder(Table table, String column) {}

  private static List<Holder> holders(Context context) {
    if (!(context.operation() instanceof Operation.RenameEnumValue rename)) {
      return List.of();
    }
    return context.before().tables().stream()
        .filter(table -> table.partition() == null)
        .flatMap(
            table ->
                table.columns().values().stream()
                    .filter(column -> column.type().toString().equals(rename.type().toString()))
                    .map(column -> new Holder(table, column.name())))
        .sorted((a, b) -> a.table().name().compareTo(b.table().name()))
        .toList();
  }

  private static Transformation move(Context context, Holder holder) {
    Operation.RenameEnumValue rename = (Operation.RenameEnumValue) context.operation();
    String old = literal(rename.value());
    String value = literal(rename.newValue());
    return BatchFacts.replace(context, holder.table().name(), holder.column(), old, value);
  }

  private static String oldValues(Context context) {
    List<Holder> holders = holders(context);
    if (holders.isEmpty()) {
      return null;
    }
    String old = literal(((Operation.RenameEnumValue) context.operation()).value());
    return holders.stream()
        .map(
            holder ->
                "(SELECT count(*) FROM "
                    + holder.table().name().sql()
                    + " WHERE "
                    + Identifier.quote(holder.column())
                    + " = "
                    + old
                    + ")")
        .collect(Collectors.joining(" + ", "SELECT ", ";"));
  }

  private static String literal(String value) {
    return value == null ? null : "'" + value.replace("'", "''") + "'";
  }

  private static String joined(Stream<String> lines) {
    String text = lines.filter(Objects::nonNull).distinct().collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }
}
