package dev.concertina.plan;

import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a plan into the words of a framework, statement by statement. Changes of rows stay SQL: no
 * migration is to hold them.
 */
final class IdiomWriter {

  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);
  private final Idiom idiom;
  private final Operation own;

  /**
   * @param own what the contributor wrote
   */
  IdiomWriter(Idiom idiom, Operation own) {
    this.idiom = idiom;
    this.own = own;
  }

  Plan write(Plan plan) {
    List<Step> steps = new ArrayList<>(plan.steps().stream().map(this::write).toList());
    stopUsing(steps);
    return new Plan(
        steps,
        idiom.alternatives(plan.alternatives(), own),
        plan.note(),
        plan.rollbackFloor(),
        plan.fix());
  }

  private Step write(Step step) {
    List<ProgramBody.Part> parts = new ArrayList<>();
    String code = step.code();
    for (String sql : step.schema()) {
      List<Operation> operations =
          reader.read(sql).stream().map(Statement::operations).flatMap(List::stream).toList();
      if (operations.stream().noneMatch(IdiomWriter::changesRows)) {
        parts.add(new ProgramBody.Part(sql, lines(sql, operations)));
      }
      for (Operation operation : operations) {
        String before = code == null ? "" : code + " ";
        code = idiom.model(operation).map(before::concat).orElse(code);
      }
    }
    return parts.isEmpty()
        ? step
        : step.with(new ProgramBody(idiom, parts, !step.transactional()), code);
  }

  /** The code stops using a column in the last release of its own before the one that drops it. */
  private void stopUsing(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      Operation.DropColumn drop = dropped(steps.get(i));
      for (int at = i - 1; drop != null && at >= 0; at--) {
        Step step = steps.get(at);
        if (step.schema().isEmpty()
            && !step.betweenDeploys()
            && step.deploy() < steps.get(i).deploy()) {
          steps.set(at, step.with(step.migration(), stopping(drop, step.code())));
          break;
        }
      }
    }
  }

  private String stopping(Operation.DropColumn drop, String code) {
    String used = code == null || code.startsWith("remove the declaration") ? "" : first(code);
    return idiom.stopUsing(drop).map(mapping -> used + mapping).orElse(code);
  }

  /** What is said before the semicolon, behind which stands what the mapping does. */
  private static String first(String code) {
    int end = code.indexOf(';');
    return (end < 0 ? code.replaceAll("\\.$", "") : code.substring(0, end)) + "; ";
  }

  private Operation.DropColumn dropped(Step step) {
    return step.schema().stream()
        .flatMap(sql -> reader.read(sql).stream())
        .flatMap(statement -> statement.operations().stream())
        .filter(Operation.DropColumn.class::isInstance)
        .map(Operation.DropColumn.class::cast)
        .findFirst()
        .orElse(null);
  }

  private List<String> lines(String sql, List<Operation> operations) {
    List<String> words = operations.size() == 1 ? idiom.words(sql, operations.get(0)) : List.of();
    return words.isEmpty() ? idiom.verbatim(sql) : words;
  }

  private static boolean changesRows(Operation operation) {
    return operation instanceof Operation.Update
        || operation instanceof Operation.Insert
        || operation instanceof Operation.Delete;
  }
}
