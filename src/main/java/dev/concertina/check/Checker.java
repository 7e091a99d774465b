package dev.concertina.check;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.migration.Framework;
import dev.concertina.migration.Glob;
import dev.concertina.migration.Migration;
import dev.concertina.migration.Transactions;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Planner;
import dev.concertina.plan.Proposal;
import dev.concertina.rule.Context;
import dev.concertina.rule.FileEvent;
import dev.concertina.rule.Finding;
import dev.concertina.rule.Judge;
import dev.concertina.rule.Occurrence;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.Severity;
import dev.concertina.rule.Situation;
import dev.concertina.rule.TableSizes;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.RunningVersion;
import dev.concertina.schema.Schema;
import dev.concertina.schema.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A change in, a report out: steps through the operations, asks the rules, fills in the plans. */
public final class Checker {

  private final RuleBook book;
  private final Settings settings;
  private final Planner planner = new Planner();

  public Checker(RuleBook book, Settings settings) {
    this.book = book;
    this.settings = settings;
  }

  /** Checks a change; never fails on what is in it. */
  public Report check(Request request) {
    return check(request, List.of());
  }

  /**
   * Checks a change.
   *
   * @param accepted what somebody let be, outside the files; the first that covers a finding counts
   */
  public Report check(Request asked, List<Acceptance> accepted) {
    Request request = Calls.lookedUp(asked.resolved());
    Judge judge = new Judge(book, settings.rules());
    Transactions transactions = Transactions.of(request.migrations());
    List<Run> operations = transactions.runs();
    Set<Subject> subjects = Judge.subjects(operations);
    Situation situation =
        new Situation(
            request.dialect(),
            request.base(),
            new ArrayList<>(),
            transactions,
            new AskedOnce(request.running(), subjects),
            new AskedOnce(request.next(), subjects),
            request.flyway(),
            new TableSizes(
                matching(settings.large()), matching(settings.small()), settings.sizes()),
            settings.conventions(),
            settings.lockTimeoutByRunner(),
            settings.deployMinutes());
    Suppressions suppressions = new Suppressions(request, settings.allow());
    Findings findings = new Findings(planner, accepted, request.today());
    Outcomes outcomes = new Outcomes();
    Timeline timeline = new Timeline(request.base().asBase());
    for (int i = 0; i < operations.size(); i++) {
      Schema schema = timeline.before(operations.get(i));
      Occurrence here = occurrence(i, operations.get(i), schema, request);
      situation.occurrences().add(here);
      Context context = new Context(situation, here, schema, null);
      boolean allowed = findings.add(judge.judge(context), f -> suppressions.of(f, here));
      outcomes.add(context, allowed);
      timeline.run(operations.get(i));
    }
    Predicate<Request.PlacedEvent> allowed =
        event ->
            findings.add(
                judge.judge(event.file(), event.span(), event.event(), event.scope()),
                f -> suppressions.of(f, event.text()));
    for (Report.Unread unread : request.unread()) {
      outcomes.add(unread, allowed.test(event(unread)));
    }
    gap(request, situation).ifPresent(gap -> outcomes.add(gap, allowed.test(event(gap))));
    request.events().forEach(allowed::test);
    suppressions.faults(id -> book.rule(id).isPresent()).forEach(allowed::test);
    List<Report.Result> results = findings.results(order(request.migrations()));
    return new Report(
        outcomes.migrations(request, results, situation.running().sourcePresent()),
        results,
        outcomes.unread(),
        List.of(),
        planner.merge(proposals(results)),
        request.context());
  }

  /** That nothing uses a thing is no finding where not everything was looked at. */
  private static Optional<Report.Unread> gap(Request request, Situation situation) {
    boolean open =
        Stream.of(situation.running(), situation.next())
            .anyMatch(source -> source instanceof AskedOnce asked && asked.leavesOpen());
    return open
        ? Optional.of(
            new Report.Unread(
                request.migrations().get(0).path(),
                Span.FILE,
                "not all of the application's source could be searched, and in the rest nothing uses"
                    + " what this takes away"))
        : Optional.empty();
  }

  private static Request.PlacedEvent event(Report.Unread unread) {
    FileEvent event =
        new FileEvent("not-analysed", "not-analysed", null, false, unread.reason(), null);
    return new Request.PlacedEvent(unread.file(), unread.span(), event, "");
  }

  private static Occurrence occurrence(int index, Run run, Schema before, Request request) {
    Operation operation = run.operation();
    return new Occurrence(
        index,
        run.migration(),
        run.statement(),
        operation,
        run.transaction(),
        run.inTransaction(),
        run.session(),
        request.dialect().effect(operation, before, run.session()),
        RunningVersion.after(operation, before, request.base()));
  }

