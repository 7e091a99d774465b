package dev.concertina.schema;

/**
 * The name of a relation, type or routine after folding: unquoted identifiers are lower case, and
 * the default schema is left out, so that {@code public.n}, {@code N} and {@code n} are one name.
 *
 * @param schema the schema, or the empty string for the default one; never null
 * @param local the name inside the schema; never null
 */
public record Name(String schema, String local) implements Comparable<Name> {

  private static final String DEFAULT_SCHEMA = "public";

  public Name {
    if (schema.equals(DEFAULT_SCHEMA)) {
      schema = "";
    }
  }

  /** A name in the default schema. */
  public static Name of(String local) {
    return new Name("", local);
  }

  /** The name behind its prose form, {@link #toString}. */
  public static Name parse(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? of(text) : new Name(text.substring(0, dot), text.substring(dot + 1));
  }

  /** Whether it names a table of the database system itself. */
  public boolean isCatalog() {
    return schema.equals("pg_catalog")
        || schema.equals("information_schema")
        || schema.isEmpty() && local.startsWith("pg_");
  }

  /** The same schema with another local name. */
  public Name sibling(String otherLocal) {
    return new Name(schema, otherLocal);
  }

  /** The name with its schema always written, as the JSON report promises: {@code public.audio}. */
  public String qualified() {
    return (schema.isEmpty() ? DEFAULT_SCHEMA : schema) + "." + local;
  }

  /** The name as it is written in SQL, quoted where PostgreSQL requires it. */
  public String sql() {
    return schema.isEmpty()
        ? Identifier.quote(local)
        : Identifier.quote(schema) + "." + Identifier.quote(local);
  }

  /** The name for prose: the default schema is left out. */
  @Override
  public String toString() {
    return schema.isEmpty() ? local : schema + "." + local;
  }

  // By hand, since the first use of each method that a record gets costs milliseconds of a run.

  @Override
  public boolean equals(Object other) {
    return other instanceof Name that && schema.equals(that.schema) && local.equals(that.local);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + local.hashCode();
  }

  @Override
  public int compareTo(Name other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : local.compareTo(other.local);
  }
}
