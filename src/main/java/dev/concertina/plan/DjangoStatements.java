package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.django.Models;
import dev.concertina.plan.DjangoMigration.Part;
import dev.concertina.rule.Context;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Identifier;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.PythonExpression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the statements of a plan into Django's operations, one after the other. Where Django would
 * send another statement than this one it is {@code RunSQL}, and what it does is said to the models
 * beside it.
 */
final class DjangoStatements {

  private static final String NOT_VALID = " NOT VALID";

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Context context;
  private final Models models;
  private final OwnOperation own;
  private final DjangoFields fields;
  private final Set<String> notValid = new HashSet<>();

  /** The columns of the indexes that earlier steps build: {@code USING INDEX} names none. */
  private final Map<String, List<String>> built = new HashMap<>();

  DjangoStatements(Context context) {
    this.context = context;
    models = context.here().migration().models();
    own = OwnOperation.of(context.here().statement().text());
    fields = new DjangoFields(models, context.operation());
  }

  DjangoFields fields() {
    return fields;
  }

  OwnOperation own() {
    return own;
  }

  /** The operation for a statement; none for one that changes rows, which no migration does. */
  Optional<Part> part(String sql, boolean outside) {
    List<Operation> operations =
        reader.read(sql).stream().map(Statement::operations).flatMap(List::stream).toList();
    Operation only = operations.size() == 1 ? operations.get(0) : null;
    Part part =
        switch (only) {
          case Operation.Update o -> null;
          case Operation.Insert o -> null;
          case Operation.Delete o -> null;
          case Operation.AddColumn o -> addColumn(sql, o);
          case Operation.SetNotNull o -> setNotNull(sql, o);
          case Operation.DropNotNull o -> dropNotNull(sql, o);
          case Operation.SetDefault o -> setDefault(sql, o);
          case Operation.DropDefault o -> dropDefault(sql, o);
          case Operation.CreateIndex o -> createIndex(sql, o);
          case Operation.DropIndex o -> dropIndex(sql, o);
          case Operation.AddConstraint o -> addConstraint(sql, o);
          case Operation.ValidateConstraint o -> validate(sql, o);
          case Operation.DropConstraint o -> dropConstraint(sql, o);
          case Operation.DropColumn o -> run(sql, backAgain(o));
          case Operation.DropTable o -> run(sql, "");
          case Operation.RenameTable o -> renameTable(sql, o);
          case Operation.CreateTable o -> run(sql, "DROP TABLE " + o.table().sql());
          case Operation.CreateView o -> run(sql, "DROP VIEW " + o.view().sql());
          case null, default -> run(sql, null);
        };
    return Optional.ofNullable(part)
        .map(p -> new Part(sql, p.operation(), p.postgres(), outside || p.outside()));
  }

  // ---- columns

  private Part addColumn(String sql, Operation.AddColumn add) {
    Optional<String> model = models.model(add.table());
    Optional<Declaration> bare =
        model.isEmpty() ? Optional.empty() : fields.added(add.table(), add.column());
    String drop =
        "ALTER TABLE " + add.table().sql() + " DROP COLUMN " + quoted(add.column().name());
    if (bare.isEmpty()) {
      return run(sql, drop);
    }
    Declaration field = bare.get();
    // What the code writes into the new column from the start is said to the models alone.
    boolean written =
        fields
            .goal(add.table(), add.column().name())
            .filter(goal -> own.is("AddField") && goal.has("default"))
            .isPresent();
    boolean plain =
        !add.column().notNull()
            && !written
            && add.column().defaultValue() == null
            && add.constraints().isEmpty()
            && field.isPlain()
            && sameType(field, add);
    if (!plain) {
      Declaration goal = fields.goal(add.table(), add.column().name()).get();
      boolean keepsDefault = add.column().defaultValue() != null && goal.isLiteral("default");
      if (keepsDefault && models.since(5, 0) && goal.isPlain() && add.constraints().isEmpty()) {
        Declaration kept = stepwise(goal, field).copied("default", "db_default");
        fields.set(add.table(), add.column().name(), kept);
        return plain(DjangoOperation.addField(model.get(), kept));
      }
      field = add.column().notNull() || written ? stepwise(goal, field) : field;
      field = add.column().notNull() ? field : field.with("null", true);
      fields.set(add.table(), add.column().name(), field);
      return separate(sql, drop, DjangoOperation.addField(model.get(), field));
    }
    return plain(DjangoOperation.addField(model.get(), field));
  }

