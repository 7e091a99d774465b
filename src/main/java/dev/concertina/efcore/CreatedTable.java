package dev.concertina.efcore;

import dev.concertina.syntax.CSharpValues;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Npgsql sends for {@code CreateTable}. */
final class CreatedTable {

  private final CSharpValues values;
  private final Map<String, String> names = new HashMap<>();
  private final List<String> parts = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();

  CreatedTable(CSharpValues values) {
    this.values = values;
  }

  List<String> sql(Asked asked) {
    String table = Sql.quote(asked.text("schema", 2), asked.needed("name", 0));
    columns(table, asked.argument("columns", 1));
    if (asked.argument("constraints", 3) instanceof CSharpValues.Lambda lambda) {
      constraints(lambda.body());
    }
    List<String> sent = new ArrayList<>();
    sent.add("CREATE TABLE " + table + " (" + String.join(", ", parts) + ")");
    String comment = asked.text("comment");
    if (comment != null) {
      sent.add("COMMENT ON TABLE " + table + " IS " + Sql.text(comment));
    }
    sent.addAll(comments);
    return sent;
  }

  private void columns(String table, Value columns) {
    Value made = columns instanceof CSharpValues.Lambda lambda ? values.value(lambda.body()) : null;
    if (!(made instanceof Value.Mapping mapping)) {
      throw new UnreadException("its columns are built at run time");
    }
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      String property = entry.getKey().text();
      if (!(entry.getValue() instanceof Value.Call call)
          || !Asked.of(call).method().equals("Column")) {
        throw new UnreadException("its column " + property + " is built at run time");
      }
      Asked column = Asked.of(call);
      String given = column.text("name");
      String name = given == null ? property : given;
      names.put(property, name);
      parts.add(Column.definition(name, column));
      comments.addAll(Column.comment(table, name, column));
    }
  }

  private void constraints(Node node) {
    if (!node.is("invocation_expression")) {
      node.children().forEach(this::constraints);
    } else if (values.value(node) instanceof Value.Call call) {
      parts.add(constraint(Asked.of(call)));
    }
  }

  private String constraint(Asked asked) {
    String name = asked.text("name", 0);
    return switch (asked.method()) {
      case "PrimaryKey" -> Keys.key("PRIMARY KEY", name, columns(asked.argument("columns", 1)));
      case "UniqueConstraint" -> Keys.key("UNIQUE", name, columns(asked.argument("columns", 1)));
      case "CheckConstraint" -> Keys.check(name, asked.needed("sql", 1));
      case "ForeignKey" -> {
        Value one = asked.argument("column", 1);
        yield Keys.foreign(asked, columns(one == null ? asked.argument("columns") : one), 2);
      }
      default -> throw new UnreadException("its constraint " + asked.method() + " is not known");
    };
  }

  /** {@code x => x.Id} or {@code x => new { x.A, x.B }}. */
  private List<String> columns(Value chosen) {
    Value value = chosen instanceof CSharpValues.Lambda lambda ? values.value(lambda.body()) : null;
    return switch (value) {
      case Value.Name name -> List.of(column(name.name()));
      case Value.Mapping mapping ->
          mapping.entries().stream().map(entry -> column(entry.getKey().text())).toList();
      case null, default -> List.of();
    };
  }

  private String column(String property) {
    String own = property.substring(property.lastIndexOf('.') + 1);
    return names.getOrDefault(own, own);
  }
}
