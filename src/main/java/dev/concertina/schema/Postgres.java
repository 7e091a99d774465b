package dev.concertina.schema;

import dev.concertina.schema.Effect.Role;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.TableOption.Option;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * PostgreSQL 10 to 18. Locks, scans and rewrites are those measured on 13 to 18; where versions
 * differ, the difference is here.
 */
public final class Postgres implements Dialect {

  private static final Set<Option> GENTLE =
      Set.of(Option.STORAGE_PARAMETERS, Option.CLUSTER_ON, Option.WITHOUT_CLUSTER);
  private static final Set<Option> REWRITING =
      Set.of(Option.LOGGED, Option.UNLOGGED, Option.TABLESPACE, Option.ACCESS_METHOD);

  private final int version;
  private final PostgresColumns columns;
  private final PostgresConstraints constraints;

  /**
   * @param version major version, 10 to 18
   */
  public Postgres(int version) {
    this.version = version;
    columns = new PostgresColumns(version);
    constraints = new PostgresConstraints();
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
    return switch (operation) {
      case Operation.AddColumn o -> columns.add(o, before);
      case Operation.ChangeType o -> columns.changeType(o, before, session);
      case Operation.SetNotNull o -> columns.setNotNull(o, before);
      case Operation.ColumnOption o ->
          o.option() == Operation.ColumnOption.Option.STATISTICS
                  || o.option() == Operation.ColumnOption.Option.ATTRIBUTES
              ? Effect.locking(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE)
              : strong(o.table(), before);
      case Operation.ChangeGeneration o ->
          o.change() == Operation.ChangeGeneration.Change.SET_EXPRESSION
              ? strong(o.table(), before)
                  .rewriting(o.table())
                  .because("a stored expression is computed again for every row")
              : strong(o.table(), before);
      case Operation.DropColumn o -> strong(o.table(), before);
      case Operation.RenameColumn o -> strong(o.table(), before);
      case Operation.DropNotNull o -> strong(o.table(), before);
      case Operation.SetDefault o -> strong(o.table(), before);
      case Operation.DropDefault o -> strong(o.table(), before);
      case Operation.AddConstraint o -> constraints.add(o, before);
      case Operation.ValidateConstraint o -> constraints.validate(o, before);
      case Operation.DropConstraint o -> constraints.drop(o, before);
      case Operation.AlterConstraint o -> strong(o.table(), before);
      case Operation.RenameConstraint o -> strong(o.table(), before);
      case Operation.CreateTable o -> createTable(o, before);
      case Operation.CreateTableAs o -> reading(o.query()).scanning(tables(o.query()));
      case Operation.DropTable o -> dropTable(o, before);
      case Operation.RenameTable o ->
          before.index(o.table()).isPresent()
              ? new Effect(
                  List.of(
                      new Effect.Held(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX)),
                  Set.of(), Set.of(), Set.of(), null, "")
              : Effect.locking(o.table(), Lock.ACCESS_EXCLUSIVE);
      case Operation.TableOption o -> option(o, before);
      case Operation.AttachPartition o -> PostgresPartitions.attach(o, before);
      case Operation.DetachPartition o ->
          PostgresPartitions.detach(o, before, session, version);
      case Operation.CreateIndex o -> createIndex(o, before, session);
      case Operation.DropIndex o -> dropIndex(o, before, session);
      case Operation.AttachIndex o -> Effect.locking(o.index(), Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.Reindex o -> reindex(o, before, session);
      case Operation.CreateView o -> createView(o, before);
      case Operation.RefreshView o ->
          Effect.locking(o.view(), o.concurrently() ? Lock.EXCLUSIVE : Lock.ACCESS_EXCLUSIVE)
              .rewriting(o.view());
      case Operation.CreateTrigger o -> Effect.locking(o.table(), Lock.SHARE_ROW_EXCLUSIVE);
      case Operation.DropTrigger o -> Effect.locking(o.table(), Lock.ACCESS_EXCLUSIVE);
      case Operation.AddEnumValue o ->
          version < 12 && session.inTransaction()
              ? Effect.NONE.refused("ALTER TYPE … ADD cannot run inside a transaction block")
              : Effect.NONE;
      case Operation.AlterDomain o -> domain(o, before);
      case Operation.CreateObject o -> createObject(o);
      case Operation.DropObject o -> dropObject(o, before);
      case Operation.RenameObject o -> renameObject(o);
      case Operation.MoveToSchema o -> Effect.locking(o.name(), Lock.ACCESS_EXCLUSIVE);
      case Operation.AlterObject o -> alterObject(o);
      case Operation.Grant o ->
          version >= 18 && o.on() != null && o.what() == ObjectKind.TABLE
              ? Effect.locking(o.on(), Lock.ACCESS_SHARE)
              : Effect.NONE;
      case Operation.Comment o ->
          o.name() == null ? Effect.NONE : Effect.locking(o.name(), Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.Insert o -> rows(o.table(), o.source());
      case Operation.Update o -> Effect.locking(o.table(), Lock.ROW_EXCLUSIVE).scanning(o.table());
      case Operation.Delete o -> Effect.locking(o.table(), Lock.ROW_EXCLUSIVE).scanning(o.table());
      case Operation.Merge o -> Effect.locking(o.table(), Lock.ROW_EXCLUSIVE).scanning(o.table());
      case Operation.CopyInto o -> Effect.locking(o.table(), Lock.ROW_EXCLUSIVE);
      case Operation.Truncate o -> truncate(o, before);
      case Operation.Select o -> select(o);
      case Operation.LockTable o -> Effect.locking(o.table(), o.mode());
      case Operation.Vacuum o -> vacuum(o, session);
      case Operation.Analyze o ->
          o.table() == null
              ? Effect.NONE
              : Effect.locking(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE);
      case Operation.Cluster o ->
          o.table() == null
              ? Effect.NONE
              : strong(o.table(), before).rewriting(o.table()).because("CLUSTER writes every row");
      case Operation.ServerCommand o ->
          session.inTransaction()
              ? Effect.NONE.refused(o.command() + " cannot run inside a transaction block")
              : Effect.NONE;
      case Operation.CallRoutine o -> call(o, before, session);
      case Operation.NotAnalysed o -> Effect.NONE.because(o.reason());
      case Operation.DoBlock o -> Effect.NONE;
      case Operation.CreateRoutine o -> Effect.NONE;
      case Operation.CreateEnum o -> Effect.NONE;
      case Operation.RenameEnumValue o -> Effect.NONE;
      case Operation.CreateDomain o -> Effect.NONE;
      case Operation.SetVariable o -> Effect.NONE;
      case Operation.Begin o -> Effect.NONE;
      case Operation.Commit o -> Effect.NONE;
      case Operation.Rollback o -> Effect.NONE;
      case Operation.NoEffect o -> Effect.NONE;
    };
  }

  /** ACCESS EXCLUSIVE on the table and, where it is partitioned, on its partitions. */
  static Effect strong(Name table, Schema before) {
    return descending(table, Lock.ACCESS_EXCLUSIVE, before);
  }

  static Effect descending(Name table, Lock mode, Schema before) {
    Effect effect = Effect.locking(table, mode);
    for (Table partition : before.partitionsOf(table)) {
      effect = effect.and(partition.name(), mode, Role.PARTITION);
    }
    return effect;
  }

  private static Effect createTable(Operation.CreateTable create, Schema before) {
    Effect effect = Effect.NONE;
    if (create.partitionOf() != null) {
      effect = PostgresPartitions.createUnder(create, before);
    }
    for (Constraint constraint : create.constraints()) {
      if (constraint instanceof Constraint.ForeignKey key
          && !key.referenced().equals(create.table())) {
        effect = effect.and(key.referenced(), Lock.SHARE_ROW_EXCLUSIVE, Role.REFERENCED);
      }
    }
    return effect;
  }

  private static Effect dropTable(Operation.DropTable drop, Schema before) {
    Effect effect = strong(drop.table(), before);
    Table table = before.table(drop.table()).orElse(null);
    if (table != null) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.ForeignKey key
            && !key.referenced().equals(drop.table())) {
          effect = effect.and(key.referenced(), Lock.ACCESS_EXCLUSIVE, Role.REFERENCED);
        }
      }
      if (table.partition() != null) {
        effect = effect.and(table.partition().table(), Lock.ACCESS_EXCLUSIVE, Role.PARENT);
      }
    }
    for (Name referencing : before.referencing(drop.table())) {
      if (!referencing.equals(drop.table())) {
        effect = effect.and(referencing, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
        if (!drop.cascade()) {
          effect = effect.refused(referencing + " has a foreign key to " + drop.table());
        }
      }
    }
    return effect;
  }

