package dev.concertina.rails;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that add, remove and rename indexes. */
final class IndexCalls {

  private final IndexSql indexes;

  IndexCalls(RailsVersion version) {
    indexes = new IndexSql(version);
  }

  Map<String, SchemaCalls.Sending> methods() {
    Map<String, SchemaCalls.Sending> methods = new LinkedHashMap<>();
    methods.put("add_index", a -> indexes.create(a.name(0), a.at(1), a));
    methods.put("remove_index", this::remove);
    methods.put("rename_index", IndexCalls::rename);
    return methods;
  }

  /** An index without a name is looked for by its columns; as a rule it has the usual name. */
  private List<Sent> remove(Arguments given) {
    String table = given.name(0);
    Value columns = given.count() > 1 ? given.at(1) : given.option("column");
    String name = given.text("name");
    if (name == null && columns == null) {
      throw new UnreadException("remove_index says neither a name nor columns");
    }
    String index = name == null ? indexes.made(table, columns) : name;
    return List.of(indexes.drop(table, index, given));
  }

  private static List<Sent> rename(Arguments given) {
    String from = Names.schema(given.name(0)) + Names.quote(given.name(1));
    String to = Names.quote(given.name(2));
    return List.of(Sent.whole("ALTER INDEX " + from + " RENAME TO " + to));
  }
}
