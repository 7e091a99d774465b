package dev.concertina.efcore;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.CSharpValues;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.List;

/** A migration of EF Core: the SQL that its {@code Up} sends to PostgreSQL through Npgsql. */
public final class EfCoreMigration {

  private final SourceFile file;
  private final CSharpValues values;

  private EfCoreMigration(SourceFile file) {
    this.file = file;
    values = new CSharpValues(file);
  }

  /** Reads the text of a migration; what is not understood in it is not analysed. */
  public static List<Program> read(SqlReader reader, String text) {
    if (Provider.isOther(text)) {
      return List.of(Program.unread("it is written for another database than PostgreSQL"));
    }
    return Program.read(Grammar.CSHARP, text, file -> new EfCoreMigration(file).read(reader));
  }

  private List<Program> read(SqlReader reader) {
    note(file.root(), "");
    Sent sent = new Sent(reader, file);
    Value builder = new Value.Name(BuilderCalls.BUILDER, Span.FILE);
    return new BuilderCalls(file, values, sent).follow("Up", builder)
        ? sent.programs()
        : List.of(Program.unread("it has no method Up"));
  }

  private void note(Node node, String type) {
    switch (node.type()) {
      case "class_declaration" -> {
        String name = node.child("name") == null ? "" : file.text(node.child("name"));
        node.children().forEach(child -> note(child, name));
      }
      case "field_declaration" -> constants(node, type);
      default -> node.children().forEach(child -> note(child, type));
    }
  }

  /** A field that anybody may set is no constant. */
  private void constants(Node field, String type) {
    boolean constant =
        field.children().stream()
            .filter(child -> child.is("modifier"))
            .map(file::text)
            .anyMatch(modifier -> modifier.equals("const") || modifier.equals("readonly"));
    for (Node declaration : field.children()) {
      for (Node declarator : declaration.children()) {
        List<Node> parts = declarator.parts();
        if (constant && declarator.is("variable_declarator") && parts.size() == 2) {
          String name = file.text(parts.get(0));
          values.set(name, values.value(parts.get(1)));
          values.set(type + "." + name, values.value(parts.get(1)));
        }
      }
    }
  }
}
