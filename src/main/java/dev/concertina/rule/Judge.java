package dev.concertina.rule;

import dev.concertina.code.Subject;
import dev.concertina.migration.Migration;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks every rule that looks at an operation, and words what holds. */
public final class Judge {

  private final RuleBook book;
  private final Map<String, Optional<Severity>> configured;

  /**
   * @param configured severities by rule id from the configuration; an empty value is off
   */
  public Judge(RuleBook book, Map<String, Optional<Severity>> configured) {
    this.book = book;
    this.configured = configured;
  }

  /** A finding together with what a plan is filled in from. */
  public record Holding(Rule rule, Finding finding, Facts facts) {}

  /** What is looked for in the source when these operations are judged. */
  public static Set<Subject> subjects(List<Transactions.Run> operations) {
    Set<Subject> subjects = new HashSet<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i).operation();
      for (Subject subject : RolloutFacts.subjects(operation)) {
        subjects.add(subject);
        subjects.add(RunningNames.of(subject, operations.subList(0, i)));
      }
      PrismaFacts.subjects(operations.get(i)).forEach(subjects::add);
    }
    return subjects;
  }

  /** The rules that hold for an operation, worst first. */
  public List<Holding> judge(Context context) {
    List<Holding> holding = new ArrayList<>();
    Facts facts = book.facts().facts(context);
    for (Rule rule : book.lookingAt(context.kind())) {
      Severity severity = severity(rule, facts);
      if (severity != null) {
        holding.add(new Holding(rule, finding(rule, severity, facts), facts));
      }
    }
    holding.sort((a, b) -> b.finding().severity().compareTo(a.finding().severity()));
    return holding;
  }

  /**
   * The rules that hold for a file or a suppression as a whole.
   *
   * @param scope where a comment would accept them
   */
  public List<Holding> judge(String file, Span span, FileEvent event, Finding.Scope scope) {
    List<Holding> holding = new ArrayList<>();
    Facts facts = book.facts().facts(new Context(null, null, null, event));
    for (Rule rule : book.lookingAt(event.kind())) {
      Severity severity = severity(rule, facts);
      if (severity != null) {
        RulePage page = rule.page();
        Finding finding =
            new Finding(
                rule.id(),
                rule.kind(),
                severity,
                file,
                span,
                event.what() + " " + event.detail(),
                null,
                null,
                page.title().fill(facts::text),
                page.why().fill(facts::text),
                Effect.NONE,
                Compatibility.FULL,
                List.of(),
                event.related(),
                scope);
        holding.add(new Holding(rule, finding, facts));
      }
    }
    return holding;
  }

  /** A team may weigh a hazard otherwise; what a rule itself calls an info stays one. */
  private Severity severity(Rule rule, Facts facts) {
    if (goesDown(facts.context()) && !saysOfDown(rule, facts.context())) {
      return null;
    }
    Optional<Severity> own = configured.get(rule.id());
    if (own != null ? own.isEmpty() : !rule.on()) {
      return null;
    }
    Severity severity = rule.judge(facts);
    boolean weighed = own != null && severity != null;
    return weighed && !(severity == Severity.INFO && rule.levels().size() > 1)
        ? own.get()
        : severity;
  }

  private static Finding finding(Rule rule, Severity severity, Facts facts) {
    Context context = facts.context();
    RulePage page = rule.page();
    Operation operation = context.operation();
    Span span = operation.span();
    String file = context.here().migration().path();
    Finding.Related related = rule.related() == null ? null : facts.place(rule.related());
    boolean turned = related != null && comesLater(context, related);
    String text = context.here().migration().text();
    Name relation = context.target() == null ? null : SchemaFacts.relation(context);
    return new Finding(
        rule.id(),
        rule.kind(),
        down(severity, context),
        turned ? related.file() : file,
        turned ? related.span() : span,
        text.substring(Math.min(span.start(), text.length()), Math.min(span.end(), text.length())),
        relation,
        OperationFacts.Objects.of(context),
        page.title().fill(facts::text),
        page.why().fill(facts::text) + size(rule, relation, context),
        context.here().effect(),
        context.compatibility(),
        RolloutFacts.uses(context),
        turned ? new Finding.Related(file, span, related.message()) : related,
        Finding.Scope.STATEMENT);
  }

  /** How big the table is, where that matters and somebody knows. */
  private static String size(Rule rule, Name relation, Context context) {
    TableSizes sizes = context.situation().sizes();
    boolean matters = rule.kind() == Kind.LOCK || rule.kind() == Kind.DATA;
    if (relation == null || !matters || rule.aside()) {
      return "";
    }
    String said = sizes.said(relation);
    return said != null
        ? " `" + relation + "` has " + said + "."
        : sizes.isLarge(relation) ? " The configuration calls `" + relation + "` large." : "";
  }

  /** A finding that joins two places stands at the later one. */
  private static boolean comesLater(Context context, Finding.Related related) {
    return context.later().stream()
        .anyMatch(
            run ->
                run.migration().path().equals(related.file())
                    && run.operation().span().equals(related.span()));
  }

  /**
   * What goes down runs when no rollout is under way: how long it blocks matters, and what nobody
   * could read.
   */
  private static boolean saysOfDown(Rule rule, Context context) {
    return rule.kind() == Kind.LOCK && !rule.aside()
        || context.operation() instanceof Operation.NotAnalysed;
  }

  private static boolean goesDown(Context context) {
    return context.here() != null
        && context.here().migration().direction() == Migration.Direction.DOWN;
  }

  /** A migration that goes down runs by hand in an emergency: worth knowing, never a hurdle. */
  private static Severity down(Severity severity, Context context) {
    return goesDown(context) ? Severity.INFO : severity;
  }
}
