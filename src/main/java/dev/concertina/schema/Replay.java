package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Applies operations to a schema that nobody else has seen yet. What does not fit what is known
 * costs knowledge and never fails: an ALTER of an unknown table makes an incomplete one.
 */
final class Replay {

  private final Schema schema;
  private final Renames renames;

  Replay(Schema schema) {
    this.schema = schema;
    renames = new Renames(schema);
  }

  void apply(Operation operation) {
    switch (operation) {
      case Operation.CreateTable o -> createTable(o);
      case Operation.CreateTableAs o -> createTableAs(o);
      case Operation.DropTable o -> dropTable(o.table());
      case Operation.RenameTable o -> renames.relation(o.table(), o.table().sibling(o.newName()));
      case Operation.AddColumn o -> addColumn(o);
      case Operation.DropColumn o -> dropColumn(o.table(), o.column());
      case Operation.RenameColumn o -> renames.column(o.table(), o.column(), o.newName());
      case Operation.ChangeType o ->
          column(o.table(), o.column(), c -> c.typed(o.type(), collation(o, c)));
      case Operation.SetNotNull o -> column(o.table(), o.column(), c -> c.withNotNull(true));
      case Operation.DropNotNull o -> column(o.table(), o.column(), c -> c.withNotNull(false));
      case Operation.SetDefault o -> column(o.table(), o.column(), c -> c.withDefault(o.value()));
      case Operation.DropDefault o -> column(o.table(), o.column(), c -> c.withDefault(null));
      case Operation.ChangeGeneration o ->
          column(o.table(), o.column(), c -> c.withGenerated(generated(o, c)));
      case Operation.AddConstraint o -> addConstraint(o.table(), o.constraint());
      case Operation.ValidateConstraint o -> validate(o);
      case Operation.DropConstraint o -> dropConstraint(o.table(), o.constraint());
      case Operation.RenameConstraint o ->
          renames.constraint(o.table(), o.constraint(), o.newName());
      case Operation.AttachPartition o -> attach(o);
      case Operation.DetachPartition o -> partition(o.partition(), null);
      case Operation.CreateIndex o -> createIndex(o);
      case Operation.DropIndex o -> schema.removeIndex(o.index());
      case Operation.CreateView o -> createView(o);
      case Operation.CreateEnum o -> {
        schema.enums.put(o.type(), List.copyOf(o.values()));
        added(o.type());
      }
      case Operation.AddEnumValue o -> addEnumValue(o);
      case Operation.RenameEnumValue o -> renameEnumValue(o);
      case Operation.CreateDomain o -> {
        schema.domains.put(
            o.domain(), new Domain(o.domain(), o.base(), o.notNull(), o.constraints()));
        added(o.domain());
      }
      case Operation.AlterDomain o -> alterDomain(o);
      case Operation.CreateRoutine o -> createRoutine(o);
      case Operation.CreateTrigger o -> trigger(o.table(), o.trigger(), true);
      case Operation.DropTrigger o -> trigger(o.table(), o.trigger(), false);
      case Operation.DoBlock o -> o.body().forEach(this::apply);
      case Operation.CallRoutine o -> call(o);
      case Operation.CreateObject o -> createObject(o);
      case Operation.DropObject o -> dropObject(o);
      case Operation.RenameObject o -> renameObject(o);
      case Operation.MoveToSchema o ->
          renames.object(o.what(), o.name(), new Name(o.newSchema(), o.name().local()));
      case Operation.TableOption o when o.option() == Operation.TableOption.Option.NO_INHERIT ->
          partition(o.table(), null);
      default -> {
        // Rows, sessions, locks and settings leave what is known as it is.
      }
    }
  }

  private void added(Name name) {
    schema.added.add(name.qualified());
  }

  private void added(Name table, String part) {
    schema.added.add(table.qualified() + "." + part);
  }

  // ---- tables

  private void createTable(Operation.CreateTable o) {
    if (o.ifNotExists() && schema.tables.containsKey(o.table())) {
      return;
    }
    boolean complete = true;
    Map<String, Column> columns = new LinkedHashMap<>();
    List<Name> parents = new ArrayList<>(o.like());
    if (o.partitionOf() != null) {
      parents.add(o.partitionOf().table());
    }
    for (Name parent : parents) {
      Table known = schema.tables.get(parent);
      complete &= known != null && known.complete();
      if (known != null) {
        columns.putAll(known.columns());
      }
    }
    o.columns().forEach(c -> columns.put(c.name(), c.stored()));
    Table table =
        new Table(
            o.table(),
            columns,
            List.of(),
            complete,
            o.persistence(),
            o.partitionKey(),
            o.partitionOf(),
            List.of());
    dropTable(o.table());
    schema.tables.put(o.table(), table);
    added(o.table());
    o.constraints().forEach(constraint -> addConstraint(o.table(), constraint));
  }