  /** The field that is wanted, without the index and the key that other steps make. */
  private static Declaration stepwise(Declaration goal, Declaration bare) {
    return goal.like("unique", bare).like("db_index", bare).like("db_constraint", bare);
  }

  private boolean sameType(Declaration field, Operation.AddColumn add) {
    String sql = "ALTER TABLE t ADD COLUMN c " + field.columnType();
    return reader.read(sql).stream()
        .flatMap(statement -> statement.operations().stream())
        .anyMatch(
            o ->
                o instanceof Operation.AddColumn column
                    && column.column().type().equals(add.column().type()));
  }

  private Part setNotNull(String sql, Operation.SetNotNull set) {
    Optional<String> model = models.model(set.table());
    Optional<Declaration> now = fields.now(set.table(), set.column());
    Optional<Declaration> next =
        fields.almost(set.table(), set.column()).map(DjangoStatements::set);
    String back = alter(set.table(), set.column()) + "DROP NOT NULL";
    if (model.isEmpty() || next.isEmpty()) {
      return run(sql, back);
    }
    fields.set(set.table(), set.column(), next.get());
    PythonExpression alter = DjangoOperation.alterField(model.get(), next.get());
    // With a default Django first looks through the rows, and a key is dropped and made again.
    boolean plain =
        !next.get().has("default") && !next.get().isReference() && now.get().sameColumn(next.get());
    return plain ? plain(alter) : separate(sql, back, alter);
  }

  private static Declaration set(Declaration field) {
    return field.has("null") ? field.without("null") : field;
  }

  private Part dropNotNull(String sql, Operation.DropNotNull drop) {
    Optional<String> model = models.model(drop.table());
    Optional<Declaration> next =
        fields.now(drop.table(), drop.column()).map(field -> field.with("null", true));
    String back = alter(drop.table(), drop.column()) + "SET NOT NULL";
    if (model.isEmpty() || next.isEmpty()) {
      return run(sql, back);
    }
    fields.set(drop.table(), drop.column(), next.get());
    PythonExpression alter = DjangoOperation.alterField(model.get(), next.get());
    return next.get().isReference() ? separate(sql, back, alter) : plain(alter);
  }

  private Part setDefault(String sql, Operation.SetDefault set) {
    Optional<String> model = models.model(set.table());
    Optional<Declaration> goal =
        fields.goal(set.table(), set.column()).filter(field -> field.has("db_default"));
    Optional<Declaration> now = fields.now(set.table(), set.column());
    if (model.isEmpty() || goal.isEmpty() || now.isEmpty() || now.get().isReference()) {
      return run(sql, alter(set.table(), set.column()) + "DROP DEFAULT");
    }
    Declaration next = now.get().like("db_default", goal.get());
    fields.set(set.table(), set.column(), next);
    return plain(DjangoOperation.alterField(model.get(), next));
  }

  private Part dropDefault(String sql, Operation.DropDefault drop) {
    Optional<String> model = models.model(drop.table());
    Optional<Declaration> now =
        fields.now(drop.table(), drop.column()).filter(field -> field.has("db_default"));
    if (model.isEmpty() || now.isEmpty() || now.get().isReference()) {
      return run(sql, null);
    }
    Declaration next = now.get().without("db_default");
    fields.set(drop.table(), drop.column(), next);
    return plain(DjangoOperation.alterField(model.get(), next));
  }

  /** A column that was dropped can come back, without its values. */
  private String backAgain(Operation.DropColumn drop) {
    return context
        .before()
        .table(drop.table())
        .map(table -> table.columns().get(drop.column()))
        .map(
            column ->
                "ALTER TABLE "
                    + drop.table().sql()
                    + " ADD COLUMN "
                    + quoted(drop.column())
                    + " "
                    + column.type().stored())
        .orElse("");
  }

  // ---- indexes

