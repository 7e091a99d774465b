package dev.concertina.code;

/**
 * How a model calls a table or a column.
 *
 * @param text the name, without its schema
 * @param exact whether it is the database's own name; else a naming strategy makes one of it, and
 *     {@code albumId} may be {@code album_id}
 */
record Spelling(String text, boolean exact) {

  /** A name that stands in the model as the database has it, perhaps with its schema and quotes. */
  static Spelling exact(String written) {
    String bare = written.replaceAll("[\"`\\[\\]]", "");
    return new Spelling(bare.substring(bare.lastIndexOf('.') + 1), true);
  }

  /** A name that a naming strategy turns into the database's. */
  static Spelling implied(String name) {
    return new Spelling(name, false);
  }

  /** Whether it means what the database calls {@code name}. */
  boolean means(String name) {
    return exact ? text.equalsIgnoreCase(name) : Inflection.key(text).equals(Inflection.key(name));
  }
}
