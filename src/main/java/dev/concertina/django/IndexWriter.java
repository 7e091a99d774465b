package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the indexes that a model's {@code Meta} and its fields ask for. */
final class IndexWriter {

  private static final Map<String, String> METHODS =
      Map.of(
          "BTreeIndex", "btree",
          "GinIndex", "gin",
          "GistIndex", "gist",
          "SpGistIndex", "spgist",
          "BrinIndex", "brin",
          "HashIndex", "hash",
          "BloomIndex", "bloom");

  /** Options of PostgreSQL's own indexes, by the names that they have in SQL. */
  private static final List<Map.Entry<String, String>> STORAGE =
      List.of(
          Map.entry("autosummarize", "autosummarize"),
          Map.entry("pages_per_range", "pages_per_range"),
          Map.entry("length", "length"),
          Map.entry("fillfactor", "fillfactor"),
          Map.entry("deduplicate_items", "deduplicate_items"),
          Map.entry("buffering", "buffering"),
          Map.entry("fastupdate", "fastupdate"),
          Map.entry("gin_pending_list_limit", "gin_pending_list_limit"));

  private final TableMapping mapping;
  private final Model model;
  private final String table;

  IndexWriter(TableMapping mapping, Model model) {
    this.mapping = mapping;
    this.model = model;
    table = mapping.table(model);
  }

  /** The indexes of one field: its own, and the one that LIKE needs. */
  List<Definition> ofField(FieldColumn column) {
    List<Definition> made = new ArrayList<>();
    if (column.ownIndex()) {
      made.add(own(column));
    }
    Definition like = like(column);
    if (like != null) {
      made.add(like);
    }
    return made;
  }

  Definition own(FieldColumn column) {
    return simple(column, "", "");
  }

  /** The index that LIKE needs, or null where there is none. */
  Definition like(FieldColumn column) {
    String operators = column.likeOperators();
    return operators == null ? null : simple(column, "_like", " " + operators);
  }

  private Definition simple(FieldColumn column, String suffix, String text) {
    return Definition.index(table, null, suffix, List.of(new Definition.Key(column.name(), text)))
        .withTail(tablespace(column.tablespace()));
  }

  /** An index of {@code index_together}. */
  Definition together(List<String> fields) {
    return Definition.index(table, null, "_idx", keys(fields, List.of()))
        .withTail(tablespace(model.text("db_tablespace")));
  }

  /** An index of {@code Meta.indexes}. */
  Definition declared(Value.Call index, boolean concurrently) {
    String method = METHODS.get(index.shortName());
    String using = method == null ? "" : " USING " + method;
    Value given = index.named().get("db_tablespace");
    List<String> fields = Words.texts(index.named().get("fields"));
    String space = given != null ? given.text() : tablespaceOf(fields);
    String tail =
        include(index) + storage(index) + tablespace(space) + where(index.named().get("condition"));
    return new Definition(
        Catalogue.Kind.INDEX, table, name(index), "", keys(index), concurrently, using, tail, null);
  }

  /** The name that an index or constraint is given. */
  static String name(Value.Call declared) {
    Value name = declared.named().get("name");
    return name == null ? null : name.text();
  }

  List<Definition.Key> keys(Value.Call declared) {
    List<String> fields = Words.texts(declared.named().get("fields"));
    if (!fields.isEmpty()) {
      return keys(fields, Words.texts(declared.named().get("opclasses")));
    }
    ExpressionWriter expressions = new ExpressionWriter(mapping, model);
    return declared.arguments().stream()
        .map(argument -> new Definition.Key(null, expressions.indexKey(argument)))
        .toList();
  }

  private List<Definition.Key> keys(List<String> fields, List<String> operators) {
    List<Definition.Key> keys = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean down = fields.get(i).startsWith("-");
      String column = columnOf(down ? fields.get(i).substring(1) : fields.get(i));
      String operator = i < operators.size() ? " " + operators.get(i) : "";
      keys.add(new Definition.Key(column, operator + (down ? " DESC" : "")));
    }
    return keys;
  }

  /** The column of a field; a field that nobody declared is taken by its name. */
  String columnOf(String name) {
    Field field = mapping.field(model, name);
    FieldColumn column = field == null ? null : mapping.column(model, field);
    return column == null ? name : column.name();
  }

  String include(Value.Call declared) {
    List<String> fields = Words.texts(declared.named().get("include"));
    return fields.isEmpty()
        ? ""
        : fields.stream()
            .map(field -> Names.quote(columnOf(field)))
            .collect(Collectors.joining(", ", " INCLUDE (", ")"));
  }

  String where(Value condition) {
    return condition == null || condition.isNull()
        ? ""
        : " WHERE " + new ConditionWriter(mapping, model).sql(condition);
  }

  private static String storage(Value.Call index) {
    List<String> options = new ArrayList<>();
    for (Map.Entry<String, String> option : STORAGE) {
      Value value = index.named().get(option.getKey());
      if (value instanceof Value.Number number) {
        options.add(option.getValue() + " = " + number.digits());
      } else if (value instanceof Value.Flag flag) {
        options.add(option.getValue() + " = " + (flag.on() ? "on" : "off"));
      }
    }
    return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
  }

  private String tablespaceOf(List<String> fields) {
    Field only = fields.size() == 1 ? mapping.field(model, fields.get(0)) : null;
    String own = only == null ? null : only.text("db_tablespace");
    return own == null ? model.text("db_tablespace") : own;
  }

  private static String tablespace(String name) {
    return name == null || name.isEmpty() ? "" : " TABLESPACE " + Names.quote(name);
  }
}
