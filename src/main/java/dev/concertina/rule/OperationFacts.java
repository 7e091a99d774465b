package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.number;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Transactions;
import dev.concertina.schema.Column;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Rights;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Facts that an operation says itself. */
final class OperationFacts {

  private OperationFacts() {}

  static List<Fact> all() {
    return List.of(
        text("operation", "the kind of operation", c -> c.operation().kind()),
        text("table", "the relation, type or routine that it acts on", c -> string(c.target())),
        text("table.sql", "the same, quoted for SQL", OperationFacts::targetSql),
        text("table.local", "its name without the schema", OperationFacts::local),
        text("column", "the column that it acts on", c -> column(c.operation())),
        text("column.sql", "the same, quoted for SQL", c -> quoted(column(c.operation()))),
        text("new-name", "the name that it gives", c -> newName(c.operation())),
        text("new-name.sql", "the same, quoted for SQL", c -> quoted(newName(c.operation()))),
        text("new-type", "the type that it declares", c -> string(type(c.operation()))),
        text("object", "what it acts on, inside the table where there is one", Objects::of),
        text("object.sql", "the same, quoted for SQL", c -> quoted(Objects.of(c))),
        text("object.kind", "the kind of object: view, sequence …", c -> objectKind(c.operation())),
        flag(
            "object.is-database",
            "it acts on a database as a whole",
            c -> ObjectKind.DATABASE.toString().equals(objectKind(c.operation()))),
        text("option", "which table or column option it sets", c -> option(c.operation())),
        text("detail", "the argument of the option", c -> detail(c.operation())),
        text("statement", "the source text of the statement", OperationFacts::statement),
        text(
            "statement.not-valid",
            "the statement with NOT VALID at its end",
            c -> statement(c) + " NOT VALID"),
        flag("if-exists", "it says IF EXISTS", c -> ifExists(c.operation())),
        flag("if-not-exists", "it says IF NOT EXISTS", c -> ifNotExists(c.operation())),
        flag("cascade", "it says CASCADE", c -> cascade(c.operation())),
        flag(
            "only",
            "it says ON ONLY",
            c -> c.operation() instanceof Operation.CreateIndex i && i.only()),
        flag(
            "unique",
            "the index is unique",
            c -> c.operation() instanceof Operation.CreateIndex i && i.unique()),
        flag("temporary", "the table is temporary", c -> temporary(c.operation())),
        text(
            "constraint.kind",
            "the constraint that it adds",
            c -> constraintKind(constraint(c.operation()))),
        flag("constraint.not-valid", "it says NOT VALID", c -> notValid(constraint(c.operation()))),
        flag(
            "constraint.enforced",
            "it does not say NOT ENFORCED",
            c -> enforced(constraint(c.operation()))),
        flag(
            "constraint.using-index",
            "it takes over an index",
            c -> usingIndex(constraint(c.operation())) != null),
        text(
            "constraint.referenced",
            "the table that a foreign key references",
            OperationFacts::referenced),
        text(
            "constraint.keeps-parents",
            "the table in which a foreign key refuses to delete rows that are referred to",
            c -> referencedIf(c, Constraint.ForeignKey::keepsParents)),
        text(
            "constraint.deletes-with",
            "the table whose deleted rows a foreign key takes others along with",
            c -> referencedIf(c, Constraint.ForeignKey::cascades)),
        flag(
            "domain.checked",
            "it adds a constraint to a domain",
            c ->
                c.operation() instanceof Operation.AlterDomain o
                    && o.change() == Operation.AlterDomain.Change.ADD_CONSTRAINT),
        flag(
            "constraint.bare-not-null",
            "the check is exactly IS NOT NULL",
            c -> bareNotNull(constraint(c.operation()))),
        list(
            "constraint.inline",
            "the kinds of the constraints inside ADD COLUMN",
            OperationFacts::inline),
        text("value", "the enum value or setting", c -> value(c.operation())),
        text("reason", "why it could not be read", OperationFacts::reason),
        flag(
            "unread.again",
            "another part of its statement before it could not be read",
            c -> unread(c).findFirst().filter(part -> part != c.operation()).isPresent()),
        number(
            "unread.more",
            "how many more parts of its statement could not be read",
            c -> unread(c).count() > 1 ? (int) unread(c).count() - 1 : null),
        flag(
            "access.revoked",
            "it takes rights away that the history has not taken yet, and the transaction does not give back",
            c ->
                c.operation() instanceof Operation.Grant g
                    && g.revoke()
                    && !c.before().takesNothing(g)
                    && !Rights.givenBack(g, grantsLater(c))),
        flag(
            "row-security.changed",
            "it turns on what the history has not turned on yet",
            c ->
                c.operation() instanceof Operation.TableOption o
                    && !c.situation().base().hasRowSecurity(o.table(), o.option())),
        flag(
            "every-table",
            "it goes through every table of the database, of a schema or of the catalog",
            c -> everyTable(c.operation())),
        text("tables.said", "the table, or every table", OperationFacts::tablesSaid),
        number(
            "rows",
            "how many rows of VALUES it inserts",
            c -> c.operation() instanceof Operation.Insert i ? i.rows() : null));
  }

