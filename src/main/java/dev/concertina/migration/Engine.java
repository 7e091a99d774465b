package dev.concertina.migration;

import dev.concertina.sql.SqlSyntax;

/**
 * The database that a history is for.
 *
 * @param name {@code postgresql}, {@code mysql}, {@code mariadb} or {@code sqlite}
 * @param version its major version, or 0 where none is known and none is assumed
 * @param reason where this is known from, for display: {@code compose.yml says postgres:16}
 */
public record Engine(String name, int version, String reason) {

  /** The oldest release that the community supports: what holds there holds everywhere. */
  public static final Engine DEFAULT =
      new Engine("postgresql", 14, "assumed: the oldest release with community support");

  /** Whether a rule book and a model of its locks exist for it. */
  public boolean judged() {
    return name.equals("postgresql");
  }

  /** The lexical family of its scripts. */
  public SqlSyntax syntax() {
    return switch (name) {
      case "mysql" -> SqlSyntax.MYSQL;
      case "mariadb" -> SqlSyntax.MARIADB;
      default -> SqlSyntax.POSTGRESQL;
    };
  }
}
