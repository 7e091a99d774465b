package dev.concertina.alembic;

import dev.concertina.schema.Operation;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls of Alembic's with the SQL that each sends. */
final class CallTable {

  static final Path FOLDER = Path.of("src/test/resources/dev/concertina/alembic");
  static final Path FILE = FOLDER.resolve("calls.txt");

  private static final String HEAD =
      """
      from alembic import context, op
      import sqlalchemy as sa
      import sqlmodel
      import pgvector
      import app
      from sqlalchemy.dialects import postgresql

      revision = "1"


      """;

  private CallTable() {}

  /**
   * Some calls.
   *
   * @param ran whether Alembic itself can be asked without a connection
   * @param sent the statements, or why there is none
   */
  record Row(int number, String code, boolean ran, List<String> sent) {
    @Override
    public String toString() {
      return code.lines().findFirst().orElse("");
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String block : Files.readString(FILE).strip().split("\n\n")) {
      List<String> code = new ArrayList<>();
      List<String> sent = new ArrayList<>();
      block.lines().forEach(l -> (l.startsWith("> ") ? sent : code).add(l));
      boolean ran = !code.get(0).startsWith("#");
      String text = String.join("\n", ran ? code : code.subList(1, code.size()));
      rows.add(new Row(rows.size(), text, ran, sent.stream().map(s -> s.substring(2)).toList()));
    }
    return rows;
  }

  /** A revision that makes these calls. */
  static String revision(String code) {
    StringBuilder text = new StringBuilder(HEAD);
    boolean model = code.startsWith("class ");
    List<String> lines = code.lines().toList();
    int from = model ? 2 : 0;
    lines.subList(0, from).forEach(line -> text.append(line).append('\n'));
    text.append("def upgrade():\n");
    lines.subList(from, lines.size()).forEach(l -> text.append("    ").append(l).append('\n'));
    return text.toString();
  }

  /** What is read of them. */
  static List<String> read(String code) {
    List<String> sent = new ArrayList<>();
    for (Program program : AlembicRevision.read(revision(code))) {
      program.statements().forEach(statement -> sent.addAll(said(statement)));
    }
    return sent;
  }

  private static List<String> said(Statement statement) {
    return switch (statement.operations().get(0)) {
      case Operation.NotAnalysed unread -> List.of("not analysed: " + unread.reason());
      case Operation.RunCode code ->
          code.body().stream()
              .map(
                  o ->
                      (code.commits() ? "batch by batch: " : "one by one: ")
                          + statement.text().replaceAll(".*text\\(\"(.*)\"\\).*", "$1"))
              .toList();
      default -> List.of(statement.sql());
    };
  }
}