  private static List<Operation.Grant> grantsLater(Context context) {
    return context.laterInTransaction().stream()
        .map(Transactions.Run::operation)
        .filter(Operation.Grant.class::isInstance)
        .map(Operation.Grant.class::cast)
        .toList();
  }

  private static Stream<Operation> unread(Context context) {
    return context.situation().upcoming().runs().stream()
        .filter(run -> run.statement() == context.here().statement())
        .map(Transactions.Run::operation)
        .filter(Operation.NotAnalysed.class::isInstance);
  }

  private static boolean everyTable(Operation operation) {
    return switch (operation) {
      case Operation.Vacuum o -> o.table() == null && o.full();
      case Operation.Cluster o -> o.table() == null;
      case Operation.Reindex o -> o.what() != ObjectKind.TABLE && o.what() != ObjectKind.INDEX;
      default -> false;
    };
  }

  private static String tablesSaid(Context context) {
    if (!everyTable(context.operation())) {
      return context.target() == null ? null : "`" + context.target() + "`";
    }
    return context.operation() instanceof Operation.Reindex reindex
        ? switch (reindex.what()) {
          case SYSTEM -> "every table of the catalog";
          case SCHEMA -> "every table of the schema `" + reindex.name() + "`";
          default -> "every table";
        }
        : "every table";
  }

  private static String reason(Context context) {
    if (context.event() != null) {
      return context.event().detail();
    }
    return context.operation() instanceof Operation.NotAnalysed unread ? unread.reason() : null;
  }

