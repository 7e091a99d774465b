package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.django.Models;
import dev.concertina.rule.Context;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/** The cheaper ways to what a contributor probably wants, as Django has them. */
final class DjangoAlternatives {

  private static final String CONVERT =
      "If the code alone wants another type, convert there: `from_db_value` and `get_prep_value`"
          + " in a field class of your own. The table stays as it is.";

  private final Context context;
  private final Models models;

  DjangoAlternatives(Context context, Models models) {
    this.context = context;
    this.models = models;
  }

  /** Those for the operation at hand, else the rule's own. */
  List<String> of(List<String> written) {
    Optional<String> own =
        written.isEmpty()
            ? Optional.empty()
            : switch (context.operation()) {
              case Operation.RenameColumn o -> column(o);
              case Operation.RenameTable o -> table(o);
              case Operation.ChangeType o -> Optional.of(CONVERT);
              case Operation.AddColumn o when o.column().notNull() -> Optional.of(keptDefault());
              default -> Optional.empty();
            };
    return own.map(List::of).orElse(written);
  }

  private Optional<String> column(Operation.RenameColumn rename) {
    Optional<Declaration> renamed = models.after(rename.table(), rename.newName());
    Optional<String> model = models.model(rename.table());
    Optional<Declaration> old = models.before(rename.table(), rename.column());
    if (renamed.isEmpty() || model.isEmpty() || old.isEmpty()) {
      return Optional.empty();
    }
    Declaration alias = renamed.get().with("db_column", rename.column());
    return Optional.of(
        "Keep the column and rename the field alone: `"
            + alias.name()
            + " = "
            + alias.source().line()
            + "`, with the `RenameField` and an `AlterField` to this field in"
            + " `SeparateDatabaseAndState(state_operations=[…])`. No table changes, and no deploy"
            + " waits for another.");
  }

  private String keptDefault() {
    return models.since(5, 0)
        ? "Give the field `db_default`: it stays in the database for the release that does not know"
            + " the field, where `default` is gone again at the end of the migration."
        : "Before Django 5 a default stays in the database by `RunSQL` alone: `default` is gone"
            + " again at the end of the migration. From 5.0 on it is `db_default`.";
  }

  private Optional<String> table(Operation.RenameTable rename) {
    return models
        .model(rename.table())
        .map(
            model ->
                "Keep the table and rename the model alone: `db_table = \""
                    + rename.table().local()
                    + "\"` in its `Meta`, with `AlterModelTable` before `RenameModel` in the"
                    + " migration. It changes no table, and no deploy waits for another.");
  }
}