  private Part createIndex(String sql, Operation.CreateIndex create) {
    String name = create.index() == null ? "" : create.index().local();
    boolean second = built.containsValue(create.keys());
    built.put(name, create.keys());
    String drop =
        "DROP INDEX " + (create.concurrently() ? "CONCURRENTLY IF EXISTS " : "") + quoted(name);
    Optional<String> model = models.model(create.table());
    Optional<PythonExpression> declared = models.index(create.table(), name);
    if (model.isPresent() && own.is("AddIndex") && declared.isPresent() && create.concurrently()) {
      return addIndex(model.get(), declared.get());
    }
    boolean plain = create.where() == null && create.include().isEmpty() && !create.unique();
    if (model.isPresent() && plain && !second && create.keys().size() == 1) {
      String column = create.keys().get(0);
      Optional<Declaration> goal = fields.goal(create.table(), column);
      Optional<Declaration> now = fields.now(create.table(), column);
      boolean missing =
          goal.isPresent()
              && now.isPresent()
              && goal.get().isIndexed()
              && (!now.get().isIndexed() || own.is("AlterField"));
      if (missing) {
        Declaration next =
            own.is("AlterField") ? goal.get() : now.get().like("db_index", goal.get());
        fields.set(create.table(), column, next);
        return separate(sql, drop, DjangoOperation.alterField(model.get(), next));
      }
    }
    return own.is("AlterIndexTogether", "AlterUniqueTogether") && !create.unique()
        ? separate(sql, drop, own.source())
        : run(sql, drop);
  }

  private static Part addIndex(String model, PythonExpression index) {
    return new Part(
        null,
        DjangoOperation.add("AddIndexConcurrently", model, "index", index),
        "AddIndexConcurrently",
        true);
  }

  private Part dropIndex(String sql, Operation.DropIndex drop) {
    Optional<String> model = models.modelOfIndex(drop.index().local());
    if (model.isPresent() && drop.concurrently()) {
      return new Part(
          null,
          DjangoOperation.named("RemoveIndexConcurrently", model.get(), drop.index().local()),
          "RemoveIndexConcurrently",
          true);
    }
    Optional<Index> index = context.before().index(drop.index());
    Optional<Declaration> goal =
        index
            .filter(found -> found.keys().size() == 1)
            .flatMap(found -> fields.goal(found.table(), found.keys().get(0)));
    Optional<String> owner = index.flatMap(found -> models.model(found.table()));
    if (own.is("AlterField") && owner.isPresent() && goal.isPresent()) {
      return separate(sql, null, DjangoOperation.alterField(owner.get(), goal.get()));
    }
    return own.isSql() ? run(sql, null) : separate(sql, null, own.source());
  }

  // ---- constraints

  private Part addConstraint(String sql, Operation.AddConstraint add) {
    Optional<String> model = models.model(add.table());
    String drop =
        "ALTER TABLE "
            + add.table().sql()
            + " DROP CONSTRAINT "
            + quoted(add.constraint().name() == null ? "" : add.constraint().name());
    return model.isEmpty() || add.constraint().name() == null
        ? run(sql, drop)
        : switch (add.constraint()) {
          case Constraint.Check check -> addCheck(sql, drop, model.get(), add.table(), check);
          case Constraint.ForeignKey key -> addKey(sql, drop, model.get(), add.table(), key);
          case Constraint.Unique unique -> addUnique(sql, drop, model.get(), add.table(), unique);
          default -> run(sql, drop);
        };
  }

  private Part addCheck(String sql, String drop, String model, Name table, Constraint.Check check) {
    boolean later = !check.validated() && models.since(4, 0);
    Optional<PythonExpression> declared =
        own.is("AddConstraint") ? models.constraint(table, check.name()) : Optional.empty();
    if (declared.isPresent()) {
      return later
          ? addNotValid(model, check.name(), declared.get())
          : separate(sql, drop, addConstraint(model, declared.get()));
    }
    Optional<Declaration> field =
        check.condition().detail().isBareNotNull() && check.columns().size() == 1
            ? fields.now(table, check.columns().get(0))
            : Optional.empty();
    return later && field.isPresent()
        ? addNotValid(
            model,
            check.name(),
            DjangoOperation.present(
                check.name(), field.get().name(), models.since(5, 1) ? "condition" : "check"))
        : run(sql, drop);
  }

  private static PythonExpression addConstraint(String model, PythonExpression constraint) {
    return DjangoOperation.add("migrations.AddConstraint", model, "constraint", constraint);
  }