  /** The constraints that an operation adds. */
  static List<Constraint> constraints(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> o.constraints();
      case Operation.AddColumn o -> o.constraints();
      case Operation.AddConstraint o -> List.of(o.constraint());
      default -> List.of();
    };
  }

  static String column(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o -> o.column().name();
      case Operation.DropColumn o -> o.column();
      case Operation.RenameColumn o -> o.column();
      case Operation.ChangeType o -> o.column();
      case Operation.SetNotNull o -> o.column();
      case Operation.DropNotNull o -> o.column();
      case Operation.SetDefault o -> o.column();
      case Operation.DropDefault o -> o.column();
      case Operation.ChangeGeneration o -> o.column();
      case Operation.ColumnOption o -> o.column();
      case Operation.ForgetColumn o -> o.column();
      case Operation.AddConstraint o when o.constraint().columns().size() == 1 ->
          o.constraint().columns().get(0);
      default -> null;
    };
  }

  static Constraint constraint(Operation operation) {
    return switch (operation) {
      case Operation.AddConstraint o -> o.constraint();
      case Operation.AlterDomain o -> o.constraint();
      default -> null;
    };
  }

  static String constraintKind(Constraint constraint) {
    return switch (constraint) {
      case null -> null;
      case Constraint.PrimaryKey k -> "primary-key";
      case Constraint.Unique k -> "unique";
      case Constraint.ForeignKey k -> "foreign-key";
      case Constraint.Check k -> "check";
      case Constraint.NotNull k -> "not-null";
      case Constraint.Exclusion k -> "exclude";
    };
  }

  static String usingIndex(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> k.usingIndex();
      case Constraint.Unique k -> k.usingIndex();
      case null, default -> null;
    };
  }

  private static DataType type(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o -> o.column().type();
      case Operation.ChangeType o -> o.type();
      default -> null;
    };
  }

  private static String newName(Operation operation) {
    return switch (operation) {
      case Operation.RenameTable o -> o.newName();
      case Operation.RenameColumn o -> o.newName();
      case Operation.RenameConstraint o -> o.newName();
      case Operation.RenameObject o -> o.newName();
      case Operation.RenameEnumValue o -> o.newValue();
      case Operation.MoveToSchema o -> o.newSchema();
      default -> null;
    };
  }

  private static String objectKind(Operation operation) {
    ObjectKind kind =
        switch (operation) {
          case Operation.CreateObject o -> o.what();
          case Operation.DropObject o -> o.what();
          case Operation.RenameObject o -> o.what();
          case Operation.MoveToSchema o -> o.what();
          case Operation.AlterObject o -> o.what();
          case Operation.Grant o -> o.what();
          case Operation.Reindex o -> o.what();
          case Operation.CreateRoutine o -> o.what();
          case Operation.CreateView o ->
              o.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW;
          default -> null;
        };
    return kind == null ? null : kind.toString();
  }

  private static String option(Operation operation) {
    Enum<?> option =
        switch (operation) {
          case Operation.TableOption o -> o.option();
          case Operation.ColumnOption o -> o.option();
          case Operation.ChangeGeneration o -> o.change();
          case Operation.AlterDomain o -> o.change();
          default -> null;
        };
    return option == null ? null : Fact.word(option);
  }

  private static String detail(Operation operation) {
    return switch (operation) {
      case Operation.TableOption o -> o.detail();
      case Operation.AlterObject o -> o.detail();
      case Operation.CreateObject o -> o.detail();
      case Operation.ServerCommand o -> o.command();
      default -> null;
    };
  }

  static boolean ifExists(Operation operation) {
    return switch (operation) {
      case Operation.DropTable o -> o.ifExists();
      case Operation.DropColumn o -> o.ifExists();
      case Operation.DropIndex o -> o.ifExists();
      case Operation.DropConstraint o -> o.ifExists();
      case Operation.DropObject o -> o.ifExists();
      case Operation.DropTrigger o -> o.ifExists();
      default -> false;
    };
  }

  private static boolean ifNotExists(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> o.ifNotExists();
      case Operation.CreateTableAs o -> o.ifNotExists();
      case Operation.AddColumn o -> o.ifNotExists();
      case Operation.CreateIndex o -> o.ifNotExists();
      case Operation.CreateView o -> o.ifNotExists();
      case Operation.CreateObject o -> o.ifNotExists();
      default -> false;
    };
  }

  static boolean cascade(Operation operation) {
    return switch (operation) {
      case Operation.DropTable o -> o.cascade();
      case Operation.DropColumn o -> o.cascade();
      case Operation.DropIndex o -> o.cascade();
      case Operation.DropConstraint o -> o.cascade();
      case Operation.DropObject o -> o.cascade();
      case Operation.DropTrigger o -> o.cascade();
      case Operation.Truncate o -> o.cascade();
      default -> false;
    };
  }

  private static boolean temporary(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> o.persistence() == Operation.Persistence.TEMPORARY;
      case Operation.CreateTableAs o -> o.persistence() == Operation.Persistence.TEMPORARY;
      default -> false;
    };
  }

  private static boolean notValid(Constraint constraint) {
    return constraint != null && !constraint.validated();
  }

  private static boolean enforced(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey k -> k.enforced();
      case Constraint.Check k -> k.enforced();
      case null, default -> true;
    };
  }

  private static boolean bareNotNull(Constraint constraint) {
    return constraint instanceof Constraint.NotNull
        || constraint instanceof Constraint.Check check
            && check.condition().detail().isBareNotNull();
  }

  private static String referenced(Context context) {
    if (context.operation() instanceof Operation.AddColumn add) {
      return add.constraints().stream()
          .filter(Constraint.ForeignKey.class::isInstance)
          .map(k -> ((Constraint.ForeignKey) k).referenced().toString())
          .findFirst()
          .orElse(null);
    }
    return constraint(context.operation()) instanceof Constraint.ForeignKey key
        ? key.referenced().toString()
        : null;
  }

  private static String referencedIf(Context context, Predicate<Constraint.ForeignKey> does) {
    return constraint(context.operation()) instanceof Constraint.ForeignKey key && does.test(key)
        ? key.referenced().toString()
        : null;
  }

  private static List<String> inline(Context context) {
    return context.operation() instanceof Operation.AddColumn add
        ? add.constraints().stream().map(OperationFacts::constraintKind).toList()
        : List.of();
  }

  static String value(Operation operation) {
    return switch (operation) {
      case Operation.AddEnumValue o -> o.value();
      case Operation.RenameEnumValue o -> o.value();
      case Operation.SetVariable o -> o.value();
      case Operation.SetDefault o -> o.value().text();
      case Operation.AddColumn o -> defaultText(o.column());
      default -> null;
    };
  }

  private static String defaultText(Column column) {
    return column.defaultValue() == null ? null : column.defaultValue().text();
  }

  private static String statement(Context context) {
    return context.here().statement().sql();
  }

  private static String local(Context context) {
    return context.target() == null ? null : context.target().local();
  }

  private static String targetSql(Context context) {
    return context.target() == null ? null : context.target().sql();
  }

  private static String quoted(String identifier) {
    return identifier == null ? null : Identifier.quote(identifier);
  }

  private static String string(Object value) {
    return value == null ? null : value.toString();
  }

  /** What an operation acts on inside its table, else the thing itself. */
  static final class Objects {

    private Objects() {}

    static String of(Context context) {
      Operation operation = context.operation();
      String column = column(operation);
      if (column != null) {
        return column;
      }
      Name name =
          switch (operation) {
            case Operation.CreateIndex o -> o.index();
            case Operation.DropObject o -> o.name();
            case Operation.CreateObject o -> o.name();
            case Operation.RenameObject o -> o.name();
            case Operation.AlterObject o -> o.name();
            case Operation.DetachPartition o -> o.partition();
            case Operation.AttachPartition o -> o.partition().table();
            default -> null;
          };
      if (name != null) {
        return name.toString();
      }
      return switch (operation) {
        case Operation.AddConstraint o -> o.constraint().name();
        case Operation.ValidateConstraint o -> o.constraint();
        case Operation.DropConstraint o -> o.constraint();
        case Operation.AlterConstraint o -> o.constraint();
        case Operation.RenameConstraint o -> o.constraint();
        case Operation.CreateTrigger o -> o.trigger();
        case Operation.DropTrigger o -> o.trigger();
        case Operation.AddEnumValue o -> o.value();
        case Operation.RenameEnumValue o -> o.value();
        default -> null;
      };
    }
  }
}
