package dev.concertina.schema;

import java.util.List;
import java.util.Locale;

/**
 * What one clause of one statement does to the schema or its rows, whatever language it was written
 * in. The narrow waist of the program: readers produce operations, and everything after them sees
 * nothing else. A statement that names several objects is one operation for each of them.
 *
 * <p>Every name is folded. {@link #span} is the clause: the action inside an ALTER TABLE, otherwise
 * the whole statement.
 */
public sealed interface Operation {

  /** The clause that a finding about this operation stands at. */
  Span span();

  /** The relation, type or routine that it acts on, or null when it acts on none. */
  default Name target() {
    return null;
  }

  /** The operations that executing this one executes: the statements in a {@code DO} block. */
  default List<Operation> body() {
    return List.of();
  }

  /** The name of this kind of operation in rules: {@code rename-column} for RenameColumn. */
  default String kind() {
    return OperationKind.of(getClass());
  }

  // ---- tables

  /**
   * @param like tables whose columns it takes over ({@code LIKE}, {@code INHERITS})
   * @param partitionKey the columns or expressions it is partitioned by; empty when it is not
   * @param partitionOf the parent and bounds when it is a partition, else null
   * @param constraints inline and table constraints, in order
   * @param templated whether a placeholder stands in place of its schema
   */
  record CreateTable(
      Name table,
      boolean templated,
      boolean ifNotExists,
      Persistence persistence,
      List<Column> columns,
      List<Constraint> constraints,
      List<Name> like,
      List<String> partitionKey,
      Partition partitionOf,
      Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** {@code CREATE TABLE … AS}, {@code SELECT … INTO}. */
  record CreateTableAs(
      Name table, boolean ifNotExists, Persistence persistence, Query query, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropTable(Name table, boolean ifExists, boolean cascade, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record RenameTable(Name table, String newName, boolean ifExists, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param constraints the column's inline constraints other than NOT NULL
   */
  record AddColumn(
      Name table, Column column, List<Constraint> constraints, boolean ifNotExists, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropColumn(Name table, String column, boolean ifExists, boolean cascade, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record RenameColumn(Name table, String column, String newName, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param using the USING expression, or null
   * @param collation the COLLATE that is written, or null
   */
  record ChangeType(
      Name table, String column, DataType type, Expression using, String collation, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record SetNotNull(Name table, String column, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropNotNull(Name table, String column, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record SetDefault(Name table, String column, Expression value, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropDefault(Name table, String column, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** ADD GENERATED … AS IDENTITY, DROP IDENTITY, SET GENERATED, SET/DROP EXPRESSION. */
  record ChangeGeneration(Name table, String column, Change change, Span span)
      implements Operation {
    /** What happens to the way in which the column gets its value. */
    public enum Change {
      ADD_IDENTITY,
      SET_IDENTITY,
      DROP_IDENTITY,
      SET_EXPRESSION,
      DROP_EXPRESSION
    }

    @Override
    public Name target() {
      return table;
    }
  }

  /** A column setting that changes no value: STATISTICS, STORAGE, COMPRESSION, SET (…). */
  record ColumnOption(Name table, String column, Option option, Span span) implements Operation {
    public enum Option {
      STATISTICS,
      STORAGE,
      COMPRESSION,
      ATTRIBUTES,
      FOREIGN_OPTIONS
    }

    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * Every other thing that ALTER TABLE does to the whole table.
   *
   * @param detail its argument, folded: the trigger ({@code all}, {@code user}), the parent, the
   *     owner, the tablespace, the index, the access method, {@code full}, the storage parameters;
   *     or null
   */
  record TableOption(Name table, Option option, String detail, Span span) implements Operation {
    public enum Option {
      LOGGED,
      UNLOGGED,
      TABLESPACE,
      ACCESS_METHOD,
      STORAGE_PARAMETERS,
      CLUSTER_ON,
      WITHOUT_CLUSTER,
      WITHOUT_OIDS,
      REPLICA_IDENTITY,
      OWNER,
      ENABLE_ROW_SECURITY,
      DISABLE_ROW_SECURITY,
      FORCE_ROW_SECURITY,
      NO_FORCE_ROW_SECURITY,
      INHERIT,
      NO_INHERIT,
      OF_TYPE,
      NOT_OF_TYPE,
      ENABLE_TRIGGER,
      DISABLE_TRIGGER,
      ENABLE_RULE,
      DISABLE_RULE,
      FOREIGN_OPTIONS
    }

    @Override
    public Name target() {
      return table;
    }
  }

  // ---- constraints

  record AddConstraint(Name table, Constraint constraint, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record ValidateConstraint(Name table, String constraint, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropConstraint(Name table, String constraint, boolean ifExists, boolean cascade, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** ALTER CONSTRAINT: deferrable, enforced, inherit. */
  record AlterConstraint(Name table, String constraint, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record RenameConstraint(Name table, String constraint, String newName, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  // ---- partitions

  record AttachPartition(Name table, Partition partition, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DetachPartition(
      Name table, Name partition, boolean concurrently, boolean finalizing, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  // ---- indexes

  /**
   * @param index its name, or null when the database chooses
   * @param keys the text of each key; a plain column is its folded name
   * @param include folded names of the INCLUDE columns
   * @param where the predicate of a partial index, or null
   * @param only {@code ON ONLY}: the partitioned parent alone
   */
  record CreateIndex(
      Name index,
      Name table,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      boolean only,
      boolean nullsNotDistinct,
      String method,
      List<String> keys,
      List<String> include,
      Expression where,
      Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropIndex(Name index, boolean concurrently, boolean ifExists, boolean cascade, Span span)
      implements Operation {
    @Override
    public Name target() {
      return index;
    }
  }

  /** ALTER INDEX … ATTACH PARTITION. */
  record AttachIndex(Name index, Name partition, Span span) implements Operation {
    @Override
    public Name target() {
      return index;
    }
  }

  /**
   * @param name the table or index, or the schema or database; null for the current database
   */
  record Reindex(ObjectKind what, Name name, boolean concurrently, Span span) implements Operation {
    @Override
    public Name target() {
      return name;
    }
  }

  // ---- views

  /**
   * @param columns the column names that the statement gives; empty when the query names them
   * @param withData false for a materialized view {@code WITH NO DATA}
   */
  record CreateView(
      Name view,
      boolean materialized,
      boolean orReplace,
      boolean ifNotExists,
      List<String> columns,
      Query query,
      boolean withData,
      Span span)
      implements Operation {
    @Override
    public Name target() {
      return view;
    }
  }

  record RefreshView(Name view, boolean concurrently, boolean withData, Span span)
      implements Operation {
    @Override
    public Name target() {
      return view;
    }
  }

  // ---- types

  record CreateEnum(Name type, List<String> values, Span span) implements Operation {
    @Override
    public Name target() {
      return type;
    }
  }

  record AddEnumValue(Name type, String value, boolean ifNotExists, Span span)
      implements Operation {
    @Override
    public Name target() {
      return type;
    }
  }

  record RenameEnumValue(Name type, String value, String newValue, Span span) implements Operation {
    @Override
    public Name target() {
      return type;
    }
  }

  /**
   * @param collation its COLLATE, or null
   * @param constraints its CHECKs; a NOT NULL is {@code notNull}
   */
  record CreateDomain(
      Name domain,
      DataType base,
      String collation,
      boolean notNull,
      Expression defaultValue,
      List<Constraint> constraints,
      Span span)
      implements Operation {
    @Override
    public Name target() {
      return domain;
    }
  }

  /**
   * @param constraint the added constraint, or null
   * @param name the constraint that is dropped, validated or renamed, or null
   */
  record AlterDomain(Name domain, Change change, Constraint constraint, String name, Span span)
      implements Operation {
    public enum Change {
      ADD_CONSTRAINT,
      DROP_CONSTRAINT,
      VALIDATE_CONSTRAINT,
      RENAME_CONSTRAINT,
      SET_NOT_NULL,
      DROP_NOT_NULL,
      SET_DEFAULT,
      DROP_DEFAULT
    }

    @Override
    public Name target() {
      return domain;
    }
  }

  // ---- routines and triggers

  /**
   * @param arguments canonical argument types of the IN, INOUT and VARIADIC arguments, in order
   * @param argumentNames their names in the same order, empty for one without
   * @param returns the return type as written in canonical words, {@code trigger}, {@code table(a
   *     integer)}, {@code setof text}; null for a procedure
   * @param volatility {@code volatile}, {@code stable} or {@code immutable}
   * @param language folded; {@code sql} for a standard body
   * @param statements what its body would execute if it were called; empty when it can't be read
   * @param definer whether it runs with its owner's rights ({@code SECURITY DEFINER})
   * @param commits whether the body ends transactions itself (a procedure that batches)
   * @param opaque why a part of the body can't be judged, or null when all of it can
   * @param copiesColumns whether all that the body of a trigger's function does is to give columns
   *     of the new row values that come from other columns of it
   */
  record CreateRoutine(
      ObjectKind what,
      Name name,
      boolean orReplace,
      List<String> arguments,
      List<String> argumentNames,
      String returns,
      String volatility,
      String language,
      boolean definer,
      List<Operation> statements,
      boolean commits,
      String opaque,
      boolean copiesColumns,
      Span span)
      implements Operation {
    CreateRoutine withDefiner(boolean runsAsOwner) {
      return new CreateRoutine(
          what,
          name,
          orReplace,
          arguments,
          argumentNames,
          returns,
          volatility,
          language,
          runsAsOwner,
          statements,
          commits,
          opaque,
          copiesColumns,
          span);
    }

    @Override
    public Name target() {
      return name;
    }
  }

  /**
   * @param events upper case: INSERT, UPDATE, DELETE, TRUNCATE
   * @param function what it executes
   */
  record CreateTrigger(
      Name table, String trigger, boolean orReplace, List<String> events, Name function, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record DropTrigger(Name table, String trigger, boolean ifExists, boolean cascade, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param loops whether it has a loop
   * @param commits whether it ends transactions itself
   * @param body the static SQL in it
   */
  record DoBlock(String language, boolean loops, boolean commits, List<Operation> body, Span span)
      implements Operation {}

  /**
   * Code of a migration that is no SQL, as a Django {@code RunPython}.
   *
   * @param language folded: {@code python}
   * @param loops whether it writes rows in a loop
   * @param commits whether what it writes is in more than one transaction
   * @param importsModel whether it uses a model as the application declares it today, not as it was
   *     when the migration was written
   * @param body what it does to the database, as SQL would do it
   */
  record RunCode(
      String language,
      boolean loops,
      boolean commits,
      boolean importsModel,
      List<Operation> body,
      Span span)
      implements Operation {
    /** What stands in the SQL of its body for a value that the code computes. */
    public static final String COMPUTED = "\"computed\"()";
  }

  /**
   * CALL, or a SELECT that calls a routine.
   *
   * @param body what the routine does, at the place of the call; empty until somebody has looked it
   *     up
   */
  record CallRoutine(Name name, List<Operation> body, Span span) implements Operation {
    @Override
    public Name target() {
      return name;
    }
  }

  // ---- any other object

  /**
   * CREATE of an object that is no table, index, view, enum, domain, routine or trigger.
   *
   * @param on the table it belongs to (a policy's, a rule's, a statistics object's), or null
   * @param detail what rules need beside the name ({@code restrictive} policy, {@code owned by t.c}
   *     of a sequence), or null
   */
  record CreateObject(
      ObjectKind what, Name name, Name on, boolean ifNotExists, String detail, Span span)
      implements Operation {
    @Override
    public Name target() {
      return on != null ? on : name;
    }
  }

  /** DROP of an object that is no table, index or trigger. */
  record DropObject(
      ObjectKind what, Name name, Name on, boolean ifExists, boolean cascade, Span span)
      implements Operation {
    @Override
    public Name target() {
      return on != null ? on : name;
    }
  }

  /** RENAME of an object that is no table, column or constraint. */
  record RenameObject(ObjectKind what, Name name, Name on, String newName, Span span)
      implements Operation {
    @Override
    public Name target() {
      return on != null ? on : name;
    }
  }

  record MoveToSchema(ObjectKind what, Name name, String newSchema, Span span)
      implements Operation {
    @Override
    public Name target() {
      return name;
    }
  }

  /**
   * Any other ALTER of an object that is no table.
   *
   * @param detail the folded words after the name, at most a few ({@code owner to x}, {@code as
   *     bigint}, {@code owned by t.c})
   */
  record AlterObject(ObjectKind what, Name name, Name on, String detail, Span span)
      implements Operation {
    private static final String OWNER_TO = "owner to ";

    /** The owner that it gives, or null when it is about something else. */
    public String owner() {
      return detail != null && detail.startsWith(OWNER_TO)
          ? detail.substring(OWNER_TO.length())
          : null;
    }

    @Override
    public Name target() {
      return on != null ? on : name;
    }
  }

  /**
   * @param revoke true for REVOKE
   * @param everything whether it says ALL and lists no columns
   * @param on one object, or null when it is about all objects of a schema or a role
   */
  record Grant(
      boolean revoke, boolean everything, ObjectKind what, Name on, String roles, Span span)
      implements Operation {
    @Override
    public Name target() {
      return on;
    }
  }

  /**
   * @param name what it is about; for a column, its table
   * @param column the column, or null
   */
  record Comment(ObjectKind what, Name name, String column, Span span) implements Operation {
    @Override
    public Name target() {
      return name;
    }
  }

  // ---- rows

  /**
   * @param columns the listed columns; empty when none are
   * @param rows how many rows of VALUES; 0 when a query is the source
   * @param source the query, or null for VALUES
   * @param onConflict whether it says what happens when the row is there
   */
  record Insert(
      Name table, List<String> columns, int rows, Query source, boolean onConflict, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param alias what the statement calls the table, or null for its name
   * @param assignments in order; a multi-column assignment is one entry per column
   * @param where null when there is none
   * @param from the other relations that it reads
   */
  record Update(
      Name table,
      String alias,
      List<Assignment> assignments,
      Expression where,
      List<Name> from,
      Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** One {@code column = value} of an UPDATE. */
  record Assignment(String column, Expression value) {}

  /**
   * @param alias what the statement calls the table, or null for its name
   * @param where null when there is none
   * @param using the other relations that it reads
   */
  record Delete(Name table, String alias, Expression where, List<Name> using, Span span)
      implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record Merge(Name table, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  record Truncate(Name table, boolean cascade, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** COPY … FROM; a COPY TO is a {@link Select}. */
  record CopyInto(Name table, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param locksRows FOR UPDATE and its like
   */
  record Select(Query query, boolean locksRows, Span span) implements Operation {}

  // ---- session and maintenance

  /**
   * SET, RESET and set_config.
   *
   * @param name folded
   * @param value without quotes; null when it goes back to its default
   * @param local SET LOCAL
   */
  record SetVariable(String name, String value, boolean local, Span span) implements Operation {}

  record Begin(Span span) implements Operation {}

  record Commit(Span span) implements Operation {}

  record Rollback(Span span) implements Operation {}

  record LockTable(Name table, Lock mode, boolean nowait, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param table null for the whole database
   */
  record Vacuum(Name table, boolean full, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param table null for the whole database
   */
  record Analyze(Name table, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * @param table null for every table that was clustered before
   */
  record Cluster(Name table, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /**
   * A command that PostgreSQL refuses inside a transaction: CREATE DATABASE, ALTER SYSTEM …
   *
   * @param command its first words in upper case
   */
  record ServerCommand(String command, Span span) implements Operation {}

  /**
   * A statement that is read and changes neither schema nor rows that a rule could care about.
   *
   * @param command its first words in upper case
   */
  record NoEffect(String command, Span span) implements Operation {}

  /**
   * A step of a migration that says no way back. It does nothing to the database.
   *
   * @param what the step in the words of its framework: {@code RunPython}
   */
  record OneWay(String what, Span span) implements Operation {}

  /**
   * A column that the application's models no longer have from here on, while the database keeps
   * it. It does nothing to the database.
   */
  record ForgetColumn(Name table, String column, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** A table that the application's models no longer have, while the database keeps it. */
  record ForgetTable(Name table, Span span) implements Operation {
    @Override
    public Name target() {
      return table;
    }
  }

  /** A statement, or a part of one, that could not be read: never taken for harmless. */
  record NotAnalysed(String reason, Span span) implements Operation {}

  // ---- parts

  /** How long a table lives and whether it is logged. */
  enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
  }

  /**
   * A partition and its place under its parent.
   *
   * @param table the other table: the parent in CREATE TABLE … PARTITION OF, the partition in
   *     ATTACH PARTITION
   * @param isDefault {@code DEFAULT} instead of bounds
   * @param bounds the text of the bounds ({@code FROM (…) TO (…)}, {@code IN (…)}, {@code WITH
   *     (…)}); empty for DEFAULT
   */
  record Partition(Name table, boolean isDefault, String bounds) {
    /**
     * The condition that holds for exactly the rows inside the bounds, as SQL; null when the bounds
     * are not those of one plain column.
     */
    public String inside(Table parent) {
      Bounds known = Bounds.of(parent, this);
      return known == null ? null : known.inside();
    }

    /** The condition that proves to PostgreSQL that no row is inside, or null likewise. */
    public String outside(Table parent) {
      Bounds known = Bounds.of(parent, this);
      return known == null ? null : known.outside();
    }
  }

  /** Kinds of object that share a name space or a grammar. */
  enum ObjectKind {
    TABLE,
    COLUMN,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    INDEX,
    CONSTRAINT,
    SEQUENCE,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    TYPE,
    DOMAIN,
    ATTRIBUTE,
    SCHEMA,
    EXTENSION,
    DATABASE,
    TABLESPACE,
    SYSTEM,
    ROLE,
    POLICY,
    TRIGGER,
    EVENT_TRIGGER,
    RULE,
    STATISTICS,
    PUBLICATION,
    SUBSCRIPTION,
    SERVER,
    COLLATION,
    CAST,
    OPERATOR,
    TEXT_SEARCH,
    LANGUAGE,
    OTHER;

    /** The kind in prose: {@code materialized view}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
