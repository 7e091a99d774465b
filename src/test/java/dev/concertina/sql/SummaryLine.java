package dev.concertina.sql;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.Partition;
import dev.concertina.schema.Operation.Persistence;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of a summary, put together word by word. */
final class SummaryLine {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$.]*");
  private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final StringBuilder text;

  SummaryLine(String first) {
    text = new StringBuilder(first);
  }

  /** A line that begins with the kind of an operation. */
  static SummaryLine line(Operation operation) {
    return new SummaryLine(operation.kind());
  }

  SummaryLine word(String word) {
    text.append(' ').append(word);
    return this;
  }

  SummaryLine flag(String word, boolean holds) {
    return holds ? word(word) : this;
  }

  /** {@code key=value}, or nothing where the value is null or empty. */
  SummaryLine value(String key, String value) {
    return value == null || value.isEmpty() ? this : word(key + "=" + value);
  }

  /** How a table lives. */
  SummaryLine persistence(Persistence persistence) {
    return flag(words(persistence), persistence != Persistence.PERMANENT);
  }

  /** IF EXISTS and CASCADE. */
  SummaryLine drop(boolean ifExists, boolean cascade) {
    return flag("if-exists", ifExists).flag("cascade", cascade);
  }

  /** A partition or its parent, and the kind of its bounds. */
  SummaryLine partition(String key, Partition partition) {
    String bounds = partition.bounds().strip().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    return value(key, name(partition.table()))
        .value("bounds", partition.isDefault() ? "default" : bounds);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A name, or a dash where there is none. */
  static String name(Name name) {
    if (name == null) {
      return "-";
    }
    String local = part(name.local());
    return name.schema().isEmpty() ? local : part(name.schema()) + "." + local;
  }

  /** A name, or nothing where there is none. */
  static String optional(Name name) {
    return name == null ? "" : name(name);
  }

  static String names(List<Name> names) {
    return names.stream().map(SummaryLine::name).collect(Collectors.joining(","));
  }

  static String list(List<String> identifiers) {
    return identifiers.stream().map(SummaryLine::part).collect(Collectors.joining(","));
  }

  /** Keys of an index: a column's name, or a sign that it is more. */
  static String keys(List<String> keys) {
    return keys.stream()
        .map(key -> COLUMN.matcher(key).matches() ? part(key) : "<expression>")
        .collect(Collectors.joining(","));
  }

  private static String part(String identifier) {
    return identifier.contains(".") ? quoted(identifier) : quote(identifier);
  }

  static String quote(String identifier) {
    return PLAIN.matcher(identifier).matches() ? identifier : quoted(identifier);
  }

  private static String quoted(String identifier) {
    return '"' + escape(identifier).replace("\"", "\"\"") + '"';
  }

  static String literal(String value) {
    return "'" + escape(value).replace("'", "''") + "'";
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  static String type(DataType type) {
    return type(type.toString());
  }

  /** A type's words without white space between its parentheses. */
  static String type(String words) {
    int open = words.indexOf('(');
    return open < 0 ? words : words.substring(0, open) + words.substring(open).replace(" ", "");
  }

  /** {@code SET_NOT_NULL} as {@code set-not-null}. */
  static String words(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
