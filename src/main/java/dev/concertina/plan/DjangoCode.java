package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.django.Models;
import dev.concertina.rule.Context;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;

/** What the models and the code around them do in a step, where it is certain. */
final class DjangoCode {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Context context;
  private final Models models;
  private final DjangoStatements statements;

  DjangoCode(Context context, Models models, DjangoStatements statements) {
    this.context = context;
    this.models = models;
    this.statements = statements;
  }

  /** The code of a step whose statements have just been written; the rule's own words else. */
  String of(Step step) {
    for (String sql : step.schema()) {
      for (Operation operation : operations(sql)) {
        Optional<String> code =
            switch (operation) {
              case Operation.AddColumn o -> beside(o).or(() -> kept(step, o));
              case Operation.AddConstraint o -> declared(step, o);
              default -> Optional.empty();
            };
        if (code.isPresent()) {
          return code.get();
        }
      }
    }
    return step.code();
  }

  private List<Operation> operations(String sql) {
    return reader.read(sql).stream().flatMap(s -> s.operations().stream()).toList();
  }

  /** A column beside the one whose place it takes. */
  private Optional<String> beside(Operation.AddColumn add) {
    String old =
        switch (context.operation()) {
          case Operation.RenameColumn o -> o.column();
          case Operation.ChangeType o -> o.column();
          default -> null;
        };
    Optional<Declaration> from = old == null ? Optional.empty() : models.before(add.table(), old);
    Optional<Declaration> to = statements.fields().now(add.table(), add.column().name());
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "`"
                + to.get().name()
                + " = "
                + to.get().source().line()
                + "` beside `"
                + from.get().name()
                + "` in `"
                + models.model(add.table()).orElse("the model")
                + "`; `save()`, `update()` and `bulk_create()` write both; keep reading `"
                + from.get().name()
                + "`.");
  }

  /** A default that stays in the database is a part of the model, too. */
  private Optional<String> kept(Step step, Operation.AddColumn add) {
    String own = step.code() == null ? "" : step.code() + " ";
    return statements
        .fields()
        .now(add.table(), add.column().name())
        .filter(field -> field.has("db_default"))
        .map(
            field ->
                own
                    + "`"
                    + models.model(add.table()).orElse("The model")
                    + "` declares `"
                    + field.name()
                    + " = "
                    + field.source().line()
                    + "`.");
  }

  /** A check that proves a NOT NULL is the model's for as long as it is there. */
  private Optional<String> declared(Step step, Operation.AddConstraint add) {
    boolean proof =
        add.constraint() instanceof Constraint.Check check
            && !check.validated()
            && check.condition().detail().isBareNotNull();
    Optional<String> model = models.model(add.table());
    String own = step.code() == null ? "" : step.code() + " ";
    return proof && models.since(4, 0)
        ? model.map(m -> own + "`Meta.constraints` of `" + m + "` has it until NOT NULL is set.")
        : Optional.empty();
  }

  /** What becomes of the code in the release that a later step's drop waits for. */
  String gone(String sql, String otherwise) {
    for (Operation operation : operations(sql)) {
      if (operation instanceof Operation.DropColumn drop) {
        return stop(drop.table(), drop.column(), otherwise);
      }
    }
    return otherwise;
  }

  private String stop(Name table, String column, String otherwise) {
    Optional<Declaration> field = models.before(table, column);
    Optional<String> model = models.model(table);
    if (field.isEmpty() || model.isEmpty()) {
      return otherwise;
    }
    String name = "`" + field.get().name() + "`";
    String declaration = "`" + model.get() + "` no longer declares " + name;
    return switch (context.operation()) {
      case Operation.RenameColumn o ->
          "read and write `" + successor(table, o.newName()) + "` alone; " + declaration + ".";
      case Operation.ChangeType o ->
          "read and write `" + o.column() + "_new` alone; " + declaration + ".";
      default ->
          declaration + ", and nothing reads or writes it: a declared field is in every query.";
    };
  }

  private String successor(Name table, String column) {
    return models.after(table, column).map(Declaration::name).orElse(column);
  }
}
