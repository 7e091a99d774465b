package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads the SQL of {@code RunSQL}: a text, or a list of texts and of texts with parameters. */
final class RawSql {

  private final SqlReader reader;
  private final String file;

  /**
   * @param file the text of the migration, in which most SQL stands as it is sent
   */
  RawSql(SqlReader reader, String file) {
    this.reader = reader;
    this.file = file;
  }

  List<Statement> read(Value sql) {
    List<Statement> statements = new ArrayList<>();
    if (sql instanceof Value.Many many) {
      many.items().forEach(item -> statements.addAll(one(item)));
    } else {
      statements.addAll(one(sql));
    }
    return statements;
  }

  private List<Statement> one(Value sql) {
    if (sql instanceof Value.Many pair) {
      List<Value> parts = pair.items();
      boolean plain = parts.size() == 2 && parts.get(1).isNull();
      boolean filled = parts.size() == 2 && parts.get(0).text() != null;
      return plain
          ? one(parts.get(0))
          : filled ? withParameters(parts.get(0), parts.get(1)) : List.of(unread(sql));
    }
    return switch (sql) {
      case Value.Text text when text.start() >= 0 ->
          reader.read(file, text.start(), text.start() + text.text().length());
      case Value.Text text -> reader.readAt(text.span(), text.text());
      case Value.Name name when name.name().endsWith("RunSQL.noop") -> List.of();
      default -> List.of(unread(sql));
    };
  }

  /** The driver puts literals for {@code %s} and one percent sign for two. */
  private List<Statement> withParameters(Value sql, Value parameters) {
    StringBuilder filled = new StringBuilder();
    String text = sql.text();
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == '%' && i + 1 < text.length();
      if (escape && text.charAt(i + 1) == 's') {
        filled.append(literal(parameters, next++));
        i++;
      } else if (escape && text.charAt(i + 1) == '%') {
        filled.append('%');
        i++;
      } else {
        filled.append(c);
      }
    }
    return reader.readAt(sql.span(), filled.toString());
  }

  private static String literal(Value parameters, int index) {
    Value value = index < parameters.items().size() ? parameters.items().get(index) : null;
    return switch (value) {
      case Value.Text text -> SqlLiteral.quote(text.text());
      case Value.Number number -> number.digits();
      case Value.Flag flag -> String.valueOf(flag.on());
      case Value.Nothing nothing -> "NULL";
      case null, default -> "'?'";
    };
  }

  private Statement unread(Value sql) {
    String reason = "the SQL is built at run time";
    Operation operation = new Operation.NotAnalysed(reason, sql.span());
    String text = file.substring(sql.span().start(), sql.span().end());
    return new Statement(text, sql.span(), List.of(operation), List.of());
  }
}
