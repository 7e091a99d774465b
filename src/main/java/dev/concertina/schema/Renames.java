package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import java.util.List;
import java.util.Map;

/** Carries a new name to everything in a schema that knows the old one. */
final class Renames {

  private final Schema schema;

  Renames(Schema schema) {
    this.schema = schema;
  }

  /** ALTER TABLE also renames views and indexes: PostgreSQL keeps them in one name space. */
  void relation(Name from, Name to) {
    if (schema.views.containsKey(from)) {
      view(from, to);
    } else if (schema.indexes.containsKey(from)) {
      index(from, to);
    } else {
      table(from, to);
    }
  }

  void object(ObjectKind what, Name from, Name to) {
    switch (what) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, INDEX -> relation(from, to);
      case TYPE -> {
        move(schema.enums, from, to);
        mark(from, to);
      }
      case DOMAIN -> {
        move(schema.domains, from, to);
        mark(from, to);
      }
      case FUNCTION, PROCEDURE -> {
        move(schema.routines, from, to);
        mark(from, to);
      }
      case SEQUENCE -> move(schema.sequenceOwners, from, to);
      default -> mark(from, to);
    }
  }

  void column(Name table, String column, String newName) {
    schema.tables.computeIfPresent(
        table,
        (name, known) -> {
          List<Constraint> constraints =
              known.constraints().stream().map(c -> renamed(c, column, newName)).toList();
          return known.withRenamed(column, newName).withConstraints(constraints);
        });
    for (Index index : schema.indexesOf(table)) {
      schema.putIndex(index.withRenamed(column, newName));
    }
    markPart(table, column, newName);
    schema.partitionsOf(table).forEach(p -> column(p.name(), column, newName));
  }

  void constraint(Name table, String constraint, String newName) {
    schema.tables.computeIfPresent(
        table,
        (name, known) ->
            known
                .constraint(constraint)
                .map(c -> known.withoutConstraint(constraint).withConstraint(c.named(newName)))
                .orElse(known));
    Index backing = schema.indexes.get(table.sibling(constraint));
    if (backing != null && backing.constraint() != null) {
      index(backing.name(), table.sibling(newName));
    }
    markPart(table, constraint, newName);
  }

  private void table(Name from, Name to) {
    Table table = schema.tables.remove(from);
    schema.tables.put(to, (table == null ? Table.unknown(from) : table).named(to));
    for (Index index : schema.indexesOf(from)) {
      schema.removeIndex(index.name());
      Name moved = new Name(to.schema(), index.name().local());
      schema.putIndex(index.on(to).named(moved));
    }
    schema.tables.replaceAll((name, other) -> following(other, from, to));
    schema.sequenceOwners.replaceAll((sequence, owner) -> owner.equals(from) ? to : owner);
    mark(from, to);
    String prefix = from.qualified() + ".";
    for (String part : List.copyOf(schema.added)) {
      if (part.startsWith(prefix)) {
        schema.added.remove(part);
        schema.added.add(to.qualified() + "." + part.substring(prefix.length()));
      }
    }
  }

  private static Table following(Table table, Name from, Name to) {
    boolean references =
        table.constraints().stream()
            .anyMatch(c -> c instanceof Constraint.ForeignKey k && k.referenced().equals(from));
    Table following = table;
    if (references) {
      following =
          table.withConstraints(
              table.constraints().stream().map(c -> following(c, from, to)).toList());
    }
    Operation.Partition place = table.partition();
    return place != null && place.table().equals(from)
        ? following.withPartition(new Operation.Partition(to, place.isDefault(), place.bounds()))
        : following;
  }

  private static Constraint following(Constraint constraint, Name from, Name to) {
    return constraint instanceof Constraint.ForeignKey k && k.referenced().equals(from)
        ? new Constraint.ForeignKey(
            k.name(), k.columns(), to, k.referencedColumns(), k.onDelete(), k.validated(),
            k.enforced())
        : constraint;
  }

  private void view(Name from, Name to) {
    View view = schema.views.remove(from);
    schema.views.put(to, new View(to, view.materialized(), view.columns(), view.query()));
    mark(from, to);
  }

  private void index(Name from, Name to) {
    Index index = schema.removeIndex(from);
    schema.putIndex(
        index.named(to).backing(index.constraint() == null ? null : to.local()));
    mark(from, to);
  }

  private static Constraint renamed(Constraint constraint, String column, String newName) {
    return switch (constraint) {
      case Constraint.PrimaryKey k -> k.over(renamed(k.columns(), column, newName));
      case Constraint.Unique k -> k.over(renamed(k.columns(), column, newName));
      case Constraint.ForeignKey k ->
          new Constraint.ForeignKey(
              k.name(), renamed(k.columns(), column, newName), k.referenced(),
              k.referencedColumns(), k.onDelete(), k.validated(), k.enforced());
      case Constraint.NotNull k when k.column().equals(column) ->
          new Constraint.NotNull(k.name(), newName, k.validated(), k.noInherit());
      case Constraint.Exclusion k ->
          new Constraint.Exclusion(k.name(), renamed(k.columns(), column, newName));
      case Constraint.NotNull k -> k;
      // The text of a check keeps the old name: its columns are then no longer recognized, which
      // costs knowledge and claims nothing.
      case Constraint.Check k -> k;
    };
  }

  private static List<String> renamed(List<String> columns, String column, String newName) {
    return columns.stream().map(c -> c.equals(column) ? newName : c).toList();
  }

  private static <V> void move(Map<Name, V> map, Name from, Name to) {
    V value = map.remove(from);
    if (value != null) {
      map.put(to, value);
    }
  }

  private void mark(Name from, Name to) {
    if (schema.added.remove(from.qualified())) {
      schema.added.add(to.qualified());
    }
  }

  private void markPart(Name table, String from, String to) {
    if (schema.added.remove(table.qualified() + "." + from)) {
      schema.added.add(table.qualified() + "." + to);
    }
  }
}
