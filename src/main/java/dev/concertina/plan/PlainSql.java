package dev.concertina.plan;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Locale;

/**
 * Tells a statement that says only what most frameworks have words for from one that says more: a
 * key that can be deferred, an index with an order.
 */
final class PlainSql {

  private PlainSql() {}

  /** An index of columns, maybe unique, concurrently, with a method or a condition. */
  static boolean is(String sql, Operation.CreateIndex create) {
    if (create.index() == null || !create.keys().stream().allMatch(PlainSql::isColumn)) {
      return false;
    }
    boolean usual = create.method() == null || create.method().equals("btree");
    String said =
        "CREATE %sINDEX %s%s%s ON %s%s (%s)%s"
            .formatted(
                create.unique() ? "UNIQUE " : "",
                create.concurrently() ? "CONCURRENTLY " : "",
                create.ifNotExists() ? "IF NOT EXISTS " : "",
                Identifier.quote(create.index().local()),
                create.table().sql(),
                usual ? "" : " USING " + create.method(),
                names(create.keys()),
                create.where() == null ? "" : " WHERE " + create.where().text());
    return same(said, sql) || usual && same(said.replace(" (", " USING btree ("), sql);
  }

  /** A constraint that has a name, maybe one that is not validated yet. */
  static boolean is(String sql, Operation.AddConstraint add) {
    String name = add.constraint().name();
    return name != null && same(added(add.table(), name) + said(add.constraint()), sql);
  }

  private static String said(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check o -> "CHECK (" + o.condition().text() + ")" + notValid(o.validated());
      case Constraint.ForeignKey o ->
          "FOREIGN KEY (%s) REFERENCES %s (%s)%s%s"
              .formatted(
                  names(o.columns()),
                  o.referenced().sql(),
                  names(o.referencedColumns()),
                  o.onDelete() == null ? "" : " ON DELETE " + o.onDelete(),
                  notValid(o.validated()));
      case Constraint.Unique o when o.usingIndex() == null -> "UNIQUE (" + names(o.columns()) + ")";
      default -> "";
    };
  }

  private static String added(Name table, String constraint) {
    return "ALTER TABLE %s ADD CONSTRAINT %s ".formatted(table.sql(), Identifier.quote(constraint));
  }

  private static String notValid(boolean validated) {
    return validated ? "" : " NOT VALID";
  }

  private static String names(List<String> names) {
    return String.join(", ", names.stream().map(Identifier::quote).toList());
  }

  /** Whether a key is no expression and has no order of its own. */
  private static boolean isColumn(String key) {
    return key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
  }

  /** Whether two statements are the same but for white space, quotes and letters' case. */
  private static boolean same(String said, String sql) {
    return bare(said).equals(bare(sql));
  }

  private static String bare(String sql) {
    return sql.replaceAll("[\\s;\"]+", "").toLowerCase(Locale.ROOT);
  }
}
