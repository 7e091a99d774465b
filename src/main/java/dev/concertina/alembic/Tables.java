package dev.concertina.alembic;

import dev.concertina.syntax.PythonClass;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.PythonScope;
import dev.concertina.syntax.Value;

/** Which table and which column of it a name of the program stands for. */
final class Tables {

  private final PythonModule module;
  private final PythonScope scope;

  Tables(PythonModule module, PythonScope scope) {
    this.module = module;
    this.scope = scope;
  }

  /** What a method is called on, or null. */
  Value receiver(Value.Call call) {
    if (call.receiver() != null) {
      return call.receiver();
    }
    int dot = call.name().lastIndexOf('.');
    if (dot < 0) {
      return null;
    }
    String name = call.name().substring(0, dot);
    Value given = scope.given(name);
    return given == null ? new Value.Name(name, call.span()) : given;
  }

  /** The table as SQL names it, or null where the value is none that the file describes. */
  String table(Value value) {
    return switch (value) {
      case Value.Call call -> described(call);
      case Value.Name name -> declared(name.name());
      case null, default -> null;
    };
  }

  private static String described(Value.Call call) {
    boolean table =
        switch (call.shortName()) {
          case "table", "Table", "TableClause", "create_table" -> true;
          default -> false;
        };
    if (!table) {
      return null;
    }
    Arguments arguments = new Arguments(call);
    return Names.table(arguments.textOrNull("schema", -1), arguments.text("name", 0));
  }

  /** The table of a class of the file that is mapped to one. */
  private String declared(String name) {
    String bare = name.endsWith(".__table__") ? name.substring(0, name.lastIndexOf('.')) : name;
    PythonClass mapped = module.classes().get(bare);
    Value table = mapped == null ? null : mapped.attributes().get("__tablename__");
    if (table == null || table.text() == null) {
      return null;
    }
    Value schema =
        mapped.attributes().get("__table_args__") instanceof Value.Mapping options
            ? options.get("schema")
            : null;
    return Names.table(schema == null ? null : schema.text(), table.text());
  }

  /** The column that {@code table.c.name} or {@code Model.name} is. */
  String column(String name, boolean qualified) {
    int dot = name.lastIndexOf('.');
    String owner = dot < 0 ? null : name.substring(0, dot);
    if (owner == null) {
      throw new ComputedException("an expression");
    }
    for (String collection : new String[] {".c", ".columns"}) {
      if (owner.endsWith(collection)) {
        owner = owner.substring(0, owner.length() - collection.length());
      }
    }
    Value given = scope.given(owner);
    String table = table(given == null ? new Value.Name(owner, null) : given);
    if (table == null) {
      throw new ComputedException("an expression");
    }
    String column = Names.quote(name.substring(dot + 1));
    return qualified ? table + "." + column : column;
  }
}
