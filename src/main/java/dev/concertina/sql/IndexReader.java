package dev.concertina.sql;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads CREATE INDEX, ALTER INDEX … ATTACH and REINDEX. */
final class IndexReader {

  private IndexReader() {}

  /** Reads on behind {@code CREATE INDEX}. */
  static List<Operation> create(Cursor c, boolean unique) {
    boolean concurrently = c.accept("concurrently");
    boolean ifNotExists = c.ifNotExists();
    Name index = c.is("on") ? null : c.name();
    c.expect("on");
    boolean only = c.is("only") && !c.isSymbol(1, "(");
    Name table = c.relation();
    String method = c.accept("using") ? c.identifier() : "btree";
    List<String> keys = new ArrayList<>();
    for (Cursor key : c.group().items()) {
      keys.add(PartitionReader.key(key));
    }
    List<String> include = List.of();
    boolean nullsNotDistinct = false;
    Expression where = null;
    while (!c.done()) {
      if (c.accept("include")) {
        include = new ArrayList<>();
        for (Cursor column : c.group().items()) {
          include.add(PartitionReader.key(column));
        }
      } else if (c.accept("nulls", "not", "distinct")) {
        nullsNotDistinct = true;
      } else if (c.accept("with")) {
        c.group();
      } else if (c.accept("tablespace")) {
        c.identifier();
      } else if (c.accept("where")) {
        where = c.expression();
      } else if (!c.accept("nulls", "distinct")) {
        break;
      }
    }
    // An index lives in the schema of its table, whatever is written.
    Name own = index == null ? null : table.sibling(index.local());
    return List.of(
        new Operation.CreateIndex(
            own,
            table,
            unique,
            concurrently,
            ifNotExists,
            only,
            nullsNotDistinct,
            method,
            keys,
            include,
            where,
            c.span()));
  }

  /** Reads on behind {@code REINDEX}. */
  static List<Operation> reindex(Cursor c) {
    boolean concurrently = false;
    if (c.isSymbol("(")) {
      Cursor options = c.group();
      for (Cursor option : options.items()) {
        concurrently |= option.is("concurrently") && !option.is(1, "false") && !option.is(1, "off");
      }
    }
    c.accept("verbose");
    String word = c.word();
    ObjectKind what =
        switch (word) {
          case "index", "table", "schema", "database", "system" ->
              ObjectKind.valueOf(word.toUpperCase(Locale.ROOT));
          default -> throw c.expected("INDEX, TABLE, SCHEMA, DATABASE or SYSTEM");
        };
    c.skip();
    concurrently |= c.accept("concurrently");
    Name name = c.done() ? null : c.name();
    return List.of(new Operation.Reindex(what, name, concurrently, c.span()));
  }
}
