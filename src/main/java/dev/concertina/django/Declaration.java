package dev.concertina.django;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Span;
import dev.concertina.syntax.PythonExpression;
import dev.concertina.syntax.PythonValueText;
import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field as a model declares it, or as a step on the way there would have it declared. */
public final class Declaration {

  /** Options that concern what is made beside the column, or only once the column is complete. */
  private static final List<String> LATER =
      List.of("null", "default", "db_default", "unique", "db_index", "primary_key");

  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("integer", "IntegerField"),
          Map.entry("bigint", "BigIntegerField"),
          Map.entry("smallint", "SmallIntegerField"),
          Map.entry("boolean", "BooleanField"),
          Map.entry("text", "TextField"),
          Map.entry("varchar", "CharField"),
          Map.entry("numeric", "DecimalField"),
          Map.entry("double precision", "FloatField"),
          Map.entry("date", "DateField"),
          Map.entry("time", "TimeField"),
          Map.entry("timestamptz", "DateTimeField"),
          Map.entry("interval", "DurationField"),
          Map.entry("uuid", "UUIDField"),
          Map.entry("jsonb", "JSONField"),
          Map.entry("bytea", "BinaryField"));

  private final TableMapping mapping;
  private final Model model;
  private final Field field;

  Declaration(TableMapping mapping, Model model, Field field) {
    this.mapping = mapping;
    this.model = model;
    this.field = field;
  }

  /** A plain field for a column of this type, where Django has one. */
  Optional<Declaration> ofType(String name, DataType type) {
    String className = CLASSES.get(type.name());
    Map<String, Value> options = new LinkedHashMap<>();
    List<String> names =
        switch (type.name()) {
          case "varchar" -> List.of("max_length");
          case "numeric" -> List.of("max_digits", "decimal_places");
          default -> List.of();
        };
    if (className == null
        || type.dimensions() > 0
        || names.size() != type.modifiers().size()
        || name.contains("__")) {
      return Optional.empty();
    }
    for (int i = 0; i < names.size(); i++) {
      options.put(
          names.get(i), new Value.Number(String.valueOf(type.modifiers().get(i)), Span.FILE));
    }
    Value.Call call =
        new Value.Call("django.db.models." + className, null, List.of(), options, true, Span.FILE);
    return Optional.of(
        new Declaration(mapping, model, Field.of(name, call, mapping.state().settings())));
  }

  /** What the code calls it. */
  public String name() {
    return field.name();
  }

  /** The call that declares it. */
  public PythonExpression source() {
    return PythonValueText.of(field.call());
  }

  /** The same under another name. */
  public Declaration named(String name) {
    return new Declaration(mapping, model, field.named(name));
  }

  /** The same with an option switched on or off. */
  public Declaration with(String option, boolean on) {
    return with(option, new Value.Flag(on, Span.FILE));
  }

  /** The same with a text for an option. */
  public Declaration with(String option, String text) {
    return with(option, new Value.Text(text, -1, Span.FILE));
  }

  /** The same with an option as another declaration has it. */
  public Declaration like(String option, Declaration other) {
    return with(option, other.field.option(option));
  }

  /** The same with the value of one option for another. */
  public Declaration copied(String from, String to) {
    return with(to, field.option(from));
  }

  /** The same without an option. */
  public Declaration without(String option) {
    return with(option, (Value) null);
  }

  private Declaration with(String option, Value value) {
    return new Declaration(mapping, model, field.with(option, value));
  }

  /** The column alone: it may be NULL, and nothing in the database goes with it yet. */
  public Declaration bare() {
    Declaration bare = this;
    for (String option : LATER) {
      bare = bare.with(option, (Value) null);
    }
    bare = field.kind().isReference() ? bare.with("db_constraint", false) : bare;
    boolean own = field.kind() != FieldKind.ONE_TO_ONE && bare.field.indexed();
    bare = own ? bare.with("db_index", false) : bare;
    return bare.with("null", true);
  }

  /** Whether the declaration names the option. */
  public boolean has(String option) {
    return field.option(option) != null;
  }

  /** Whether an option is a plain value that stands for itself everywhere. */
  public boolean isLiteral(String option) {
    Value value = field.option(option);
    return value instanceof Value.Text
        || value instanceof Value.Number
        || value instanceof Value.Flag;
  }

  /** Whether an option is something that goes by this name. */
  public boolean isName(String option, String name) {
    return field.option(option) instanceof Value.Name given && given.name().equals(name);
  }

  /** Whether it refers to another row. */
  public boolean isReference() {
    return field.kind().isReference();
  }

  /** Whether it asks for an index of its own, which a unique field has already. */
  public boolean isIndexed() {
    return field.indexed() && !field.unique();
  }

  /** Whether it refuses the same value twice. */
  public boolean isUnique() {
    return field.unique();
  }

  /**
   * Whether its column has nothing that Django would do more than once or in another way: no check,
   * no key, nothing computed.
   */
  public boolean isPlain() {
    return switch (field.kind()) {
      case ONE_TO_ONE, GENERATED, UNKNOWN, AUTO, BIG_AUTO, SMALL_AUTO, ORDER -> false;
      default -> !field.kind().isPositive() && !field.kind().isVirtual() && !field.primaryKey();
    };
  }

  /** The type of its column, as SQL has it. */
  public String columnType() {
    FieldColumn column = mapping.column(model, field);
    return column == null ? "" : column.type();
  }

  /** Whether both are one column, NULL or not, to the database. */
  public boolean sameColumn(Declaration other) {
    Declaration one = with("null", (Value) null).with("default", (Value) null);
    Declaration two = other.with("null", (Value) null).with("default", (Value) null);
    return !new FieldChange(mapping.state().settings())
        .differs(model, one.field, other.model, two.field, true);
  }
}
