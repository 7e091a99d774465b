package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts about names that change in {@code schema.prisma}: Prisma sees one that is gone and another
 * one, and writes a drop and an add.
 */
final class PrismaFacts {

  private PrismaFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "prisma.renames",
            "Prisma writes the new name of this column or table as a drop and an add",
            c -> newName(c) != null),
        text("prisma.new-name", "that new name", PrismaFacts::newName),
        text(
            "prisma.new-field",
            "the same, of a column",
            c -> c.operation() instanceof Operation.DropColumn ? newName(c) : null),
        text(
            "prisma.new-model",
            "the same, of a table",
            c -> c.operation() instanceof Operation.DropTable ? newName(c) : null),
        flag(
            "prisma.new-half",
            "it is the add of such a drop and an add",
            PrismaFacts::takesAnothersPlace));
  }

  /** What the running version does not know and the new one may declare. */
  static Stream<Subject> subjects(Transactions.Run run) {
    if (!isPrisma(run.migration())) {
      return Stream.empty();
    }
    return switch (run.operation()) {
      case Operation.AddColumn o -> Stream.of(new Subject(o.table(), o.column().name()));
      case Operation.CreateTable o -> Stream.of(Subject.of(o.table()));
      default -> Stream.empty();
    };
  }

  /** The new name of what is dropped, or null. */
  static String newName(Context context) {
    if (context.here() == null || !isPrisma(context.here().migration())) {
      return null;
    }
    return switch (context.operation()) {
      case Operation.DropColumn drop -> column(context, drop);
      case Operation.DropTable drop -> table(context, drop);
      default -> null;
    };
  }

  /**
   * In the one statement the only column of a type is dropped and the only one of that type added;
   * of several the one with a similar name.
   */
  private static String column(Context context, Operation.DropColumn drop) {
    DataType type = SchemaFacts.column(context).map(c -> c.type().stored()).orElse(null);
    if (type == null) {
      return null;
    }
    Statement statement = context.here().statement();
    List<String> added =
        all(statement, Operation.AddColumn.class)
            .filter(add -> add.table().equals(drop.table()))
            .filter(add -> add.column().type().stored().equals(type))
            .map(add -> add.column().name())
            .toList();
    long dropped =
        all(statement, Operation.DropColumn.class)
            .filter(other -> other.table().equals(drop.table()))
            .filter(other -> type(context, other).filter(type::equals).isPresent())
            .count();
    List<String> similar =
        added.stream().filter(name -> SimilarNames.are(drop.column(), name)).toList();
    List<String> likely = added.size() == 1 && dropped == 1 ? added : similar;
    if (likely.size() != 1 || pointsElsewhere(context, drop, likely.get(0))) {
      return null;
    }
    Subject old = new Subject(drop.table(), drop.column());
    Subject name = new Subject(drop.table(), likely.get(0));
    return renamed(context, old, name) ? likely.get(0) : null;
  }

  /** A key to another table is another thing, whatever its type. */
  private static boolean pointsElsewhere(Context context, Operation.DropColumn drop, String name) {
    List<Name> before =
        context
            .situation()
            .base()
            .table(drop.table())
            .map(table -> references(table.constraints().stream(), drop.column()))
            .orElse(List.of());
    Stream<Constraint> added =
        context.here().migration().statements().stream()
            .flatMap(statement -> all(statement, Operation.AddConstraint.class))
            .filter(add -> add.table().equals(drop.table()))
            .map(Operation.AddConstraint::constraint);
    List<Name> after = references(added, name);
    return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
  }

  private static List<Name> references(Stream<Constraint> constraints, String column) {
    return constraints
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .filter(key -> key.columns().contains(column))
        .map(Constraint.ForeignKey::referenced)
        .toList();
  }

  private static Optional<DataType> type(Context context, Operation.DropColumn drop) {
    return context
        .situation()
        .base()
        .table(drop.table())
        .flatMap(table -> table.column(drop.column()))
        .map(column -> column.type().stored());
  }

  /** A table of the same columns is created by the same migration. */
  private static String table(Context context, Operation.DropTable drop) {
    Map<String, String> columns =
        context
            .situation()
            .base()
            .table(drop.table())
            .map(known -> types(known.columns().values().stream()))
            .orElse(Map.of());
    List<Name> created =
        context.here().migration().statements().stream()
            .flatMap(statement -> all(statement, Operation.CreateTable.class))
            .filter(create -> types(create.columns().stream()).equals(columns))
            .map(Operation.CreateTable::table)
            .filter(table -> renamed(context, Subject.of(drop.table()), Subject.of(table)))
            .toList();
    return created.size() == 1 ? created.get(0).local() : null;
  }

  private static Map<String, String> types(Stream<Column> columns) {
    return columns.collect(
        Collectors.toMap(
            Column::name, c -> c.type().stored().toString(), (a, b) -> a, TreeMap::new));
  }

  /** Whether a model has the one name in the running version and the other in the new one. */
  private static boolean renamed(Context context, Subject old, Subject name) {
    References next = context.situation().next();
    return declares(context.situation().running(), old)
        && declares(next, name)
        && !declares(next, old);
  }

  private static boolean declares(References version, Subject subject) {
    return version.to(subject).stream()
        .anyMatch(place -> place.kind() == Reference.Kind.DECLARES && !place.test());
  }

  private static boolean takesAnothersPlace(Context context) {
    return context.here() != null
        && context.operation() instanceof Operation.AddColumn add
        && context.earlier().stream()
            .filter(earlier -> earlier.statement() == context.here().statement())
            .filter(earlier -> earlier.operation() instanceof Operation.DropColumn)
            .map(
                earlier ->
                    new Context(context.situation(), earlier, context.situation().base(), null))
            .anyMatch(drop -> add.column().name().equals(newName(drop)));
  }

  private static <T extends Operation> Stream<T> all(Statement statement, Class<T> kind) {
    return statement.operations().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static boolean isPrisma(Migration migration) {
    return migration.framework().equals(Framework.PRISMA.id());
  }
}
