package dev.concertina.liquibase;

/** What Liquibase makes of types. */
public final class ColumnTypes {

  private ColumnTypes() {}

  /** The type that PostgreSQL is told where a changelog says this one. */
  public static String sql(String type) {
    return ColumnType.of(type).sql();
  }
}