  private void createTableAs(Operation.CreateTableAs o) {
    if (o.ifNotExists() && schema.tables.containsKey(o.table())) {
      return;
    }
    schema.tables.put(o.table(), Table.unknown(o.table()));
    added(o.table());
  }

  private void dropTable(Name name) {
    if (schema.tables.remove(name) == null) {
      return;
    }
    schema.indexesOf(name).forEach(index -> schema.removeIndex(index.name()));
    schema.sequenceOwners.values().removeIf(name::equals);
    schema.partitionsOf(name).forEach(partition -> dropTable(partition.name()));
    for (Name referencing : schema.referencing(name)) {
      update(
          referencing,
          table ->
              table.withConstraints(
                  table.constraints().stream()
                      .filter(
                          c ->
                              !(c instanceof Constraint.ForeignKey key
                                  && key.referenced().equals(name)))
                      .toList()));
    }
  }

  private void addColumn(Operation.AddColumn o) {
    Table table = ensure(o.table());
    String name = o.column().name();
    if (o.ifNotExists() && table.columns().containsKey(name)) {
      return;
    }
    update(o.table(), t -> t.withColumn(o.column().stored()));
    added(o.table(), name);
    o.constraints().forEach(constraint -> addConstraint(o.table(), constraint));
    schema.partitionsOf(o.table()).forEach(p -> update(p.name(), t -> t.withColumn(o.column())));
  }

  private void dropColumn(Name name, String column) {
    schema.added.remove(name.qualified() + "." + column);
    if (!schema.tables.containsKey(name)) {
      return;
    }
    for (Index index : schema.indexesOf(name)) {
      if (index.covers(column)) {
        schema.removeIndex(index.name());
      }
    }
    update(name, table -> table.withoutColumn(column));
    schema.partitionsOf(name).forEach(partition -> dropColumn(partition.name(), column));
  }

  private void column(Name name, String column, UnaryOperator<Column> change) {
    Table table = ensure(name);
    table.column(column).ifPresent(known -> update(name, t -> t.withColumn(change.apply(known))));
  }

  private static String collation(Operation.ChangeType o, Column column) {
    return o.collation() != null || !o.type().equals(column.type()) ? o.collation() : null;
  }

  private static Column.Generated generated(Operation.ChangeGeneration o, Column column) {
    return switch (o.change()) {
      case ADD_IDENTITY -> Column.Generated.IDENTITY_BY_DEFAULT;
      case DROP_IDENTITY, DROP_EXPRESSION -> Column.Generated.NO;
      case SET_IDENTITY, SET_EXPRESSION -> column.generated();
    };
  }

  // ---- constraints

  private void addConstraint(Name name, Constraint constraint) {
    Table table = ensure(name);
    Constraint named = constraint;
    String index = constraint.usingIndex();
    if (constraint.name() == null) {
      named = constraint.named(index != null ? index : Naming.constraint(schema, table, constraint));
    }
    Constraint adding = named;
    if (index != null) {
      takeIndex(name.sibling(index), name.sibling(named.name()));
      List<String> keys = schema.index(name.sibling(named.name())).map(Index::keys).orElse(List.of());
      adding = named.over(keys);
    } else {
      backingIndex(name, named);
    }
    Constraint finished = adding;
    update(name, t -> t.withConstraint(finished));
    added(name, finished.name());
    if (finished instanceof Constraint.PrimaryKey) {
      finished.columns().forEach(c -> column(name, c, known -> known.withNotNull(true)));
    }
    if (finished instanceof Constraint.NotNull notNull && notNull.validated()) {
      column(name, notNull.column(), known -> known.withNotNull(true));
    }
  }

  private void takeIndex(Name index, Name constraint) {
    Index known = schema.removeIndex(index);
    if (known != null) {
      schema.putIndex(known.named(constraint).backing(constraint.local()));
    }
  }

  private void backingIndex(Name table, Constraint constraint) {
    boolean unique =
        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
    if (!unique && !(constraint instanceof Constraint.Exclusion)) {
      return;
    }
    Name index = table.sibling(constraint.name());
    schema.putIndex(
        new Index(
            index,
            table,
            unique,
            true,
            unique ? "btree" : "gist",
            constraint.columns(),
            List.of(),
            null,
            constraint.name()));
    added(index);
  }

  private void validate(Operation.ValidateConstraint o) {
    Table table = ensure(o.table());
    table
        .constraint(o.constraint())
        .ifPresent(
            known -> {
              update(o.table(), t -> t.withConstraint(known.asValidated()));
              if (known instanceof Constraint.NotNull notNull) {
                column(o.table(), notNull.column(), c -> c.withNotNull(true));
              }
            });
  }

  private void dropConstraint(Name name, String constraint) {
    schema.added.remove(name.qualified() + "." + constraint);
    Table table = ensure(name);
    if (table.constraint(constraint).orElse(null) instanceof Constraint.NotNull notNull) {
      column(name, notNull.column(), c -> c.withNotNull(false));
    }
    update(name, t -> t.withoutConstraint(constraint));
    Index index = schema.indexes.get(name.sibling(constraint));
    if (index != null && constraint.equals(index.constraint())) {
      schema.removeIndex(index.name());
    }
  }

