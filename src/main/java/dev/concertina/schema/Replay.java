package dev.concertina.schema;

/**
 * Applies operations to a schema that nobody else has seen yet. An operation that does not fit what
 * is known costs knowledge, and never fails: the database has executed it, so it was right.
 */
final class Replay {

  /** A routine may call itself; nothing that a migration needs lies this deep. */
  private static final int DEEPEST = 8;

  private final Draft draft;
  private final Constraints constraints;
  private final Columns columns;
  private final Indexes indexes;
  private final Tables tables;
  private final Types types;
  private final Renames renames;
  private final OtherObjects others;
  private final Rights rights;
  private int depth;

  Replay(Draft draft) {
    this.draft = draft;
    constraints = new Constraints(draft);
    columns = new Columns(draft, constraints);
    indexes = new Indexes(draft);
    tables = new Tables(draft, columns, constraints, indexes);
    types = new Types(draft, columns);
    renames = new Renames(draft);
    others = new OtherObjects(draft, tables, types, renames);
    rights = new Rights(draft);
  }

  void apply(Operation written) {
    Operation operation = Templates.resolved(written, draft.schema);
    switch (operation) {
      case Operation.CreateTable o -> tables.create(o);
      case Operation.CreateTableAs o -> tables.createAs(o);
      case Operation.DropTable o -> tables.drop(o.table(), o.cascade());
      case Operation.RenameTable o -> renames.relation(o.table(), o.table().sibling(o.newName()));
      case Operation.AttachPartition o -> tables.attach(o);
      case Operation.DetachPartition o -> tables.detach(o);
      case Operation.TableOption o -> tables.setOption(o);
      case Operation.CreateTrigger o -> tables.addTrigger(o.table(), o.trigger());
      case Operation.DropTrigger o -> tables.dropTrigger(o.table(), o.trigger());

      case Operation.AddColumn o -> columns.add(o);
      case Operation.DropColumn o -> columns.drop(o.table(), o.column(), o.cascade());
      case Operation.RenameColumn o -> renames.column(o.table(), o.column(), o.newName());
      case Operation.ChangeType o ->
          columns.change(o.table(), o.column(), c -> c.typed(o.type(), o.collation()));
      case Operation.SetNotNull o ->
          columns.change(o.table(), o.column(), c -> c.withNotNull(true));
      case Operation.DropNotNull o ->
          columns.change(o.table(), o.column(), c -> c.withNotNull(false));
      case Operation.SetDefault o ->
          columns.change(o.table(), o.column(), c -> c.withDefault(o.value()));
      case Operation.DropDefault o ->
          columns.change(o.table(), o.column(), c -> c.withDefault(null));
      case Operation.ChangeGeneration o -> columns.changeGeneration(o);

      case Operation.AddConstraint o -> constraints.add(o.table(), o.constraint());
      case Operation.ValidateConstraint o -> constraints.validate(o.table(), o.constraint());
      case Operation.DropConstraint o -> constraints.drop(o.table(), o.constraint(), o.cascade());
      case Operation.RenameConstraint o ->
          constraints.rename(o.table(), o.constraint(), o.newName());

      case Operation.CreateIndex o -> indexes.create(o);
      case Operation.DropIndex o -> indexes.drop(o.index());
      case Operation.AttachIndex o -> indexes.attach(o);

      case Operation.CreateEnum o -> types.createEnum(o);
      case Operation.AddEnumValue o -> types.addValue(o);
      case Operation.RenameEnumValue o -> types.renameValue(o);
      case Operation.CreateDomain o -> types.createDomain(o);
      case Operation.AlterDomain o -> types.alterDomain(o);

      case Operation.CreateView o -> others.createView(o);
      case Operation.CreateRoutine o -> others.createRoutine(o);
      case Operation.CreateObject o -> others.create(o);
      case Operation.AlterObject o -> others.alter(o);
      case Operation.DropObject o -> others.drop(o);
      case Operation.RenameObject o -> others.rename(o);
      case Operation.MoveToSchema o -> others.move(o);

      case Operation.Grant o -> rights.apply(o);

      case Operation.DoBlock o -> o.body().forEach(this::apply);
      case Operation.RunCode o -> o.body().forEach(this::apply);
      case Operation.CallRoutine o -> call(o.name());
      // Rows and sessions are no part of a schema.
      default -> {}
    }
  }

  private void call(Name routine) {
    if (depth < DEEPEST) {
      depth++;
      draft.schema.routine(routine).ifPresent(known -> known.statements().forEach(this::apply));
      depth--;
    }
  }
}
