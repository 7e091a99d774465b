package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation.Partition;
import java.util.ArrayList;
import java.util.List;

/** Reads how a table is partitioned, and where a partition belongs. */
final class PartitionReader {

  private PartitionReader() {}

  /** {@code DEFAULT} or {@code FOR VALUES …}. */
  static Partition bounds(Cursor cursor, Name other) {
    if (cursor.accept("default")) {
      return new Partition(other, true, "");
    }
    cursor.expect("for", "values");
    int from = cursor.at();
    if (cursor.accept("from")) {
      cursor.group();
      cursor.expect("to");
      cursor.group();
    } else if (cursor.acceptAny("in", "with")) {
      cursor.group();
    } else {
      throw cursor.expected("the bounds of the partition");
    }
    return new Partition(other, false, cursor.text(from, cursor.at()));
  }

  /** The keys behind {@code PARTITION}: columns by name, expressions by text. */
  static List<String> keys(Cursor cursor) {
    cursor.expect("by");
    cursor.identifier();
    List<String> keys = new ArrayList<>();
    for (Cursor item : cursor.group().items()) {
      keys.add(key(item));
    }
    return keys;
  }

  /** A plain column by its folded name, anything else by its text; what follows it is left. */
  static String key(Cursor item) {
    boolean plain = item.atIdentifier() && !item.isSymbol(1, "(") && item.kind(1) != TokenKind.DOT;
    if (plain) {
      return item.identifier();
    }
    int from = item.at();
    if (item.is(TokenKind.LEFT)) {
      Cursor group = item.group();
      return group.text(group.at(), group.limit());
    }
    item.name();
    item.groupOrNull();
    return item.text(from, item.at());
  }
}
