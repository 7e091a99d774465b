package dev.concertina.plan;

import dev.concertina.migration.Migration;
import dev.concertina.rule.Context;
import dev.concertina.rule.Facts;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RulePage;
import dev.concertina.rule.RulePage.StepText;
import dev.concertina.rule.Template;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fills a rule's safe path in with the facts at hand, and joins the plans of a whole change. */
public final class Planner {

  private final Commands commands = new Commands();
  private final SqlReader reader = new SqlReader(SqlSyntax.POSTGRESQL);

  /**
   * The plan for one finding.
   *
   * @param facts the facts under which the rule held
   */
  public Plan plan(Rule rule, Facts facts) {
    RulePage page = rule.page();
    List<Step> steps = new ArrayList<>();
    int floor = 0;
    for (StepText text : page.steps()) {
      if (text.when() != null && !holds(text.when(), facts)) {
        continue;
      }
      Step step = step(steps.size() + 1, text, facts);
      steps.add(step);
      if (floor == 0 && step.phase() == Phase.CONTRACT && !step.schema().isEmpty()) {
        floor = step.deploy() - 1;
      }
    }
    List<String> alternatives = page.alternatives().stream().map(t -> t.fill(facts::text)).toList();
    String note = page.note() == null ? null : page.note().fill(facts::text);
    Plan plan = new Plan(steps, alternatives, note, floor, fix(page.fix(), facts));
    return orPlain(plan, () -> inWords(plan, facts.context()));
  }

  /** A fault in writing a framework's words costs the words: the steps are right without them. */
  static Plan orPlain(Plan plan, Supplier<Plan> words) {
    try {
      return words.get();
    } catch (RuntimeException | StackOverflowError fault) {
      return plan.noting(
          "Writing these steps as the framework would failed, which is a fault of Concertina's: "
              + fault.getClass().getSimpleName()
              + ".");
    }
  }

  /** The plan in the words of the framework at hand, where that has some. */
  private Plan inWords(Plan plan, Context context) {
    Migration migration = context.here().migration();
    return migration.models() != null
        ? new DjangoWriter(context).write(plan)
        : Idioms.of(migration)
            .map(
                idiom ->
                    new IdiomWriter(idiom, context.operation())
                        .write(AddedReference.plan(context, plan)))
            .orElse(plan);
  }

  /** One sequence of deploys for the plans of a whole change. */
  public Plan merge(List<Proposal> proposals) {
    return Sequence.of(proposals);
  }

  private Step step(int number, StepText text, Facts facts) {
    return new Step(
        number,
        text.deploy(),
        Phase.valueOf(text.phase().toUpperCase(Locale.ROOT)),
        text.after(),
        text.title().fill(facts::text),
        text.schema() == null ? List.of() : statements(text.schema().fill(inSql(facts))),
        text.transactional(),
        fill(text.code(), facts::text),
        fill(text.gate(), inSql(facts)),
        fill(text.rollback(), facts::text),
        listings(text, facts),
        null);
  }

  /** The commands for the data transformations that the step is filled in from. */
  private List<Listing> listings(StepText text, Facts facts) {
    return Stream.of(text.schema(), text.code())
        .filter(Objects::nonNull)
        .flatMap(template -> template.placeholders().stream())
        .flatMap(name -> facts.transformations(name).stream())
        .flatMap(change -> commands.of(change, facts.context().here().migration()).stream())
        .toList();
  }

  private List<String> statements(String sql) {
    return reader.read(sql).stream().map(Statement::text).map(text -> text + ";").toList();
  }

  /** In SQL a name that nobody can know is left standing as what it is: {@code <column type>}. */
  private static Function<String, String> inSql(Facts facts) {
    return name -> {
      String value = facts.text(name);
      return value.isEmpty() ? "<" + name.replace('.', ' ').replace('-', ' ') + ">" : value;
    };
  }

  private static String fill(Template template, Function<String, String> values) {
    return template == null ? null : template.fill(values);
  }

  private static boolean holds(String when, Facts facts) {
    for (String part : when.split(" and ")) {
      String word = part.strip();
      boolean negated = word.startsWith("not ");
      if (facts.flag(negated ? word.substring(4).strip() : word) == negated) {
        return false;
      }
    }
    return true;
  }

  /** A fix replaces whole lines, so it is only offered for a statement that has its lines alone. */
  private static Plan.Fix fix(Template template, Facts facts) {
    if (template == null) {
      return null;
    }
    Migration migration = facts.context().here().migration();
    if (!migration.inSql()) {
      return null;
    }
    String text = migration.text();
    Statement statement = facts.context().here().statement();
    Span span = statement.span();
    int lineStart = text.lastIndexOf('\n', Math.max(0, span.start() - 1)) + 1;
    int lineEnd = text.indexOf('\n', span.end());
    String before = text.substring(Math.min(lineStart, span.start()), span.start());
    String after = text.substring(span.end(), lineEnd < 0 ? text.length() : lineEnd).strip();
    boolean alone = before.isBlank() && (after.equals(";") || after.isEmpty());
    String filled = template.fill(facts::text);
    // What a block or a called routine does is not what its statement says.
    boolean itself = statement.operations().get(0) == facts.context().operation();
    return alone && itself && statement.operations().size() == 1 && !filled.isBlank()
        ? new Plan.Fix(span.line(), span.endLine(), before + filled + after)
        : null;
  }
}
