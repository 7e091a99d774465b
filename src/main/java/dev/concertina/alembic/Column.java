package dev.concertina.alembic;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@code sa.Column}.
 *
 * @param autoincrement whether it may count by itself: true, false, or null where it depends
 * @param byDefault the expression of its default, or null
 * @param generated {@code GENERATED …} as a whole, or null
 * @param identity whether that makes it an identity column
 * @param references the foreign keys that stand in it
 * @param checks its own checks, written out
 */
record Column(
    String name,
    ColumnType type,
    boolean nullable,
    boolean key,
    boolean unique,
    boolean indexed,
    Boolean autoincrement,
    boolean valueOfCode,
    String byDefault,
    String generated,
    boolean identity,
    String comment,
    List<Value.Call> references,
    List<String> checks) {

  Column {
    references = List.copyOf(references);
    checks = List.copyOf(checks);
  }

  static Column read(Value value, TypeReader types, ExpressionWriter expressions) {
    if (!(value instanceof Value.Call call) || !call.shortName().equals("Column")) {
      throw new ComputedException("a column");
    }
    Arguments column = new Arguments(call);
    List<Value> rest = new ArrayList<>(call.arguments());
    String name = column.textOrNull("name", -1);
    if (name == null) {
      name = column.text("name", 0);
      rest.remove(0);
    }
    Value type = call.named().get("type_");
    List<Value.Call> references = new ArrayList<>();
    List<String> checks = new ArrayList<>();
    ConstraintWriter constraints = new ConstraintWriter(expressions);
    String generated = null;
    boolean identity = false;
    for (Value part : rest) {
      String kind = part instanceof Value.Call made ? made.shortName() : "";
      switch (kind) {
        case "ForeignKey" -> references.add((Value.Call) part);
        case "CheckConstraint" -> checks.add(constraints.of((Value.Call) part));
        case "Computed" -> generated = computed((Value.Call) part, expressions);
        case "Identity" -> {
          generated = Identity.of((Value.Call) part);
          identity = true;
        }
        case "Sequence", "FetchedValue", "DefaultClause", "ColumnDefault" -> {}
        default -> type = type == null ? part : type;
      }
    }
    if (type == null) {
      throw new ComputedException("a column's type");
    }
    boolean key = column.isTrue("primary_key");
    Boolean nullable = column.flag("nullable");
    Value byDefault = column.present("server_default", -1);
    Value counts = call.named().get("autoincrement");
    return new Column(
        name,
        types.read(type),
        nullable == null ? !key && !identity : nullable,
        key,
        column.isTrue("unique"),
        column.isTrue("index"),
        counts == null || counts.text() != null ? null : Boolean.valueOf(counts.isTrue()),
        column.present("default", -1) != null,
        byDefault == null || fetched(byDefault) ? null : expressions.byDefault(byDefault),
        generated,
        identity,
        column.textOrNull("comment", -1),
        references,
        checks);
  }

  private static boolean fetched(Value value) {
    return value instanceof Value.Call call && call.shortName().equals("FetchedValue");
  }

  private static String computed(Value.Call call, ExpressionWriter expressions) {
    Value expression = new Arguments(call).value("sqltext", 0);
    if (expression == null) {
      throw new ComputedException("an expression");
    }
    return "GENERATED ALWAYS AS (" + expressions.clause(expression) + ") STORED";
  }

  /** Whether it takes part in a key that no other column is in, and counts by itself. */
  boolean counts(int columnsOfKey) {
    boolean may = type.serial() != null && !identity && !valueOfCode;
    return may
        && (Boolean.TRUE.equals(autoincrement)
            || autoincrement == null
                && columnsOfKey == 1
                && references.isEmpty()
                && byDefault == null);
  }

  /** As it stands in CREATE TABLE or behind ADD COLUMN. */
  String definition(boolean serial, boolean inKey) {
    StringBuilder text = new StringBuilder(Names.quote(name)).append(' ');
    text.append(serial ? type.serial() : type.sql());
    if (byDefault != null && !serial) {
      text.append(" DEFAULT ").append(byDefault);
    }
    if (generated != null) {
      text.append(' ').append(generated);
    }
    boolean missing = nullable && !inKey;
    if (identity) {
      text.append(missing ? " NULL" : "");
    } else {
      text.append(missing ? "" : " NOT NULL");
    }
    checks.forEach(check -> text.append(' ').append(check));
    return text.toString();
  }

  /** {@code sa.Identity(…)} as PostgreSQL is told it. */
  static final class Identity {

    private static final Map<String, String> OPTIONS =
        Map.of(
            "increment", "INCREMENT BY ",
            "start", "START WITH ",
            "minvalue", "MINVALUE ",
            "maxvalue", "MAXVALUE ",
            "cache", "CACHE ");

    private Identity() {}

    static String of(Value.Call call) {
      Arguments identity = new Arguments(call);
      Value always = identity.value("always", 2);
      List<String> options = new ArrayList<>();
      for (String option : List.of("increment", "start", "minvalue", "maxvalue", "cache")) {
        int position = option.equals("start") ? 0 : option.equals("increment") ? 1 : -1;
        if (identity.present(option, position) instanceof Value.Number number) {
          options.add(OPTIONS.get(option) + number.digits());
        }
      }
      if (identity.isTrue("cycle")) {
        options.add("CYCLE");
      }
      return "GENERATED "
          + (always != null && always.isTrue() ? "ALWAYS" : "BY DEFAULT")
          + " AS IDENTITY"
          + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }
  }
}
