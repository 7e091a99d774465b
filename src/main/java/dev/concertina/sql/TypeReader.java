package dev.concertina.sql;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a column or argument type and gives it its one canonical name. */
final class TypeReader {

  /** The names of one type, as {@code gram.y} and {@code pg_type} know them. */
  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("int2", "smallint"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"),
          Map.entry("serial2", "smallserial"),
          Map.entry("bool", "boolean"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("bpchar", "char"));

  private static final int LARGEST_REAL = 24;

  private final Cursor cursor;

  private TypeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static DataType read(Cursor cursor) {
    return new TypeReader(cursor).type();
  }

  private DataType type() {
    DataType base = base();
    int dimensions = 0;
    if (cursor.accept("array")) {
      dimensions = 1;
      if (cursor.isSymbol("[")) {
        cursor.group();
      }
    }
    while (cursor.isSymbol("[")) {
      cursor.group();
      dimensions++;
    }
    return dimensions == 0 ? base : new DataType(base.name(), base.modifiers(), dimensions);
  }

  private DataType base() {
    String word = cursor.kind(1) == TokenKind.DOT ? "" : cursor.word();
    switch (word) {
      case "double" -> {
        cursor.skip();
        cursor.accept("precision");
        return DataType.of("double precision");
      }
      case "timestamp", "time" -> {
        cursor.skip();
        return temporal(word);
      }
      case "interval" -> {
        cursor.skip();
        return interval();
      }
      case "character", "char", "nchar", "varchar", "national" -> {
        return character();
      }
      case "bit" -> {
        cursor.skip();
        boolean varies = cursor.accept("varying");
        List<Integer> length = numbers();
        return varies
            ? new DataType("varbit", length, 0)
            : new DataType("bit", length.isEmpty() ? List.of(1) : length, 0);
      }
      case "float" -> {
        cursor.skip();
        List<Integer> precision = numbers();
        boolean single = !precision.isEmpty() && precision.get(0) <= LARGEST_REAL;
        return DataType.of(single ? "real" : "double precision");
      }
      default -> {
        return named();
      }
    }
  }

  private DataType temporal(String word) {
    List<Integer> precision = numbers();
    boolean zoned = cursor.accept("with", "time", "zone");
    if (!zoned) {
      cursor.accept("without", "time", "zone");
    }
    return new DataType(zoned ? word + "tz" : word, precision, 0);
  }

  private DataType interval() {
    List<Integer> precision = numbers();
    while (cursor.isAny("year", "month", "day", "hour", "minute", "second", "to")) {
      cursor.skip();
      precision = cursor.isSymbol("(") ? numbers() : precision;
    }
    return new DataType("interval", precision, 0);
  }

  private DataType character() {
    cursor.accept("national");
    boolean varies = cursor.accept("varchar");
    if (!varies) {
      cursor.skip();
      varies = cursor.accept("varying");
    }
    List<Integer> length = numbers();
    cursor.accept("character", "set");
    if (varies) {
      return new DataType("varchar", length, 0);
    }
    return new DataType("char", length.isEmpty() ? List.of(1) : length, 0);
  }

  private DataType named() {
    Name name = cursor.name();
    if (cursor.isSymbol("%")) {
      cursor.skip();
      return DataType.of(name + "%" + cursor.identifier());
    }
    boolean builtIn = name.schema().isEmpty() || name.schema().equals("pg_catalog");
    // The word CHAR was read before: this is the type of one byte, in quotes or qualified.
    if (builtIn && name.local().equals("char")) {
      return DataType.of("\"char\"");
    }
    String canonical =
        builtIn ? CANONICAL.getOrDefault(name.local(), name.local()) : name.toString();
    if (!cursor.isSymbol("(")) {
      return DataType.of(canonical);
    }
    Cursor modifiers = cursor.group();
    List<Integer> numbers = numbers(modifiers.fork());
    // geometry(Point, 4326): another kind of point is another type.
    return numbers != null
        ? new DataType(canonical, numbers, 0)
        : DataType.of(
            canonical
                + "("
                + Names.lowerCase(modifiers.text(modifiers.at(), modifiers.limit()))
                + ")");
  }

  private List<Integer> numbers() {
    Cursor group = cursor.isSymbol("(") ? cursor.group() : null;
    List<Integer> numbers = group == null ? List.of() : numbers(group);
    if (numbers == null) {
      throw new UnreadableException("expected a number as the type's length");
    }
    return numbers;
  }

  /** Null when there is something other than numbers. */
  private static List<Integer> numbers(Cursor group) {
    List<Integer> numbers = new ArrayList<>();
    while (!group.done()) {
      boolean negative = group.acceptSymbol("-");
      if (!group.is(TokenKind.NUMBER)) {
        return null;
      }
      try {
        numbers.add(Integer.parseInt((negative ? "-" : "") + group.take()));
      } catch (NumberFormatException notAnInteger) {
        return null;
      }
      if (!group.accept(TokenKind.COMMA) && !group.done()) {
        return null;
      }
    }
    return numbers;
  }
}
