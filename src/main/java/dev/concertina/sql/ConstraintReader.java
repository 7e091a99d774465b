package dev.concertina.sql;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import java.util.ArrayList;
import java.util.List;

/** Reads a constraint of a table, of a column or of a domain. */
final class ConstraintReader {

  private final Cursor cursor;
  private boolean validated = true;
  private boolean enforced = true;
  private boolean noInherit;
  private boolean nullsNotDistinct;
  private String usingIndex;

  ConstraintReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Whether a table constraint begins here. */
  static boolean begins(Cursor cursor) {
    return cursor.isAny("constraint", "check", "unique", "primary", "foreign")
        || cursor.is("not", "null")
        || cursor.is("exclude") && (cursor.is(1, "using") || cursor.isSymbol(1, "("));
  }

  /** A constraint as CREATE TABLE and ADD have it, to its end. */
  Constraint table() {
    String name = cursor.accept("constraint") ? cursor.identifier() : null;
    return switch (cursor.word()) {
      case "check" -> check(name);
      case "unique", "primary" -> key(name, List.of());
      case "foreign" -> foreignKey(name);
      case "exclude" -> exclusion(name);
      case "not" -> notNull(name);
      default -> throw cursor.expected("a constraint");
    };
  }

  /** CHECK, UNIQUE, PRIMARY KEY or REFERENCES behind a column. */
  Constraint column(String name, String column) {
    return switch (cursor.word()) {
      case "check" -> check(name);
      case "unique", "primary" -> key(name, List.of(column));
      case "references" -> references(name, List.of(column));
      default -> throw cursor.expected("a constraint");
    };
  }

  /** A CHECK behind a domain. */
  Constraint check(String name) {
    cursor.expect("check");
    Cursor group = cursor.group();
    Expression condition = group.expression();
    attributes();
    return new Constraint.Check(name, condition, validated && enforced, enforced, noInherit);
  }

  private Constraint key(String name, List<String> ownColumn) {
    boolean primary = cursor.accept("primary");
    cursor.expect(primary ? "key" : "unique");
    nulls();
    List<String> columns = ownColumn;
    if (ownColumn.isEmpty() && cursor.isSymbol("(")) {
      columns = columns(cursor.group());
    } else if (ownColumn.isEmpty()) {
      if (!cursor.is("using", "index")) {
        throw cursor.expected("the columns of the key");
      }
    }
    attributes();
    return primary
        ? new Constraint.PrimaryKey(name, columns, usingIndex)
        : new Constraint.Unique(name, columns, usingIndex, nullsNotDistinct);
  }

  private boolean nulls() {
    boolean notDistinct = cursor.accept("nulls", "not", "distinct");
    nullsNotDistinct |= notDistinct;
    return notDistinct || cursor.accept("nulls", "distinct");
  }

  private Constraint foreignKey(String name) {
    cursor.expect("foreign", "key");
    return references(name, columns(cursor.group()));
  }

  private Constraint references(String name, List<String> columns) {
    cursor.expect("references");
    Name referenced = cursor.name();
    Cursor group = cursor.isSymbol("(") ? cursor.group() : null;
    List<String> referencedColumns = group == null ? List.of() : columns(group);
    String onDelete = null;
    boolean more = true;
    while (more) {
      if (cursor.accept("match")) {
        cursor.identifier();
      } else if (cursor.accept("on", "delete")) {
        onDelete = action();
      } else if (cursor.accept("on", "update")) {
        action();
      } else {
        more = attribute();
      }
    }
    return new Constraint.ForeignKey(
        name, columns, referenced, referencedColumns, onDelete, validated && enforced, enforced);
  }

  /** Null for NO ACTION, which is what a key does that says nothing. */
  private String action() {
    if (cursor.accept("no", "action")) {
      return null;
    }
    if (cursor.accept("set", "null")) {
      cursor.groupOrNull();
      return "SET NULL";
    }
    if (cursor.accept("set", "default")) {
      cursor.groupOrNull();
      return "SET DEFAULT";
    }
    if (cursor.accept("cascade")) {
      return "CASCADE";
    }
    cursor.expect("restrict");
    return "RESTRICT";
  }

  private Constraint exclusion(String name) {
    cursor.expect("exclude");
    if (cursor.accept("using")) {
      cursor.identifier();
    }
    List<String> columns = new ArrayList<>();
    for (Cursor element : cursor.group().items()) {
      boolean plain = element.atIdentifier() && !element.isSymbol(1, "(");
      if (plain) {
        columns.add(element.identifier());
      }
    }
    attributes();
    if (cursor.accept("where")) {
      cursor.group();
    }
    attributes();
    return new Constraint.Exclusion(name, columns);
  }

  private Constraint notNull(String name) {
    cursor.expect("not", "null");
    String column = cursor.identifier();
    attributes();
    return new Constraint.NotNull(name, column, validated, noInherit);
  }

  /** NO INHERIT behind NOT NULL, which has no constraint of its own. */
  void attributes() {
    while (attribute()) {
      // Each call reads one.
    }
  }

  private boolean attribute() {
    if (cursor.accept("not", "valid")) {
      validated = false;
    } else if (cursor.accept("not", "enforced")) {
      enforced = false;
    } else if (cursor.accept("no", "inherit")) {
      noInherit = true;
    } else if (cursor.accept("using", "index", "tablespace") || cursor.accept("initially")) {
      cursor.identifier();
    } else if (cursor.accept("using", "index")) {
      usingIndex = cursor.identifier();
    } else if (cursor.accept("include") || cursor.is("with") && cursor.isSymbol(1, "(")) {
      cursor.accept("with");
      cursor.group();
    } else {
      return nulls()
          || cursor.accept("not", "deferrable")
          || cursor.acceptAny("deferrable", "enforced");
    }
    return true;
  }

  /** The columns of a key: {@code (a, b WITHOUT OVERLAPS)}, {@code (a, PERIOD b)}. */
  static List<String> columns(Cursor group) {
    List<String> columns = new ArrayList<>();
    for (Cursor item : group.items()) {
      boolean period = item.is("period") && item.kind(1) != TokenKind.END;
      if (period) {
        item.skip();
      }
      columns.add(item.identifier());
    }
    return columns;
  }
}
