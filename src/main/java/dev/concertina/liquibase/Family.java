package dev.concertina.liquibase;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The types that Liquibase knows, with all the names that it knows them by. */
enum Family {
  INTEGER("int integer java.sql.types.integer java.lang.integer serial int4 serial4"),
  BIGINT(
      "bigint java.sql.types.bigint java.math.biginteger java.lang.long integer8 bigserial serial8"
          + " int8"),
  SMALLINT("smallint java.sql.types.smallint smallserial int2"),
  TINYINT("tinyint java.sql.types.tinyint"),
  BOOLEAN("boolean bool bit java.sql.types.boolean java.lang.boolean"),
  DATETIME("datetime datetime2 smalldatetime java.sql.types.datetime java.util.date"),
  TIMESTAMP(
      "timestamp timestamptz java.sql.types.timestamp java.sql.timestamp"
          + " java.sql.types.timestamp_with_timezone"),
  TIME("time timetz java.sql.types.time java.sql.time"),
  DATE("date java.sql.types.date java.sql.date"),
  CHAR("char java.sql.types.char bpchar character"),
  VARCHAR("varchar java.sql.types.varchar java.lang.string varchar2", "character varying"),
  NVARCHAR("nvarchar java.sql.types.nvarchar nvarchar2 national"),
  NCHAR("nchar java.sql.types.nchar nchar2"),
  CLOB(
      "clob longvarchar text longtext java.sql.types.longvarchar java.sql.types.clob nclob"
          + " longnvarchar ntext java.sql.types.longnvarchar java.sql.types.nclob tinytext"
          + " mediumtext",
      "long varchar",
      "long nvarchar"),
  BLOB(
      "blob longblob longvarbinary java.sql.types.blob java.sql.types.longblob"
          + " java.sql.types.longvarbinary java.sql.types.varbinary java.sql.types.binary varbinary"
          + " binary image tinyblob mediumblob bytea",
      "long binary",
      "long varbinary"),
  UUID("uuid uniqueidentifier java.util.uuid"),
  NUMBER("number numeric java.sql.types.numeric"),
  DECIMAL("decimal java.sql.types.decimal java.math.bigdecimal"),
  CURRENCY("currency money smallmoney"),
  DOUBLE("double java.sql.types.double java.lang.double"),
  FLOAT("float java.sql.types.float java.lang.float real java.sql.types.real"),
  XML("xml xmltype java.sql.types.sqlxml"),
  UNKNOWN("");

  private final Set<String> names;

  Family(String words, String... ofTwoWords) {
    names = new HashSet<>(Arrays.asList(ofTwoWords));
    names.addAll(Arrays.asList(words.split(" ")));
  }

  /** The family of a type by its name in lower case. */
  static Family of(String name) {
    return Arrays.stream(values())
        .filter(family -> family.names.contains(name))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** Whether its values are written without quotes. */
  boolean numeric() {
    return switch (this) {
      case INTEGER, BIGINT, SMALLINT, TINYINT, NUMBER, DECIMAL, CURRENCY, DOUBLE, FLOAT -> true;
      default -> false;
    };
  }
}
