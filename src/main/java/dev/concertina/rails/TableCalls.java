package dev.concertina.rails;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.Value;
import java.util.List;

/** The methods whose block describes a table or changes one. */
final class TableCalls {

  private final RailsVersion version;
  private final SchemaCalls schema;

  TableCalls(RailsVersion version, SchemaCalls schema) {
    this.version = version;
    this.schema = schema;
  }

  /** The table that the block of {@code create_table}, or of one of its like, is about. */
  TableBlock of(Arguments given) {
    return switch (given.method()) {
      case "create_table" -> new NewTable(version, given.name(0), given);
      case "create_join_table" -> joinTable(given);
      default -> new ChangedTable(schema, given);
    };
  }

  private TableBlock joinTable(Arguments given) {
    Arguments own =
        given
            .with("id", new Value.Flag(false, given.span()))
            .without("table_name", "column_options");
    NewTable table = new NewTable(version, ObjectCalls.joinTable(given), own);
    Arguments options = given.inside("column_options");
    for (int i = 0; i < 2; i++) {
      table.call(joining(options, Inflector.singular(given.name(i)), given.span()));
    }
    return table;
  }

  private static Arguments joining(Arguments options, String name, Span span) {
    Value no = new Value.Flag(false, span);
    Arguments all = options.has("null") ? options : options.with("null", no);
    all = all.has("index") ? all : all.with("index", no);
    return new Arguments(
        "references", List.of(new Value.Text(name, -1, span)), all.options(), span);
  }
}
