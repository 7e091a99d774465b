package dev.concertina.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL 10 to 18. What it says is measured on 13 to 18 (locks per relation, rewrites, scans,
 * builds and errors); for 10 to 12 it goes by the manual and the release notes. Left out are locks
 * on catalogs and TOAST tables, on indexes that are only read, and those that a statement gives
 * back before it ends.
 */
public final class Postgres implements Dialect {

  private final int version;

  /**
   * @param version the major version
   */
  public Postgres(int version) {
    this.version = version;
  }

  @Override
  public String engine() {
    return "postgresql";
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Effect effect(Operation operation, Schema before, Session session) {
    return effect(operation, before, session, new HashSet<>());
  }

  /**
   * @param followed the routines that were looked into: one may call itself, and what it does
   *     counts once
   */
  private Effect effect(Operation operation, Schema before, Session session, Set<Name> followed) {
    Moment moment = new Moment(version, before, session);
    return switch (operation) {
      case Operation.CreateTable o -> new PostgresTables(moment).create(o);
      case Operation.CreateTableAs o -> new PostgresTables(moment).createAs(o);
      case Operation.DropTable o -> new PostgresTables(moment).drop(o);
      case Operation.RenameTable o -> new PostgresTables(moment).rename(o);
      case Operation.Truncate o -> new PostgresTables(moment).truncate(o);
      case Operation.TableOption o -> new PostgresTableOptions(moment).change(o);

      case Operation.AddColumn o -> new PostgresColumns(moment).add(o);
      case Operation.DropColumn o -> new PostgresColumns(moment).drop(o);
      case Operation.RenameColumn o -> strongest(moment, o);
      case Operation.ChangeType o -> new PostgresTypeChange(moment, o).effect();
      case Operation.SetNotNull o -> new PostgresColumns(moment).setNotNull(o);
      case Operation.DropNotNull o -> new PostgresColumns(moment).dropNotNull(o);
      case Operation.SetDefault o -> strongest(moment, o);
      case Operation.DropDefault o -> strongest(moment, o);
      case Operation.ChangeGeneration o -> new PostgresColumns(moment).changeGeneration(o);
      case Operation.ColumnOption o -> new PostgresColumns(moment).option(o);

      case Operation.AddConstraint o -> new PostgresConstraints(moment).add(o);
      case Operation.ValidateConstraint o -> new PostgresConstraints(moment).validate(o);
      case Operation.DropConstraint o -> new PostgresConstraints(moment).drop(o);
      case Operation.AlterConstraint o -> new PostgresConstraints(moment).alter(o);
      case Operation.RenameConstraint o -> new PostgresConstraints(moment).rename(o);

      case Operation.AttachPartition o -> new PostgresPartitions(moment).attach(o);
      case Operation.DetachPartition o -> new PostgresPartitions(moment).detach(o);

      case Operation.CreateIndex o -> new PostgresIndexes(moment).create(o);
      case Operation.DropIndex o -> new PostgresIndexes(moment).drop(o);
      case Operation.AttachIndex o -> new PostgresIndexes(moment).attach(o);
      case Operation.Reindex o -> new PostgresIndexes(moment).reindex(o);

      case Operation.CreateView o -> new PostgresViews(moment).create(o);
      case Operation.RefreshView o -> new PostgresViews(moment).refresh(o);

      case Operation.CreateEnum o -> Effect.NONE;
      case Operation.AddEnumValue o -> new PostgresTypes(moment).addValue(o);
      case Operation.RenameEnumValue o -> Effect.NONE;
      case Operation.CreateDomain o -> Effect.NONE;
      case Operation.AlterDomain o -> new PostgresTypes(moment).alterDomain(o);

      case Operation.CreateRoutine o -> Effect.NONE;
      case Operation.CreateTrigger o -> createTrigger(moment, o);
      case Operation.DropTrigger o -> strongest(moment, o);
      case Operation.DoBlock o -> all(o.body(), before, session, followed);
      case Operation.RunCode o -> all(o.body(), before, session, followed);
      case Operation.CallRoutine o -> call(o, before, session, followed);

      case Operation.CreateObject o -> new PostgresObjects(moment).create(o);
      case Operation.DropObject o -> new PostgresObjects(moment).drop(o);
      case Operation.RenameObject o -> new PostgresObjects(moment).rename(o);
      case Operation.MoveToSchema o -> new PostgresObjects(moment).move(o);
      case Operation.AlterObject o -> new PostgresObjects(moment).alter(o);
      case Operation.Grant o -> new PostgresObjects(moment).grant(o);
      case Operation.Comment o -> new PostgresObjects(moment).comment(o);

      case Operation.Insert o -> new PostgresRows(moment).insert(o);
      case Operation.Update o -> new PostgresRows(moment).update(o);
      case Operation.Delete o -> new PostgresRows(moment).delete(o);
      case Operation.Merge o -> new PostgresRows(moment).merge(o);
      case Operation.CopyInto o -> new PostgresRows(moment).copy(o);
      case Operation.Select o -> new PostgresRows(moment).select(o);

      case Operation.LockTable o -> new PostgresMaintenance(moment).lock(o);
      case Operation.Vacuum o -> new PostgresMaintenance(moment).vacuum(o);
      case Operation.Analyze o -> new PostgresMaintenance(moment).analyze(o);
      case Operation.Cluster o -> new PostgresMaintenance(moment).cluster(o);
      case Operation.ServerCommand o ->
          session.inTransaction()
              ? Effect.NONE.refused(o.command() + " cannot run inside a transaction block")
              : Effect.NONE;

      case Operation.SetVariable o -> Effect.NONE;
      case Operation.Begin o -> Effect.NONE;
      case Operation.Commit o -> Effect.NONE;
      case Operation.Rollback o -> Effect.NONE;
      case Operation.NoEffect o -> Effect.NONE;
      case Operation.OneWay o -> Effect.NONE;
      case Operation.ForgetColumn o -> Effect.NONE;
      case Operation.ForgetTable o -> Effect.NONE;
      case Operation.NotAnalysed o ->
          o.target() == null ? Effect.NONE : strongest(moment, o).because(o.reason());
    };
  }

  /** ACCESS EXCLUSIVE on the table and its partitions, for an instant. */
  private static Effect strongest(Moment moment, Operation operation) {
    return moment.descending(operation.target(), Lock.ACCESS_EXCLUSIVE).effect();
  }

  private static Effect createTrigger(Moment moment, Operation.CreateTrigger o) {
    Footprint footprint = moment.descending(o.table(), Lock.SHARE_ROW_EXCLUSIVE);
    return o.orReplace() && moment.version() < 14
        ? footprint.refuse("CREATE OR REPLACE TRIGGER exists from PostgreSQL 14 on").effect()
        : footprint.effect();
  }

  /** A block is one statement, and so its statements share a transaction. */
  private Effect all(List<Operation> body, Schema before, Session session, Set<Name> followed) {
    Footprint footprint = new Footprint();
    Session inside = new Session(true, session.variables());
    Schema schema = before;
    for (Operation operation : body) {
      footprint.add(effect(operation, schema, inside, followed));
      schema = schema.after(operation);
    }
    return footprint.effect();
  }

  private Effect call(Operation.CallRoutine o, Schema before, Session session, Set<Name> followed) {
    return followed.add(o.name())
        ? before
            .routine(o.name())
            .map(routine -> all(routine.statements(), before, session, followed))
            .orElse(Effect.NONE)
        : Effect.NONE;
  }
}