  private Part addNotValid(String model, String name, PythonExpression constraint) {
    notValid.add(name);
    return new Part(
        null,
        DjangoOperation.add("AddConstraintNotValid", model, "constraint", constraint),
        "AddConstraintNotValid",
        false);
  }

  private Part addKey(
      String sql, String drop, String model, Name table, Constraint.ForeignKey key) {
    String column = key.columns().size() == 1 ? key.columns().get(0) : null;
    Optional<Declaration> goal = column == null ? Optional.empty() : fields.goal(table, column);
    Optional<Declaration> now = column == null ? Optional.empty() : fields.now(table, column);
    if (goal.isEmpty() || now.isEmpty() || !goal.get().isReference()) {
      return run(sql, drop);
    }
    Declaration next = now.get().like("db_constraint", goal.get());
    fields.set(table, column, next);
    return separate(deferred(sql), drop, DjangoOperation.alterField(model, next));
  }

  /** Django counts on foreign keys that are looked at when the transaction ends. */
  private static String deferred(String sql) {
    int end = sql.lastIndexOf(NOT_VALID);
    return end < 0 || sql.contains(" DEFERRABLE")
        ? sql
        : sql.substring(0, end) + " DEFERRABLE INITIALLY DEFERRED" + sql.substring(end);
  }

  private Part addUnique(
      String sql, String drop, String model, Name table, Constraint.Unique unique) {
    Optional<PythonExpression> declared = models.constraint(table, unique.name());
    if (own.is("AddConstraint") && declared.isPresent()) {
      return separate(sql, drop, addConstraint(model, declared.get()));
    } else if (own.is("AlterUniqueTogether")) {
      return separate(sql, drop, own.source());
    }
    String column =
        only(unique.usingIndex() == null ? unique.columns() : built.get(unique.usingIndex()));
    Optional<Declaration> goal = column == null ? Optional.empty() : fields.goal(table, column);
    Optional<Declaration> now = column == null ? Optional.empty() : fields.now(table, column);
    if (goal.isEmpty() || now.isEmpty() || !goal.get().isUnique()) {
      return run(sql, drop);
    }
    Declaration next = now.get().like("unique", goal.get()).like("db_index", goal.get());
    fields.set(table, column, next);
    return separate(sql, drop, DjangoOperation.alterField(model, next));
  }

  private static String only(List<String> columns) {
    return columns != null && columns.size() == 1 ? columns.get(0) : null;
  }

  private Part validate(String sql, Operation.ValidateConstraint validate) {
    Optional<String> model = models.model(validate.table());
    boolean known = notValid.contains(validate.constraint());
    return known && model.isPresent()
        ? new Part(
            null,
            DjangoOperation.named("ValidateConstraint", model.get(), validate.constraint()),
            "ValidateConstraint",
            false)
        : run(sql, null);
  }

  private Part dropConstraint(String sql, Operation.DropConstraint drop) {
    Optional<String> model = models.model(drop.table());
    boolean known = notValid.contains(drop.constraint());
    return known && model.isPresent()
        ? plain(
            DjangoOperation.named("migrations.RemoveConstraint", model.get(), drop.constraint()))
        : run(sql, null);
  }

  // ---- tables

  private Part renameTable(String sql, Operation.RenameTable rename) {
    String back =
        "ALTER TABLE "
            + rename.table().sibling(rename.newName()).sql()
            + " RENAME TO "
            + quoted(rename.table().local());
    return own.is("RenameModel", "AlterModelTable")
        ? separate(sql, back, own.source())
        : run(sql, back);
  }

  // ---- the ways to say it

  private static Part plain(PythonExpression operation) {
    return new Part(null, operation, null, false);
  }

  private static Part run(String sql, String reverse) {
    return plain(DjangoOperation.runSql(sql, reverse));
  }

  private static Part separate(String sql, String reverse, PythonExpression state) {
    return plain(
        DjangoOperation.separate(List.of(DjangoOperation.runSql(sql, reverse)), List.of(state)));
  }

  private static String alter(Name table, String column) {
    return "ALTER TABLE " + table.sql() + " ALTER COLUMN " + quoted(column) + " ";
  }

  private static String quoted(String name) {
    return Identifier.quote(name);
  }
}
