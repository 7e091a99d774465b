package dev.concertina.plan;

import dev.concertina.django.Declaration;
import dev.concertina.syntax.PythonExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The operations of Django's migrations that plans are made of. */
final class DjangoOperation {

  private DjangoOperation() {}

  static PythonExpression addField(String model, Declaration field) {
    return field("AddField", model, field);
  }

  static PythonExpression alterField(String model, Declaration field) {
    return field("AlterField", model, field);
  }

  private static PythonExpression field(String operation, String model, Declaration field) {
    return PythonExpression.call(
        "migrations." + operation,
        List.of(
            model(model),
            text("name", field.name()),
            PythonExpression.named("field", field.source())));
  }

  static PythonExpression renameField(String model, String name, String newName) {
    return PythonExpression.call(
        "migrations.RenameField",
        List.of(model(model), text("old_name", name), text("new_name", newName)));
  }

  /** {@code RemoveField}, {@code RemoveIndex}, {@code RemoveConstraint} and their like. */
  static PythonExpression named(String operation, String model, String name) {
    return PythonExpression.call(operation, List.of(model(model), text("name", name)));
  }

  static PythonExpression deleteModel(String model) {
    return PythonExpression.call("migrations.DeleteModel", List.of(text("name", model)));
  }

  /** An operation that adds a constraint or an index of {@code Meta}. */
  static PythonExpression add(String operation, String model, String what, PythonExpression added) {
    return PythonExpression.call(
        operation, List.of(model(model), PythonExpression.named(what, added)));
  }

  /** A constraint that one field is not NULL. */
  static PythonExpression present(String name, String field, String condition) {
    return PythonExpression.call(
        "models.CheckConstraint",
        List.of(
            PythonExpression.named(
                condition, PythonExpression.source("models.Q(" + field + "__isnull=False)")),
            text("name", name)));
  }

  /** An index or a unique constraint over fields. */
  static PythonExpression over(String className, List<String> fields, String name) {
    List<PythonExpression> names = fields.stream().map(PythonExpression::text).toList();
    return PythonExpression.call(
        className,
        List.of(
            PythonExpression.named("fields", PythonExpression.list(names)), text("name", name)));
  }

  /**
   * A statement as it is.
   *
   * @param reverse what takes it back; {@code null} when nothing has to, empty when nothing can
   */
  static PythonExpression runSql(String sql, String reverse) {
    List<PythonExpression> arguments = new ArrayList<>(List.of(PythonExpression.text(bare(sql))));
    if (reverse == null) {
      arguments.add(
          PythonExpression.named("reverse_sql", PythonExpression.source("migrations.RunSQL.noop")));
    } else if (!reverse.isEmpty()) {
      arguments.add(text("reverse_sql", reverse));
    }
    return PythonExpression.call("migrations.RunSQL", arguments);
  }

  /** What is done to the database, and what the models are to be afterwards. */
  static PythonExpression separate(List<PythonExpression> database, List<PythonExpression> state) {
    List<PythonExpression> both = new ArrayList<>();
    if (!database.isEmpty()) {
      both.add(PythonExpression.named("database_operations", PythonExpression.list(database)));
    }
    both.add(PythonExpression.named("state_operations", PythonExpression.list(state)));
    return PythonExpression.call("migrations.SeparateDatabaseAndState", both);
  }

  private static PythonExpression model(String model) {
    return text("model_name", model.toLowerCase(Locale.ROOT));
  }

  private static PythonExpression text(String keyword, String text) {
    return PythonExpression.named(keyword, PythonExpression.text(text));
  }

  /** Without the semicolon, on one line where that changes nothing. */
  private static String bare(String sql) {
    return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
  }
}
