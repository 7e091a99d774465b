package dev.concertina.rails;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Indexes as Active Record asks for them. */
final class IndexSql {

  private final Names names;

  IndexSql(RailsVersion version) {
    names = new Names(version);
  }

  /** What the index is called. */
  String name(String table, Value columns, Arguments options) {
    String given = options.text("name");
    return given == null ? made(table, columns) : given;
  }

  /** The name that an index on these columns gets when nobody gives it one. */
  String made(String table, Value columns) {
    String text = columns.text();
    return text != null && Names.isExpression(text)
        ? names.index(table, List.of(Names.words(text)))
        : names.index(table, Arguments.names(columns));
  }

  List<Sent> create(String table, Value columns, Arguments options) {
    String name = name(table, columns, options);
    StringBuilder sql = new StringBuilder(options.on("unique") ? "CREATE UNIQUE" : "CREATE");
    sql.append(" INDEX ").append(algorithm(options));
    sql.append(options.on("if_not_exists") ? "IF NOT EXISTS " : "");
    sql.append(Names.quote(name)).append(" ON ").append(Names.table(table));
    sql.append(options.on("using") ? " USING " + options.text("using") : "");
    sql.append(" (").append(keys(columns, options)).append(')');
    if (options.on("include")) {
      sql.append(" INCLUDE (").append(Names.quoted(Arguments.names(options.option("include"))));
      sql.append(')');
    }
    sql.append(options.on("nulls_not_distinct") ? " NULLS NOT DISTINCT" : "");
    sql.append(options.on("where") ? " WHERE " + options.text("where") : "");
    List<Sent> sent = new ArrayList<>(List.of(Sent.whole(sql.toString())));
    if (options.on("comment")) {
      String comment = Names.literal(options.text("comment"));
      sent.add(Sent.whole("COMMENT ON INDEX " + Names.quote(name) + " IS " + comment));
    }
    return sent;
  }

  Sent drop(String table, String name, Arguments options) {
    String index = Names.schema(table) + Names.quote(name);
    return Sent.whole("DROP INDEX " + algorithm(options) + index);
  }

  private static String algorithm(Arguments options) {
    String algorithm = options.text("algorithm");
    return "concurrently".equals(algorithm) ? "CONCURRENTLY " : "";
  }

  private static String keys(Value columns, Arguments options) {
    String text = columns.text();
    if (text != null && Names.isExpression(text)) {
      return text;
    }
    List<String> keys = new ArrayList<>();
    for (String column : Arguments.names(columns)) {
      String opclass = ofColumn(options.option("opclass"), column);
      String order = ofColumn(options.option("order"), column);
      keys.add(
          Names.quote(column)
              + (opclass == null ? "" : " " + opclass)
              + (order == null ? "" : " " + order.toUpperCase(Locale.ROOT)));
    }
    return String.join(", ", keys);
  }

  /** An option that is one for all columns, or for each by its name. */
  private static String ofColumn(Value option, String column) {
    if (option instanceof Value.Mapping byName) {
      Value own = byName.get(column);
      return own == null ? null : Arguments.text(own);
    }
    return option == null || option.isNull() ? null : Arguments.text(option);
  }
}
