package dev.concertina.alembic;

import dev.concertina.alembic.ColumnType.Enumeration;
import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Types of SQLAlchemy as its PostgreSQL dialect writes them. */
final class TypeReader {

  /** Whose types are known by their names; anybody else's are types of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "sqlalchemy",
          "sqlmodel",
          "sqlalchemy_utils",
          "pgvector",
          "geoalchemy2",
          "citext",
          "alembic");

  private static final int DEEPEST = 8;

  private final PythonModule module;

  TypeReader(PythonModule module) {
    this.module = module;
  }

  /** The type that an expression stands for; {@code sa.Integer} is {@code sa.Integer()}. */
  ColumnType read(Value type) {
    return read(type, 0);
  }

  private ColumnType read(Value type, int depth) {
    if (depth > DEEPEST) {
      throw new ComputedException("a column's type");
    }
    return switch (type) {
      case Value.Call call when call.shortName().equals("with_variant") -> variant(call, depth);
      case Value.Call call -> named(call, depth);
      case Value.Name name ->
          named(new Value.Call(name.name(), null, List.of(), Map.of(), true, name.span()), depth);
      default -> throw new ComputedException("a column's type");
    };
  }

  /** One type for most databases, another for some. */
  private ColumnType variant(Value.Call call, int depth) {
    Arguments arguments = new Arguments(call);
    boolean ours = call.arguments().stream().skip(1).anyMatch(d -> "postgresql".equals(d.text()));
    Value type = ours ? arguments.value("type_", 0) : call.receiver();
    if (type == null) {
      throw new ComputedException("a column's type");
    }
    return read(type, depth + 1);
  }

  private ColumnType named(Value.Call call, int depth) {
    String name = call.name();
    int dot = name.indexOf('.');
    boolean known = dot > 0 && KNOWN.contains(name.substring(0, dot));
    ColumnType type = known ? builtIn(new Arguments(call), depth) : null;
    if (type != null) {
      return type;
    }
    PythonClass own = module.classes().get(name);
    Value impl = own == null ? null : own.attributes().get("impl");
    return impl == null ? ColumnType.of(Names.quote(call.shortName())) : read(impl, depth + 1);
  }

  private ColumnType builtIn(Arguments type, int depth) {
    String name = type.call().shortName();
    return switch (name) {
      case "Integer", "INTEGER", "INT" -> new ColumnType("INTEGER", "SERIAL", null);
      case "BigInteger", "BIGINT" -> new ColumnType("BIGINT", "BIGSERIAL", null);
      case "SmallInteger", "SMALLINT" -> new ColumnType("SMALLINT", "SMALLSERIAL", null);
      case "String", "Unicode", "VARCHAR", "NVARCHAR", "AutoString" -> sized("VARCHAR", type);
      case "CHAR", "NCHAR" -> sized("CHAR", type);
      case "Text", "UnicodeText", "TEXT", "CLOB" -> sized("TEXT", type);
      case "Numeric", "NUMERIC" -> numeric("NUMERIC", type);
      case "DECIMAL" -> numeric("DECIMAL", type);
      case "Float", "FLOAT" -> sized("FLOAT", "precision", type);
      case "Double", "DOUBLE", "DOUBLE_PRECISION" -> ColumnType.of("DOUBLE PRECISION");
      case "REAL" -> ColumnType.of("REAL");
      case "Boolean", "BOOLEAN" -> ColumnType.of("BOOLEAN");
      case "LargeBinary", "BYTEA", "BLOB", "BINARY", "VARBINARY", "PickleType" ->
          ColumnType.of("BYTEA");
      case "DateTime", "DATETIME", "TIMESTAMP", "ArrowType" -> time("TIMESTAMP", type);
      case "Time", "TIME" -> time("TIME", type);
      case "Interval", "INTERVAL" -> interval(type);
      case "UUID", "Uuid", "UUIDType" -> ColumnType.of("UUID");
      case "JSONType" -> ColumnType.of("JSON");
      case "TSVectorType" -> ColumnType.of("TSVECTOR");
      case "EmailType" -> ColumnType.of("VARCHAR(255)");
      case "URLType" -> ColumnType.of("TEXT");
      case "BIT" -> bits(type);
      case "Vector", "VECTOR" -> sized("VECTOR", "dim", type);
      case "HALFVEC" -> sized("HALFVEC", "dim", type);
      case "Geometry", "Geography" -> geometry(name.toLowerCase(Locale.ROOT), type);
      case "ARRAY" -> array(type, depth);
      case "Enum", "ENUM" -> enumeration(type);
      case "Date", "DATE" -> ColumnType.of("DATE");
      case "JSON", "JSONB", "INET", "CIDR", "MACADDR", "MACADDR8", "MONEY", "OID" ->
          ColumnType.of(name);
      case "REGCLASS", "REGCONFIG", "TSVECTOR", "TSQUERY", "HSTORE", "CITEXT", "JSONPATH" ->
          ColumnType.of(name);
      case "INT4RANGE", "INT8RANGE", "NUMRANGE", "DATERANGE", "TSRANGE", "TSTZRANGE" ->
          ColumnType.of(name);
      case "INT4MULTIRANGE", "INT8MULTIRANGE", "NUMMULTIRANGE", "DATEMULTIRANGE" ->
          ColumnType.of(name);
      case "TSMULTIRANGE", "TSTZMULTIRANGE" -> ColumnType.of(name);
      default -> null;
    };
  }