  private static Effect option(Operation.TableOption o, Schema before) {
    if (GENTLE.contains(o.option())) {
      return Effect.locking(o.table(), Lock.SHARE_UPDATE_EXCLUSIVE);
    }
    if (o.option() == Option.ENABLE_TRIGGER || o.option() == Option.DISABLE_TRIGGER) {
      return Effect.locking(o.table(), Lock.SHARE_ROW_EXCLUSIVE);
    }
    Effect effect = strong(o.table(), before);
    if (REWRITING.contains(o.option())) {
      return effect.rewriting(o.table()).because("every row is written again");
    }
    boolean inherits = o.option() == Option.INHERIT && o.detail() != null;
    return inherits
        ? effect.and(Name.of(o.detail()), Lock.SHARE_UPDATE_EXCLUSIVE, Role.PARENT)
        : effect;
  }

  private static Effect createIndex(
      Operation.CreateIndex create, Schema before, Session session) {
    boolean partitioned = before.table(create.table()).map(Table::partitioned).orElse(false);
    if (create.concurrently()) {
      Effect effect =
          Effect.locking(create.table(), Lock.SHARE_UPDATE_EXCLUSIVE).building(create.table());
      if (partitioned) {
        return effect.refused("a partitioned table's index can't be built CONCURRENTLY");
      }
      return session.inTransaction()
          ? effect.refused("CREATE INDEX CONCURRENTLY cannot run inside a transaction block")
          : effect;
    }
    if (create.only() && partitioned) {
      return Effect.locking(create.table(), Lock.SHARE);
    }
    return descending(create.table(), Lock.SHARE, before)
        .building(create.table())
        .scanning(create.table());
  }

