package dev.concertina.migration;

import dev.concertina.django.Models;
import dev.concertina.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * One migration file, read.
 *
 * @param path its path in the repository
 * @param framework the id of its framework: {@code flyway}, {@code goose} … {@code sql}
 * @param engine the database that it is for
 * @param history the history it belongs to: migrations with the same value are ordered among each
 *     other, usually the folder
 * @param version its version as written ({@code 42}, {@code 20260102030405}), or null for a
 *     repeatable one
 * @param direction whether it goes up or down
 * @param transaction how the framework runs it
 * @param checksummed whether the framework refuses to run after the file was edited
 * @param repeatable whether it runs again whenever its content changes
 * @param postDeploy whether it runs after all old instances are gone
 * @param text the decoded text, without a byte-order mark
 * @param statements its statements, in order; those of a file with both directions belong to one
 *     Migration each
 * @param session what its runner has SET before it begins, by folded name
 * @param models what the code calls tables and columns, where the framework knows; else null
 */
public record Migration(
    String path,
    String framework,
    Engine engine,
    String history,
    String version,
    Direction direction,
    Transaction transaction,
    boolean checksummed,
    boolean repeatable,
    boolean postDeploy,
    String text,
    List<Statement> statements,
    Map<String, String> session,
    Models models) {

  public Migration {
    statements = List.copyOf(statements);
    session = Map.copyOf(session);
  }

  /** One of a framework that knows tables and columns alone, and sets nothing. */
  public Migration(
      String path,
      String framework,
      Engine engine,
      String history,
      String version,
      Direction direction,
      Transaction transaction,
      boolean checksummed,
      boolean repeatable,
      boolean postDeploy,
      String text,
      List<Statement> statements) {
    this(
        path,
        framework,
        engine,
        history,
        version,
        direction,
        transaction,
        checksummed,
        repeatable,
        postDeploy,
        text,
        statements,
        Map.of(),
        null);
  }

  /** The same file, of whose statements more is known. */
  public Migration with(List<Statement> known) {
    return new Migration(
        path,
        framework,
        engine,
        history,
        version,
        direction,
        transaction,
        checksummed,
        repeatable,
        postDeploy,
        text,
        known,
        session,
        models);
  }

  /** Whether it is SQL itself, and not a program that sends some. */
  public boolean inSql() {
    return FileName.isSql(Path.name(path));
  }

  /** Whether its statements share a transaction. */
  public boolean wrapped() {
    return switch (transaction) {
      case FILE, ALL_PENDING, IMPLICIT -> true;
      case NONE, REFUSED -> false;
    };
  }

  /** Which way a migration goes. */
  public enum Direction {
    UP,
    DOWN
  }

  /** How a framework wraps a migration. */
  public enum Transaction {
    /** One explicit transaction around the file; BEGIN and COMMIT inside it are a mistake. */
    FILE,
    /** One explicit transaction around all pending migrations. */
    ALL_PENDING,
    /** The file is sent as one query: an implicit transaction as soon as it has two statements. */
    IMPLICIT,
    /** Each statement by itself; the file may BEGIN and COMMIT. */
    NONE,
    /**
     * The framework refuses to run the file, because it mixes statements that run in a transaction
     * with some that can't.
     */
    REFUSED
  }
}