  private static ColumnType sized(String name, Arguments type) {
    ColumnType sized = sized(name, "length", type);
    String collation = type.textOrNull("collation", 1);
    return collation == null
        ? sized
        : ColumnType.of(sized.sql() + " COLLATE \"" + collation.replace("\"", "\"\"") + "\"");
  }

  private static ColumnType sized(String name, String keyword, Arguments type) {
    String length = number(type, keyword, 0);
    return ColumnType.of(length == null ? name : name + "(" + length + ")");
  }

  private static ColumnType numeric(String name, Arguments type) {
    String precision = number(type, "precision", 0);
    String scale = number(type, "scale", 1);
    return ColumnType.of(
        precision == null
            ? name
            : scale == null
                ? name + "(" + precision + ")"
                : name + "(" + precision + ", " + scale + ")");
  }

  private static ColumnType time(String name, Arguments type) {
    Value zone = type.value("timezone", 0);
    String precision = number(type, "precision", type.call().arguments().size() > 1 ? 1 : -1);
    boolean zoned = zone != null && zone.isTrue();
    return ColumnType.of(
        name
            + (precision == null ? "" : "(" + precision + ")")
            + (zoned ? " WITH" : " WITHOUT")
            + " TIME ZONE");
  }

  private static ColumnType interval(Arguments type) {
    String fields = type.textOrNull("fields", -1);
    String precision = number(type, "precision", -1);
    return ColumnType.of(
        "INTERVAL"
            + (fields == null ? "" : " " + fields)
            + (precision == null ? "" : " (" + precision + ")"));
  }

  private static ColumnType bits(Arguments type) {
    String length = number(type, "length", 0);
    String name = type.isTrue("varying") ? "BIT VARYING" : "BIT";
    String size = length == null && !type.isTrue("varying") ? "1" : length;
    return ColumnType.of(size == null ? name : name + "(" + size + ")");
  }

  private static ColumnType geometry(String name, Arguments type) {
    String shape = type.textOrNull("geometry_type", 0);
    String system = number(type, "srid", 1);
    return ColumnType.of(
        name
            + "("
            + (shape == null ? "GEOMETRY" : shape)
            + ","
            + (system == null ? "-1" : system)
            + ")");
  }

  private ColumnType array(Arguments type, int depth) {
    Value item = type.value("item_type", 0);
    if (item == null) {
      throw new ComputedException("a column's type");
    }
    String dimensions = number(type, "dimensions", -1);
    boolean several = dimensions != null && dimensions.matches("[1-6]");
    return read(item, depth + 1).array(several ? Integer.parseInt(dimensions) : 1);
  }

  private ColumnType enumeration(Arguments type) {
    List<String> labels = labels(type.call());
    boolean ofClass = labels.isEmpty() && type.call().arguments().size() == 1;
    String name = type.textOrNull("name", -1);
    if (name == null && ofClass && type.call().arguments().get(0) instanceof Value.Name given) {
      name = given.name().substring(given.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
    Boolean isNative = type.flag("native_enum");
    if (Boolean.FALSE.equals(isNative)) {
      int longest = labels.stream().mapToInt(String::length).max().orElse(0);
      String length = number(type, "length", -1);
      return ColumnType.of("VARCHAR(" + (length == null ? longest : length) + ")");
    }
    if (name == null) {
      throw new ComputedException("the name of an enumerated type");
    }
    String written = Names.table(type.textOrNull("schema", -1), name);
    boolean created = !Boolean.FALSE.equals(type.flag("create_type"));
    return new ColumnType(written, null, new Enumeration(written, labels, created));
  }

  /** The labels, one argument each; none where they are those of a class in another file. */
  private List<String> labels(Value.Call type) {
    List<String> labels = new ArrayList<>();
    for (Value label : type.arguments()) {
      PythonClass own = label instanceof Value.Name name ? module.classes().get(name.name()) : null;
      if (own != null) {
        // SQLAlchemy takes the members' names and not their values.
        labels.addAll(own.attributes().keySet());
      } else if (label.text() != null) {
        labels.add(label.text());
      }
    }
    return labels;
  }

  private static String number(Arguments type, String keyword, int position) {
    Value value = type.present(keyword, position);
    if (value != null && !(value instanceof Value.Number)) {
      throw new ComputedException("what is given as " + keyword);
    }
    return value == null ? null : ((Value.Number) value).digits();
  }
}
