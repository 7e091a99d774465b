package dev.concertina.rails;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table that {@code create_table} describes in its block. */
final class NewTable implements TableBlock {

  private final RailsVersion version;
  private final String name;
  private final Arguments options;
  private final ColumnSql columnSql;
  private final IndexSql indexSql;
  private final ConstraintSql constraintSql;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> constraints = new ArrayList<>();
  private final List<Placed> later = new ArrayList<>();
  private final List<Sent> comments = new ArrayList<>();

  NewTable(RailsVersion version, String name, Arguments options) {
    this.version = version;
    this.name = name;
    this.options = options;
    columnSql = new ColumnSql(version);
    indexSql = new IndexSql(version);
    constraintSql = new ConstraintSql(version);
    key();
  }

  private void key() {
    Value id = options.option("id");
    boolean none = id != null && (id.isFalse() || id.isNull());
    if (none || options.on("as")) {
      return;
    }
    Value key = options.option("primary_key");
    if (key instanceof Value.Many several) {
      keys.add("PRIMARY KEY (" + Names.quoted(Arguments.names(several)) + ")");
      return;
    }
    boolean braces = id instanceof Value.Mapping;
    Arguments own = braces ? options.inside("id") : keyOptions();
    String inBraces = braces ? own.text("type") : null;
    String type = braces ? (inBraces == null ? "primary_key" : inBraces) : idType(id);
    String column = key == null || key.isNull() ? "id" : Arguments.text(key);
    boolean plain = !version.since(5, 1) && isInteger(id) && !own.has("default");
    addKey(column, type, plain ? own.with("default", new Value.Nothing(options.span())) : own);
  }

  private static boolean isInteger(Value id) {
    return id != null && ("integer".equals(id.text()) || "bigint".equals(id.text()));
  }

  /** What of a table's options is about its key. */
  private Arguments keyOptions() {
    return options.without(
        "id", "primary_key", "force", "temporary", "if_not_exists", "options", "as", "comment");
  }

  private String idType(Value id) {
    // The migrations of Rails' own engines ask the generators' settings.
    return id == null || id.text() == null ? "primary_key" : id.text();
  }

  private void addKey(String column, String type, Arguments own) {
    Arguments all = own.without("type").with("primary_key", new Value.Flag(true, own.span()));
    if (type.equals("uuid") && !all.has("default")) {
      String function = version.since(5, 1) ? "gen_random_uuid()" : "uuid_generate_v4()";
      all = all.with("default", new Value.Text(function, -1, own.span()));
    }
    boolean old = type.equals("primary_key") && !version.since(5, 1);
    add(column, old ? "integer" : type, all);
  }

  @Override
  public void call(Arguments given) {
    switch (given.method()) {
      case "column" -> column(given.name(0), given.name(1), given);
      case "primary_key" ->
          addKey(given.name(0), given.count() > 1 ? given.name(1) : "primary_key", given);
      case "index" -> index(given.at(0), given);
      case "timestamps" -> timestamps(given);
      case "references", "belongs_to" ->
          given.namesFrom(0).forEach(to -> reference(new Reference(version, to, given)));
      case "foreign_key" -> keys.add(constraintSql.foreignKey(name, given.name(0), given));
      case "check_constraint" -> constraints.add(constraintSql.check(name, given.name(0), given));
      case "exclusion_constraint" ->
          constraints.add(constraintSql.exclusion(name, given.name(0), given));
      case "unique_constraint" -> constraints.add(constraintSql.unique(name, given.at(0), given));
      case "remove", "remove_column" -> columns.remove(given.name(0));
      default -> given.namesFrom(0).forEach(column -> column(column, given.method(), given));
    }
  }

  @Override
  public boolean knows(String method) {
    return switch (method) {
      case "column", "primary_key", "index", "timestamps", "references", "belongs_to" -> true;
      case "foreign_key", "check_constraint", "exclusion_constraint", "unique_constraint" -> true;
      case "remove", "remove_column" -> true;
      default -> ColumnType.isMethod(method);
    };
  }

  private void column(String column, String type, Arguments given) {
    add(column, type, given.without("index", "primary_key"));
    if (given.on("index")) {
      index(new Value.Text(column, -1, given.span()), given.inside("index"));
    }
  }

  private void add(String column, String type, Arguments given) {
    columns.put(column, columnSql.definition(column, type, given));
    if (given.on("comment")) {
      comments.add(ColumnCalls.comment(name, column, given.option("comment")));
    }
  }

  private void index(Value keys, Arguments given) {
    Value unless = options.option("if_not_exists");
    Arguments all = unless == null ? given : given.with("if_not_exists", unless);
    indexSql.create(name, keys, all).forEach(sent -> later.add(new Placed(given.span(), sent)));
  }

  private void timestamps(Arguments given) {
    Arguments all = ColumnCalls.timestamps(version, given);
    column("created_at", "datetime", all);
    column("updated_at", "datetime", all);
  }

  private void reference(Reference reference) {
    reference.columns().forEach(c -> add(c.name(), c.type(), c.options()));
    if (reference.hasIndex()) {
      Span span = reference.given().span();
      index(new Value.Many(reference.columnNames(), span), reference.index(name));
    }
    if (reference.hasForeignKey()) {
      keys.add(constraintSql.foreignKey(name, reference.referencedTable(), reference.foreignKey()));
    }
  }

  @Override
  public List<Placed> end() {
    List<Placed> all = new ArrayList<>();
    if (options.on("force")) {
      boolean cascade = "cascade".equals(options.option("force").text());
      place(all, Sent.whole("DROP TABLE IF EXISTS " + table() + (cascade ? " CASCADE" : "")));
    }
    place(all, Sent.whole(create()));
    all.addAll(later);
    if (options.on("comment")) {
      String text = ColumnCalls.text(options.option("comment"));
      place(all, Sent.whole("COMMENT ON TABLE " + table() + " IS " + text));
    }
    comments.forEach(comment -> place(all, comment));
    return all;
  }

  private void place(List<Placed> all, Sent sent) {
    all.add(new Placed(options.span(), sent));
  }

  private String table() {
    return Names.table(name);
  }

  private String create() {
    List<String> parts = new ArrayList<>(columns.values());
    parts.addAll(keys);
    parts.addAll(constraints);
    String query = options.on("as") ? options.text("as") : null;
    return "CREATE "
        + (options.on("temporary") ? "TEMPORARY " : "")
        + "TABLE "
        + (options.on("if_not_exists") ? "IF NOT EXISTS " : "")
        + table()
        + (parts.isEmpty() ? (query == null ? " ()" : "") : " (" + String.join(", ", parts) + ")")
        + (options.on("options") ? " " + options.text("options") : "")
        + (query == null ? "" : " AS " + query);
  }
}
