package dev.concertina.django;

import dev.concertina.schema.Name;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The names that Django gives tables, indexes and constraints. They carry a digest of what they are
 * about, so that the name in a database is known without a look at it.
 */
final class Names {

  private static final int LONGEST = 63;

  private Names() {}

  /** A name for an index or constraint over these columns. */
  static String index(String table, List<String> columns, String suffix) {
    String bare = bare(table);
    StringBuilder all = new StringBuilder(bare);
    columns.forEach(all::append);
    String end = digest(all.toString(), 8) + suffix;
    String joined = String.join("_", columns);
    String name = bare + "_" + joined + "_" + end;
    if (name.length() <= LONGEST) {
      return name;
    }
    if (end.length() > LONGEST / 3) {
      end = end.substring(0, LONGEST / 3);
    }
    int room = (LONGEST - end.length()) / 2 - 1;
    String cut = clip(bare, room) + "_" + clip(joined, room) + "_" + end;
    boolean odd = cut.charAt(0) == '_' || Character.isDigit(cut.charAt(0));
    return odd ? "D" + cut.substring(0, cut.length() - 1) : cut;
  }

  /** The name of a table, cut to what PostgreSQL takes. */
  static String table(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 4) + digest(name, 4);
  }

  /** A name in quotes; one that a project has quoted itself stays as it is. */
  static String quote(String name) {
    boolean quoted = name.startsWith("\"") && name.endsWith("\"") && name.length() > 1;
    return quoted ? name : isQualified(name) ? "\"" + name + "\"" : doubled(name);
  }

  private static String doubled(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Whether a project has put a schema before the name. Django finds nothing by such a name. */
  static boolean isQualified(String name) {
    return name.contains("\".\"");
  }

  /** The name without its schema, which projects put before it as {@code shop"."order}. */
  static String bare(String table) {
    String name = table.substring(table.indexOf("\".\"") < 0 ? 0 : table.indexOf("\".\"") + 3);
    return name.replace("\"", "");
  }

  /** The name that the database knows the table by. */
  static Name folded(String table) {
    int dot = table.indexOf("\".\"");
    return new Name(dot < 0 ? "" : table.substring(0, dot).replace("\"", ""), bare(table));
  }

  private static String clip(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static String digest(String text, int length) {
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(md5).substring(0, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
