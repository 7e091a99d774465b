package dev.concertina.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The names that TypeORM gives to what a migration leaves without one. */
final class TypeOrmNames {

  private TypeOrmNames() {}

  static String primaryKey(String table, List<String> columns) {
    return "PK_" + of(table, sorted(columns), 27);
  }

  static String unique(String table, List<String> columns) {
    return "UQ_" + of(table, sorted(columns), 27);
  }

  static String foreignKey(String table, List<String> columns) {
    return "FK_" + of(table, sorted(columns), 27);
  }

  /**
   * @param where the condition of a partial index, or null
   */
  static String index(String table, List<String> columns, String where) {
    return "IDX_" + of(table, sorted(columns) + (where == null ? "" : "_" + where), 26);
  }

  static String check(String table, String expression) {
    return "CHK_" + of(table, expression, 26);
  }

  static String exclusion(String table, String expression) {
    return "XCL_" + of(table, expression, 26);
  }

  private static String sorted(List<String> columns) {
    return String.join("_", columns.stream().sorted().toList());
  }

  private static String of(String table, String what, int length) {
    String key = table.substring(table.lastIndexOf('.') + 1) + "_" + what;
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, length);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }
}
