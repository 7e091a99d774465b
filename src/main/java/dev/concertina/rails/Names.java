package dev.concertina.rails;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Writes names as Active Record quotes them, and makes those that a migration leaves out. */
final class Names {

  private static final int DIGITS = 10;

  /** From 7.1 on a longer name of an index is shortened. */
  private static final int LONGEST_INDEX = 62;

  private final RailsVersion version;

  Names(RailsVersion version) {
    this.version = version;
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(Collection<String> names) {
    return names.stream().map(Names::quote).collect(Collectors.joining(", "));
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name that may have a schema before a dot; either part may have quotes of its own. */
  static String table(String name) {
    return parts(name).stream().map(Names::quote).collect(Collectors.joining("."));
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : name.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** The schema before the dot of a name, with the dot; nothing where there is none. */
  static String schema(String table) {
    List<String> parts = parts(table);
    return parts.size() > 1 ? quote(parts.get(0)) + "." : "";
  }

  private static String local(String table) {
    List<String> parts = parts(table);
    return parts.get(parts.size() - 1);
  }

  /** The name of an index on columns, or on an expression. */
  String index(String table, List<String> columns) {
    String of = version.since(7, 1) ? local(table) : table;
    String name = "index_" + of + "_on_" + String.join("_and_", columns);
    if (!version.since(7, 1) || bytes(name).length <= LONGEST_INDEX) {
      return name;
    }
    String end = "_" + hash(name);
    String begin = "idx_on_" + String.join("_", columns);
    return begin.substring(0, Math.min(begin.length(), LONGEST_INDEX - end.length())) + end;
  }

  /** The words of an expression, which its index is named after. */
  static String words(String expression) {
    StringBuilder words = new StringBuilder();
    boolean gap = false;
    for (char c : expression.toCharArray()) {
      boolean word = isWord(c);
      words.append(word && gap && !words.isEmpty() ? "_" : "").append(word ? c : "");
      gap = !word;
    }
    return words.toString();
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** Whether Active Record takes a text for an expression, and not for a column. */
  static boolean isExpression(String text) {
    return !text.chars().allMatch(c -> isWord((char) c));
  }

  String foreignKey(String table, List<String> columns) {
    return "fk_rails_" + hash(table + "_" + String.join("_and_", columns) + "_fk");
  }

  String check(String table, String expression) {
    return "chk_rails_" + hash(table + "_" + expression + "_chk");
  }

  String exclusion(String table, String expression) {
    return "excl_rails_" + hash(table + "_" + expression + "_excl");
  }

  String unique(String table, List<String> columns) {
    return "uniq_rails_" + hash(table + "_" + String.join("_and_", columns) + "_unique");
  }

  /** The beginning of a text's SHA-256 in hexadecimal digits. */
  static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
