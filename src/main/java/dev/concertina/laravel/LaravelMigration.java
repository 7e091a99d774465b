package dev.concertina.laravel;

import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.PhpValues;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Transcript;
import java.util.List;

/** A migration of Laravel: the SQL that its {@code up} sends to PostgreSQL. */
public final class LaravelMigration {

  private final SourceFile file;
  private final PhpValues values;
  private boolean transactional = true;

  private LaravelMigration(SourceFile file) {
    this.file = file;
    values = new PhpValues(file);
  }

  /** Reads the text of a migration; what is not understood in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text) {
    return Program.read(
        Grammar.PHP, text, file -> List.of(new LaravelMigration(file).read(reader)));
  }

  private Program read(SqlReader reader) {
    note(file.root());
    Transcript transcript = new Transcript(reader, file);
    return new FacadeCalls(file, values, transcript).follow("up")
        ? new Program(transcript.statements(), transactional)
        : Program.unread("it has no method up");
  }

  private void note(Node node) {
    switch (node.type()) {
      case "property_element" -> {
        boolean switched = file.text(node.child("name")).equals("$withinTransaction");
        Node value = node.child("default_value");
        if (switched && value != null && values.value(value).isFalse()) {
          transactional = false;
        }
        property(node);
      }
      case "const_element" -> {
        List<Node> parts = node.parts();
        if (parts.size() == 2) {
          values.set(file.text(parts.get(0)), values.value(parts.get(1)));
        }
      }
      default -> node.children().forEach(this::note);
    }
  }

  /** {@code $this->table} is what the class gives it. */
  private void property(Node node) {
    Node value = node.child("default_value");
    if (value != null) {
      String name = file.text(node.child("name")).substring(1);
      values.set("$this->" + name, values.value(value));
    }
  }
}
