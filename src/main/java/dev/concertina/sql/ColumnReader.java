package dev.concertina.sql;

import dev.concertina.schema.Column;
import dev.concertina.schema.Column.Generated;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import java.util.ArrayList;
import java.util.List;

/** Reads a column definition and the constraints that stand in it. */
final class ColumnReader {

  /** A partition and a typed table name columns whose type is declared elsewhere. */
  static final DataType DECLARED_ELSEWHERE = DataType.of("unknown");

  private final Cursor cursor;
  private final List<Constraint> constraints = new ArrayList<>();
  private boolean notNull;
  private Expression defaultValue;
  private Generated generated = Generated.NO;
  private String collation;

  ColumnReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** A column with its type. */
  Column read() {
    String name = cursor.identifier();
    DataType type = TypeReader.read(cursor);
    return rest(name, type);
  }

  /** A column of a partition or of a typed table. */
  Column readWithoutType() {
    String name = cursor.identifier();
    cursor.accept("with", "options");
    return rest(name, DECLARED_ELSEWHERE);
  }

  /** The constraints that were read with the column, other than NOT NULL. */
  List<Constraint> constraints() {
    return constraints;
  }

  private Column rest(String name, DataType type) {
    int before = -1;
    while (!cursor.done() && cursor.at() > before) {
      before = cursor.at();
      qualifier(name);
    }
    return new Column(name, type, notNull, defaultValue, generated, collation);
  }

  private void qualifier(String column) {
    String constraint = cursor.accept("constraint") ? cursor.identifier() : null;
    switch (cursor.word()) {
      case "not" -> {
        notNull |= cursor.accept("not", "null");
        new ConstraintReader(cursor).attributes();
      }
      case "null" -> cursor.skip();
      case "default" -> {
        cursor.skip();
        defaultValue = defaultExpression(cursor);
      }
      case "generated" -> generated();
      case "as" -> computed();
      case "collate" -> {
        cursor.skip();
        collation = cursor.name().toString();
      }
      case "storage", "compression" -> {
        cursor.skip();
        cursor.identifier();
      }
      case "options" -> {
        cursor.skip();
        cursor.group();
      }
      case "check", "unique", "primary", "references" ->
          constraints.add(new ConstraintReader(cursor).column(constraint, column));
      case "deferrable", "initially", "enforced", "no" -> new ConstraintReader(cursor).attributes();
      default -> {
        if (cursor.tokens().syntax().mysqlFamily()) {
          MySqlColumn.skipQualifier(cursor);
        }
      }
    }
  }

  private void generated() {
    cursor.expect("generated");
    boolean always = cursor.accept("always");
    if (!always) {
      cursor.expect("by", "default");
    }
    if (cursor.accept("as", "identity")) {
      cursor.groupOrNull();
      generated = always ? Generated.IDENTITY_ALWAYS : Generated.IDENTITY_BY_DEFAULT;
      return;
    }
    computed();
  }

  private void computed() {
    cursor.expect("as");
    cursor.group();
    boolean stored = cursor.acceptAny("stored", "persistent");
    if (!stored) {
      cursor.accept("virtual");
    }
    generated = stored ? Generated.STORED : Generated.VIRTUAL;
  }

  /** A default ends where the next qualifier of its column begins. */
  static Expression defaultExpression(Cursor cursor) {
    int from = cursor.at();
    int cases = 0;
    boolean operand = false;
    while (!cursor.done()) {
      if (cursor.is("case")) {
        cases++;
      } else if (cursor.is("end") && cases > 0) {
        cases--;
      } else if (cases == 0 && operand && endsDefault(cursor, from)) {
        break;
      }
      operand = !cursor.is(TokenKind.OPERATOR);
      cursor.skipItem();
    }
    return cursor.expression(from, cursor.at());
  }

  private static boolean endsDefault(Cursor cursor, int from) {
    return switch (cursor.word()) {
      case "not" -> !cursor.tokens().is(cursor.at() - 1, "is");
      case "null" -> !cursor.tokens().is(cursor.at() - 1, "not");
      case "on" -> cursor.at() > from;
      case "constraint",
          "unique",
          "primary",
          "check",
          "references",
          "default",
          "collate",
          "generated",
          "deferrable",
          "initially",
          "storage",
          "compression",
          "comment",
          "auto_increment",
          "after",
          "first",
          "invisible",
          "visible" ->
          true;
      default -> false;
    };
  }
}
