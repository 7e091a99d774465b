package dev.concertina.plan;

import dev.concertina.migration.Transactions.Run;
import dev.concertina.rule.Context;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The indexes that one call of a migration makes beside what else it sends. */
final class StepIndexes {

  private static final String CREATE = "CREATE INDEX ";

  private StepIndexes() {}

  /** All that is sent for the call at hand. */
  static List<Run> sent(Context context) {
    return context.situation().upcoming().runs().stream()
        .filter(run -> run.migration() == context.here().migration())
        .filter(run -> run.statement().span().equals(context.here().statement().span()))
        .toList();
  }

  /** The plain indexes over these columns, such as the one for patterns beside a unique text. */
  static List<Run> over(Context context, Name table, List<String> columns) {
    return sent(context).stream()
        .filter(
            run ->
                run.operation() instanceof Operation.CreateIndex index
                    && index.table().equals(table)
                    && index.keys().equals(columns)
                    && !index.concurrently()
                    && run.statement().sql().startsWith(CREATE))
        .toList();
  }

  /** The steps, of which each that builds an index builds those beside it, too. */
  static List<Step> complete(List<Step> steps, Context context) {
    Set<String> said = new HashSet<>();
    steps.forEach(step -> said.addAll(step.schema()));
    SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
    return steps.stream()
        .map(
            step -> {
              List<String> all = new ArrayList<>(step.schema());
              for (String sql : step.schema()) {
                for (Statement statement : reader.read(sql)) {
                  beside(statement, context).stream().filter(said::add).forEach(all::add);
                }
              }
              return step.at(step.number(), all);
            })
        .toList();
  }

  private static List<String> beside(Statement statement, Context context) {
    return statement.operations().get(0) instanceof Operation.CreateIndex index
            && index.concurrently()
        ? over(context, index.table(), index.keys()).stream()
            .map(run -> concurrently(run.statement()))
            .toList()
        : List.of();
  }

  static String concurrently(Statement statement) {
    String sql = statement.sql();
    int end = sql.indexOf("INDEX ") + "INDEX ".length();
    return sql.substring(0, end) + "CONCURRENTLY " + sql.substring(end) + ";";
  }

  /** When the indexes are there and complete. */
  static String valid(List<Name> names) {
    String each =
        names.stream()
            .map(name -> "to_regclass('" + name.sql() + "')")
            .collect(Collectors.joining(", "));
    return "this is true: `SELECT count(*) = %d FROM pg_index WHERE indisvalid AND indexrelid IN (%s);`"
        .formatted(names.size(), each);
  }
}
