package dev.concertina.efcore;

import dev.concertina.syntax.DatabaseQuestion;
import java.util.List;

/** Which database a migration or a branch in it is for. */
final class Provider {

  private static final List<String> OTHERS =
      List.of("SqlServer", "Sqlite", "MySql", "Oracle", "Cosmos");
  private static final List<String> OTHER_TYPES =
      List.of("\"nvarchar(", "\"datetime2", "\"uniqueidentifier\"");

  private static final DatabaseQuestion QUESTION =
      new DatabaseQuestion(List.of("ActiveProvider", ".Is"), List.of("Npgsql"), OTHERS);

  private Provider() {}

  /** Whether a migration is written for another database, and not for PostgreSQL too. */
  static boolean isOther(String text) {
    boolean annotated = OTHERS.stream().anyMatch(other -> text.contains("\"" + other + ":"));
    boolean typed = OTHER_TYPES.stream().anyMatch(text::contains);
    return (annotated || typed) && !text.contains("Npgsql");
  }

  /**
   * What a condition is on PostgreSQL; null where it does not ask for the database, or for more.
   */
  static Boolean holds(String condition) {
    return QUESTION.holds(condition);
  }
}