  // ---- partitions and indexes

  private void attach(Operation.AttachPartition o) {
    Operation.Partition p = o.partition();
    partition(p.table(), new Operation.Partition(o.table(), p.isDefault(), p.bounds()));
  }

  private void partition(Name name, Operation.Partition place) {
    ensure(name);
    update(name, table -> table.withPartition(place));
  }

  private void createIndex(Operation.CreateIndex o) {
    Name name = o.index() != null ? o.index() : Naming.index(schema, o);
    if (o.ifNotExists() && schema.indexes.containsKey(name)) {
      return;
    }
    schema.putIndex(
        new Index(
            name, o.table(), o.unique(), !o.only(), o.method(), o.keys(), o.include(), o.where(),
            null));
    added(name);
  }

  // ---- everything else

  private void createView(Operation.CreateView o) {
    if (o.ifNotExists() && schema.views.containsKey(o.view())) {
      return;
    }
    boolean known = schema.views.containsKey(o.view());
    schema.views.put(o.view(), new View(o.view(), o.materialized(), o.columns(), o.query()));
    if (!known) {
      added(o.view());
    }
  }

  private void addEnumValue(Operation.AddEnumValue o) {
    List<String> values = new ArrayList<>(schema.enums.getOrDefault(o.type(), List.of()));
    if (!values.contains(o.value())) {
      values.add(o.value());
      added(o.type(), o.value());
    }
    if (schema.enums.containsKey(o.type())) {
      schema.enums.put(o.type(), List.copyOf(values));
    }
  }

  private void renameEnumValue(Operation.RenameEnumValue o) {
    schema.enums.computeIfPresent(
        o.type(),
        (type, values) ->
            values.stream().map(v -> v.equals(o.value()) ? o.newValue() : v).toList());
  }

  private void alterDomain(Operation.AlterDomain o) {
    schema.domains.computeIfPresent(
        o.domain(),
        (name, domain) ->
            switch (o.change()) {
              case ADD_CONSTRAINT -> domain.with(o.constraint());
              case DROP_CONSTRAINT -> domain.without(o.name());
              case SET_NOT_NULL -> domain.withNotNull(true);
              case DROP_NOT_NULL -> domain.withNotNull(false);
              case VALIDATE_CONSTRAINT, RENAME_CONSTRAINT, SET_DEFAULT, DROP_DEFAULT -> domain;
            });
  }

  private void createRoutine(Operation.CreateRoutine o) {
    if (schema.routines.put(o.name(), o) == null) {
      added(o.name());
    }
  }

  private void trigger(Name name, String trigger, boolean there) {
    ensure(name);
    update(name, table -> table.withTrigger(trigger, there));
    if (there) {
      added(name, trigger);
    }
  }

  private int calls;

  private void call(Operation.CallRoutine o) {
    Operation.CreateRoutine routine = schema.routines.get(o.name());
    // A routine may call itself; a handful of levels shows all that it can do to the schema.
    if (routine != null && calls < 5) {
      calls++;
      routine.statements().forEach(this::apply);
      calls--;
    }
  }

  private void createObject(Operation.CreateObject o) {
    if (o.what() == ObjectKind.SEQUENCE && o.on() != null) {
      schema.sequenceOwners.put(o.name(), o.on());
    }
    if (o.name() != null) {
      added(o.name());
    }
  }

  private void dropObject(Operation.DropObject o) {
    if (o.name() == null) {
      return;
    }
    switch (o.what()) {
      case VIEW, MATERIALIZED_VIEW -> {
        schema.views.remove(o.name());
        schema.indexesOf(o.name()).forEach(index -> schema.removeIndex(index.name()));
      }
      case TYPE -> schema.enums.remove(o.name());
      case DOMAIN -> schema.domains.remove(o.name());
      case FUNCTION, PROCEDURE -> schema.routines.remove(o.name());
      case SEQUENCE -> schema.sequenceOwners.remove(o.name());
      case SCHEMA -> dropSchema(o.name().local());
      default -> {
        // Nothing that is kept.
      }
    }
  }

  private void dropSchema(String name) {
    Name any = new Name(name, "");
    List.copyOf(schema.tables.keySet()).stream()
        .filter(table -> table.schema().equals(any.schema()))
        .forEach(this::dropTable);
    schema.views.keySet().removeIf(view -> view.schema().equals(any.schema()));
  }

  private void renameObject(Operation.RenameObject o) {
    if (o.name() != null) {
      renames.object(o.what(), o.name(), o.name().sibling(o.newName()));
    }
  }

  private Table ensure(Name name) {
    return schema.tables.computeIfAbsent(name, Table::unknown);
  }

  private void update(Name name, UnaryOperator<Table> change) {
    schema.tables.computeIfPresent(name, (key, table) -> change.apply(table));
  }
}
