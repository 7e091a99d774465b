package dev.concertina.code;

import java.util.Set;

/**
 * One place in the application's source that refers to a table, a column or a value.
 *
 * @param file path from the repository's root
 * @param line from 1
 * @param kind how sure the place is
 * @param test whether the file is a test: tests are named but alone never make an error
 * @param everyColumn whether a query there returns all columns of the table, whichever there are
 */
public record Reference(String file, int line, Kind kind, boolean test, boolean everyColumn) {

  /** A place that says itself which columns it uses. */
  public Reference(String file, int line, Kind kind, boolean test) {
    this(file, line, kind, test, false);
  }

  private static final Set<String> OPEN = Set.of("go", "c", "h", "lua");

  /**
   * Whether readers in its language may have a closed type of their own, so that a value which they
   * do not know fails. Go, C, SQL and the shell read an enum as text; what Prisma declares becomes
   * a client that refuses what it does not know.
   */
  public boolean closesTypes() {
    Language language = Language.of(file);
    String ending = file.substring(file.lastIndexOf('.') + 1);
    boolean client = kind == Kind.DECLARES && file.endsWith(".prisma");
    return client
        || language != null
            && language.isApplication()
            && language != Language.MARKUP
            && language != Language.INDENTED_MARKUP
            && !OPEN.contains(ending);
  }

  /**
   * Whether a program writes the place from the database's own schema: Diesel's {@code schema.rs}
   * and the tables of jOOQ name a column until it is gone, also where no query does.
   */
  public boolean generated() {
    boolean jooq = file.contains("/tables/") && file.contains("jooq");
    return kind == Kind.DECLARES && (file.endsWith("schema.rs") || jooq);
  }

  /** How a place refers to something. */
  public enum Kind {
    /** A model declares it: every SELECT and INSERT of that model names it. */
    DECLARES,
    /** The identifier stands there, near its table. */
    MENTIONS
  }
}
