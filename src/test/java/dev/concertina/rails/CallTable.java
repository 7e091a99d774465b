package dev.concertina.rails;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of migrations and the SQL that each sends, from a file: {@code record.rb} says its form.
 */
final class CallTable {

  static final Path FILES = Path.of("src/test/resources/dev/concertina/rails");

  private static final String VERSION = "# Migration[";
  private static final String SENDS = "=> ";

  private CallTable() {}

  /**
   * One call.
   *
   * @param version the release that it is written for
   * @param sql what it sends, statement by statement
   */
  record Row(String version, String code, List<String> sql) {
    @Override
    public String toString() {
      return version + " " + code;
    }
  }

  static List<Row> read(String name) {
    try {
      return parse(Files.readString(FILES.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Row> parse(String text) {
    List<Row> rows = new ArrayList<>();
    String version = "6.1";
    for (String block : text.split("\n{2,}")) {
      List<String> lines = block.strip().lines().toList();
      if (block.startsWith(VERSION)) {
        version = block.substring(VERSION.length(), block.indexOf(']'));
      }
      List<String> code = lines.stream().filter(CallTable::isCode).toList();
      if (!code.isEmpty()) {
        rows.add(
            new Row(
                version,
                String.join("\n", code),
                lines.stream()
                    .filter(line -> line.startsWith(SENDS))
                    .map(line -> line.substring(SENDS.length()))
                    .toList()));
      }
    }
    return rows;
  }

  private static boolean isCode(String line) {
    return !line.startsWith("#") && !line.startsWith(SENDS);
  }

  /** A migration that does nothing else. */
  static String migration(Row row) {
    return "class Change < ActiveRecord::Migration[%s]\n  def up\n%s\n  end\nend\n"
        .formatted(row.version, row.code);
  }

  static List<Statement> statements(String migration) {
    return RailsMigration.read(migration).stream()
        .map(Program::statements)
        .flatMap(List::stream)
        .toList();
  }

  /** What a migration sends; what is written in it stands for itself. */
  static List<String> sent(String migration) {
    return statements(migration).stream()
        .map(statement -> statement.sql() == null ? statement.text() : statement.sql())
        .map(CallTable::plain)
        .toList();
  }

  /** Without what makes no difference to PostgreSQL. */
  static String plain(String sql) {
    return sql.replaceAll("\\s+", " ")
        .replace("( ", "(")
        .replace(" (", "(")
        .replace(" ,", ",")
        .replaceAll(";$", "")
        .strip();
  }

  /** The operations of SQL, wherever they stand. */
  static List<String> operations(List<String> sql) {
    return texts(
        new SqlReader(SqlSyntax.POSTGRESQL)
            .readAt(Span.FILE, String.join(";\n", sql)).stream()
                .flatMap(statement -> statement.operations().stream())
                .toList());
  }

  static List<String> texts(List<Operation> operations) {
    return operations.stream()
        .map(operation -> operation.toString().replaceAll("(span=)?Span\\[[^]]*]", ""))
        .map(CallTable::plain)
        .toList();
  }
}
