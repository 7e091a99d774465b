package dev.concertina.sql;

/** The lexical family of a script: what quotes, comments and folds. */
public enum SqlSyntax {
  POSTGRESQL,
  MYSQL,
  MARIADB;

  /** Whether backticks quote, {@code #} comments and backslashes escape. */
  boolean mysqlFamily() {
    return this != POSTGRESQL;
  }
}