  private static Effect dropIndex(Operation.DropIndex drop, Schema before, Session session) {
    Index index = before.index(drop.index()).orElse(null);
    Lock mode = drop.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
    Effect effect = index == null ? Effect.NONE : Effect.locking(index.table(), mode);
    effect = effect.and(drop.index(), mode, Role.INDEX);
    if (index != null && index.constraint() != null) {
      return effect.refused("the constraint " + index.constraint() + " needs this index");
    }
    return drop.concurrently() && session.inTransaction()
        ? effect.refused("DROP INDEX CONCURRENTLY cannot run inside a transaction block")
        : effect;
  }

  private static Effect reindex(Operation.Reindex reindex, Schema before, Session session) {
    if (reindex.name() == null
        || reindex.what() == ObjectKind.SCHEMA
        || reindex.what() == ObjectKind.DATABASE
        || reindex.what() == ObjectKind.SYSTEM) {
      return session.inTransaction()
          ? Effect.NONE.refused("REINDEX of a " + reindex.what() + " cannot run inside a transaction block")
          : Effect.NONE;
    }
    boolean index = reindex.what() == ObjectKind.INDEX;
    Name table =
        index ? before.index(reindex.name()).map(Index::table).orElse(null) : reindex.name();
    Lock mode = reindex.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.SHARE;
    Effect effect = table == null ? Effect.NONE : Effect.locking(table, mode).building(table);
    if (index) {
      Lock own =
          reindex.concurrently() ? Lock.SHARE_UPDATE_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
      effect = effect.and(reindex.name(), own, Role.INDEX);
    }
    if (reindex.concurrently()) {
      return session.inTransaction()
          ? effect.refused("REINDEX CONCURRENTLY cannot run inside a transaction block")
          : effect;
    }
    return table == null ? effect : effect.scanning(table);
  }

  private static Effect createView(Operation.CreateView create, Schema before) {
    Effect effect = reading(create.query());
    if (create.materialized() && create.withData()) {
      effect = effect.scanning(tables(create.query()));
    }
    return create.orReplace() && before.view(create.view()).isPresent()
        ? effect.and(create.view(), Lock.ACCESS_EXCLUSIVE, Role.OWN)
        : effect;
  }

  private static Effect reading(Query query) {
    Effect effect = Effect.NONE;
    for (Name table : tables(query)) {
      effect = effect.and(table, Lock.ACCESS_SHARE, Role.DEPENDENT);
    }
    return effect;
  }

  private static Name[] tables(Query query) {
    return query.detail().tables().stream().sorted().toArray(Name[]::new);
  }

  private Effect domain(Operation.AlterDomain alter, Schema before) {
    boolean scans =
        switch (alter.change()) {
          case SET_NOT_NULL, VALIDATE_CONSTRAINT -> true;
          case ADD_CONSTRAINT -> alter.constraint().validated();
          case DROP_CONSTRAINT, RENAME_CONSTRAINT, DROP_NOT_NULL, SET_DEFAULT, DROP_DEFAULT -> false;
        };
    Effect effect = Effect.NONE;
    if (!scans) {
      return effect;
    }
    Set<Name> users = new LinkedHashSet<>();
    before.tables().stream()
        .filter(
            table ->
                table.columns().values().stream()
                    .anyMatch(c -> c.type().name().equals(alter.domain().toString())))
        .map(Table::name)
        .sorted()
        .forEach(users::add);
    for (Name user : users) {
      effect = effect.and(user, Lock.SHARE, Role.DEPENDENT).scanning(user);
    }
    return effect.because("every table that uses the domain is read");
  }

