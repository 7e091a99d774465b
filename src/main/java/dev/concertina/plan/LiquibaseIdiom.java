package dev.concertina.plan;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Change sets of Liquibase in the format of the changelog at hand, one for each change. */
final class LiquibaseIdiom implements Idiom {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final LiquibaseWords words = new LiquibaseWords();
  private final Format format;
  private final String author;

  private enum Format {
    XML,
    YAML,
    SQL
  }

  /**
   * @param path of the changelog
   * @param changeSet which of it the plan is for: {@code author:id}
   */
  LiquibaseIdiom(String path, String changeSet) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    format =
        switch (extension) {
          case "xml" -> Format.XML;
          case "sql" -> Format.SQL;
          default -> Format.YAML;
        };
    int colon = changeSet == null ? -1 : changeSet.lastIndexOf(':');
    author = colon < 0 ? "you" : changeSet.substring(0, colon);
  }

  @Override
  public String language() {
    return format.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> words(String sql, Operation operation) {
    return format == Format.SQL
        ? List.of()
        : words.of(sql, operation).map(this::lines).orElse(List.of());
  }

  @Override
  public List<String> verbatim(String sql) {
    if (format == Format.SQL) {
      return sql.lines().toList();
    }
    boolean whole = sql.indexOf(';') < sql.length() - 1;
    return lines(Markup.of("sql", "splitStatements", whole ? "false" : null).saying(sql));
  }

  private List<String> lines(Markup change) {
    return format == Format.XML ? change.xml() : change.yaml();
  }

  @Override
  public List<String> body(List<String> calls, boolean outside) {
    return changeSet("next", calls, outside);
  }

  /** A setting belongs to the change that it is for, in one transaction with it. */
  @Override
  public List<String> migration(List<ProgramBody.Part> calls, boolean outside) {
    List<String> lines = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (ProgramBody.Part call : calls) {
      waiting.addAll(call.lines());
      Operation operation = operation(call.sql());
      boolean last = call == calls.get(calls.size() - 1);
      if (last || !(operation instanceof Operation.SetVariable)) {
        if (!lines.isEmpty() && format != Format.YAML) {
          lines.add("");
        }
        lines.addAll(changeSet(id(operation), waiting, outside));
        waiting.clear();
      }
    }
    return lines;
  }

  private Operation operation(String sql) {
    return reader.read(sql).stream()
        .flatMap(statement -> statement.operations().stream())
        .findFirst()
        .orElse(null);
  }

  private static String id(Operation operation) {
    return switch (operation) {
      case Operation.AddColumn o -> "add-" + o.table().local() + "-" + o.column().name();
      case Operation.DropColumn o -> "drop-" + o.table().local() + "-" + o.column();
      case Operation.SetNotNull o -> "require-" + o.table().local() + "-" + o.column();
      case Operation.CreateIndex o when o.index() != null -> "create-" + o.index().local();
      case Operation.DropIndex o -> "drop-" + o.index().local();
      case Operation.AddConstraint o when o.constraint().name() != null ->
          "add-" + o.constraint().name();
      case Operation.ValidateConstraint o -> "validate-" + o.constraint();
      case Operation.DropConstraint o -> "drop-" + o.constraint();
      case Operation.DropTable o -> "drop-" + o.table().local();
      case null, default -> "next";
    };
  }

  private List<String> changeSet(String id, List<String> changes, boolean outside) {
    List<String> lines = new ArrayList<>();
    if (format == Format.SQL) {
      lines.add("--changeset " + author + ":" + id + (outside ? " runInTransaction:false" : ""));
      lines.addAll(changes);
      return lines;
    }
    Markup set =
        Markup.of(
            "changeSet", "id", id, "author", author, "runInTransaction", outside ? "false" : null);
    if (format == Format.XML) {
      String tag = set.xml().get(0);
      lines.add(tag.substring(0, tag.length() - "/>".length()) + ">");
      changes.forEach(line -> lines.add("  " + line));
      lines.add("</changeSet>");
    } else {
      lines.addAll(set.yaml());
      lines.add("    changes:");
      changes.forEach(line -> lines.add("      " + line));
    }
    return lines;
  }
}