  private static Predicate<Name> matching(List<String> globs) {
    return name ->
        globs.stream()
            .anyMatch(
                glob ->
                    Glob.matches(glob, name.toString()) || Glob.matches(glob, name.qualified()));
  }

  private static Map<String, Integer> order(List<Migration> migrations) {
    Map<String, Integer> order = new HashMap<>();
    migrations.forEach(migration -> order.putIfAbsent(migration.path(), order.size()));
    return order;
  }

  /** What is said aside, such as a timeout to set, is advice and no step of a deploy. */
  private List<Proposal> proposals(List<Report.Result> results) {
    return results.stream()
        .filter(Report.Result::counts)
        .filter(result -> book.rule(result.finding().rule()).filter(Rule::aside).isEmpty())
        .filter(result -> result.finding().severity() != Severity.INFO)
        .map(result -> new Proposal(result.finding(), result.plan()))
        .toList();
  }

  /** The source is looked through at most once, and only when a rule asks. */
  private static final class AskedOnce implements References {

    private final Function<Set<Subject>, References> scan;
    private final Set<Subject> subjects;
    private References found;
    private boolean foundNothing;

    AskedOnce(Function<Set<Subject>, References> scan, Set<Subject> subjects) {
      this.scan = scan;
      this.subjects = subjects;
    }

    private References found() {
      if (found == null) {
        found = scan.apply(subjects);
      }
      return found;
    }

    @Override
    public boolean sourcePresent() {
      return found().sourcePresent();
    }

    @Override
    public List<Reference> to(Subject subject) {
      List<Reference> places = found().to(subject);
      foundNothing |= places.isEmpty();
      return places;
    }

    /** Whether somebody was told that nothing uses a thing, and that may be wrong. */
    boolean leavesOpen() {
      return foundNothing && !found.complete();
    }
  }

  /** Findings as they come, then in the order in which they are read. */
  private static final class Findings {

    private final Planner planner;
    private final List<Acceptance> accepted;
    private final LocalDate today;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Report.Result> results = new ArrayList<>();

    Findings(Planner planner, List<Acceptance> accepted, LocalDate today) {
      this.planner = planner;
      this.accepted = accepted;
      this.today = today;
    }

    /** Adds what holds, and answers whether there is something and somebody accepts all of it. */
    boolean add(List<Judge.Holding> holdings, Function<Finding, Report.Suppressed> allowance) {
      boolean allowed = !holdings.isEmpty();
      for (Judge.Holding holding : holdings) {
        allowed &= add(holding, allowance.apply(holding.finding()));
      }
      return allowed;
    }

    private boolean add(Judge.Holding holding, Report.Suppressed suppressed) {
      Finding finding = holding.finding();
      int occurrence = seen.merge(Fingerprint.key(finding), 1, Integer::sum) - 1;
      Plan plan =
          holding.facts().context().here() == null
              ? Plan.NONE
              : planner.plan(holding.rule(), holding.facts());
      String fingerprint = Fingerprint.of(finding, occurrence);
      Report.Suppressed why = suppressed != null ? suppressed : accepted(finding, fingerprint);
      results.add(new Report.Result(finding, plan, fingerprint, why));
      return why != null;
    }

    private Report.Suppressed accepted(Finding finding, String fingerprint) {
      return accepted.stream()
          .filter(acceptance -> acceptance.covers(finding, fingerprint, today))
          .findFirst()
          .map(a -> new Report.Suppressed(a.reason(), "command", a.until()))
          .orElse(null);
    }

    List<Report.Result> results(Map<String, Integer> order) {
      Comparator<Report.Result> byFile =
          Comparator.comparing(r -> order.getOrDefault(r.finding().file(), Integer.MAX_VALUE));
      Comparator<Report.Result> byPlace =
          Comparator.comparing(
              Report.Result::finding, Comparator.comparing(Finding::span, byStart()));
      Comparator<Report.Result> worst =
          Comparator.comparing(r -> r.finding().severity(), Comparator.reverseOrder());
      // Who knows the framework says it in its words.
      Comparator<Report.Result> general = Comparator.comparing(r -> !ofFramework(r.finding()));
      results.sort(byFile.thenComparing(byPlace).thenComparing(worst).thenComparing(general));
      Set<List<Object>> said = new HashSet<>();
      results.removeIf(result -> !said.add(words(result)));
      return results;
    }

    /** One call of a program may do several things of which the same is to be said. */
    private static List<Object> words(Report.Result result) {
      Finding finding = result.finding();
      return List.of(
          finding.rule(), finding.file(), finding.span(), finding.message(), result.plan());
    }

    private static boolean ofFramework(Finding finding) {
      String rule = finding.rule();
      return Framework.of(rule.substring(0, Math.max(0, rule.indexOf('/')))).isPresent();
    }

    private static Comparator<Span> byStart() {
      return Comparator.comparingInt(Span::start).thenComparingInt(Span::end);
    }
  }
}