  private static Effect createObject(Operation.CreateObject create) {
    if (create.on() == null) {
      return Effect.NONE;
    }
    return switch (create.what()) {
      case POLICY, RULE -> Effect.locking(create.on(), Lock.ACCESS_EXCLUSIVE);
      case STATISTICS, PUBLICATION -> Effect.locking(create.on(), Lock.SHARE_UPDATE_EXCLUSIVE);
      default -> Effect.locking(create.on(), Lock.ACCESS_SHARE);
    };
  }

  private static Effect dropObject(Operation.DropObject drop, Schema before) {
    return switch (drop.what()) {
      case POLICY, RULE ->
          drop.on() == null ? Effect.NONE : Effect.locking(drop.on(), Lock.ACCESS_EXCLUSIVE);
      case VIEW, MATERIALIZED_VIEW, SEQUENCE, FOREIGN_TABLE ->
          Effect.locking(drop.name(), Lock.ACCESS_EXCLUSIVE);
      default -> Effect.NONE;
    };
  }

  private static Effect renameObject(Operation.RenameObject rename) {
    return switch (rename.what()) {
      case VIEW, MATERIALIZED_VIEW, SEQUENCE, FOREIGN_TABLE ->
          Effect.locking(rename.name(), Lock.ACCESS_EXCLUSIVE);
      case INDEX ->
          Effect.NONE.and(rename.name(), Lock.SHARE_UPDATE_EXCLUSIVE, Role.INDEX);
      case POLICY, TRIGGER, RULE ->
          rename.on() == null ? Effect.NONE : Effect.locking(rename.on(), Lock.ACCESS_EXCLUSIVE);
      default -> Effect.NONE;
    };
  }

  private static Effect alterObject(Operation.AlterObject alter) {
    return switch (alter.what()) {
      case SEQUENCE -> Effect.locking(alter.name(), Lock.SHARE_ROW_EXCLUSIVE);
      case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE ->
          Effect.locking(alter.name(), Lock.ACCESS_EXCLUSIVE);
      case POLICY ->
          alter.on() == null ? Effect.NONE : Effect.locking(alter.on(), Lock.ACCESS_EXCLUSIVE);
      default -> Effect.NONE;
    };
  }

  private static Effect rows(Name table, Query source) {
    Effect effect = Effect.locking(table, Lock.ROW_EXCLUSIVE);
    return source == null ? effect : effect.scanning(tables(source));
  }

  private static Effect select(Operation.Select select) {
    if (!select.locksRows()) {
      return Effect.NONE;
    }
    Effect effect = Effect.NONE;
    for (Name table : tables(select.query())) {
      effect = effect.and(table, Lock.ROW_SHARE, Role.OWN);
    }
    return effect;
  }

  private static Effect truncate(Operation.Truncate truncate, Schema before) {
    Effect effect = strong(truncate.table(), before);
    for (Name referencing : before.referencing(truncate.table())) {
      if (truncate.cascade()) {
        effect = effect.and(referencing, Lock.ACCESS_EXCLUSIVE, Role.REFERENCING);
      } else if (!referencing.equals(truncate.table())) {
        effect = effect.refused(referencing + " has a foreign key to " + truncate.table());
      }
    }
    return effect;
  }

  private static Effect vacuum(Operation.Vacuum vacuum, Session session) {
    Effect effect =
        vacuum.table() == null
            ? Effect.NONE
            : vacuum.full()
                ? Effect.locking(vacuum.table(), Lock.ACCESS_EXCLUSIVE)
                    .rewriting(vacuum.table())
                    .because("VACUUM FULL writes every row again")
                : Effect.locking(vacuum.table(), Lock.SHARE_UPDATE_EXCLUSIVE);
    return session.inTransaction()
        ? effect.refused("VACUUM cannot run inside a transaction block")
        : effect;
  }

  private Effect call(Operation.CallRoutine call, Schema before, Session session) {
    Effect effect = Effect.NONE;
    List<Operation> statements =
        before.routine(call.name()).map(Operation.CreateRoutine::statements).orElse(List.of());
    for (Operation statement : statements) {
      // A routine that calls others is followed one level: enough to see what it locks itself.
      if (!(statement instanceof Operation.CallRoutine)) {
        effect = effect.with(effect(statement, before, session));
      }
    }
    return effect;
  }
}
