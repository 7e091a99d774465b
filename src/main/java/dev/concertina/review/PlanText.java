package dev.concertina.review;

import dev.concertina.plan.Phase;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import dev.concertina.review.Paint.Style;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a plan as numbered deploys on a terminal. */
final class PlanText {
  private static final String INDENT = "  ";
  private static final String STEP = "     ";
  private static final String SQL = "       ";

  private static final Pattern ROWS = Pattern.compile("(?i)(UPDATE|INSERT|DELETE|MERGE)\\b");

  private final Page page;

  PlanText(Page page) {
    this.page = page;
  }

  void write(Plan plan) {
    page.blank();
    page.line(page.paint().on(Style.BOLD, "The plan: " + size(plan)));
    before(plan);
    Step last = null;
    for (Step step : plan.steps()) {
      if (last == null || !isSameRelease(last, step)) {
        release(step, phases(plan, step));
      }
      step(step);
      last = step;
    }
    after(plan);
  }

  /** {@code 4 deploys and 1 data transformation}. */
  static String size(Plan plan) {
    List<Step> between = plan.steps().stream().filter(Step::betweenDeploys).toList();
    String deploys = English.count(plan.deploys(), "deploy");
    if (between.isEmpty()) {
      return deploys;
    }
    boolean data = between.stream().allMatch(PlanText::isDataTransformation);
    return deploys
        + " and "
        + (data
            ? English.count(between.size(), "data transformation")
            : English.count(between.size(), "step") + " between them");
  }

  /** Whether it changes rows and nothing else. */
  private static boolean isDataTransformation(Step step) {
    return !step.schema().isEmpty()
        && step.schema().stream().allMatch(sql -> ROWS.matcher(sql).lookingAt());
  }

  static boolean isSameRelease(Step one, Step other) {
    return one.deploy() == other.deploy() && one.betweenDeploys() == other.betweenDeploys();
  }

  /** {@code Deploy 1} or {@code Once deploy 1 is everywhere}. */
  static String release(int deploy, boolean between) {
    if (!between) {
      return "Deploy " + deploy;
    }
    return deploy == 0 ? "Before deploy 1" : "Once deploy " + deploy + " is everywhere";
  }

  private void before(Plan plan) {
    if (!plan.alternatives().isEmpty()) {
      page.blank();
      String label = "Instead?";
      for (String alternative : plan.alternatives()) {
        page.labelled(INDENT, label, Prose.of(alternative));
        label = "Or";
      }
    }
  }

  /** What the steps of one release are for: {@code expand, migrate}. */
  static String phases(Plan plan, Step first) {
    return plan.steps().stream()
        .filter(step -> isSameRelease(first, step))
        .map(Step::phase)
        .sorted()
        .map(Phase::toString)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void release(Step step, String phases) {
    page.blank();
    page.line(
        INDENT
            + page.paint().on(Style.BOLD, release(step.deploy(), step.betweenDeploys()))
            + page.paint().on(Style.DIM, " · " + phases));
  }

  private void step(Step step) {
    page.blank();
    String number = INDENT + step.number() + ".";
    page.numbered(
        number + " ".repeat(Math.max(1, STEP.length() - number.length())), Prose.of(step.title()));
    List<String> inSql = inSql(step);
    if (step.migration() != null) {
      page.blank();
      page.code(SQL, step.migration().text());
      page.blank();
    }
    if (!inSql.isEmpty()) {
      page.blank();
      page.sql(SQL, inSql);
      page.blank();
    }
    if (!step.transactional() && !inSql.isEmpty()) {
      page.labelled(STEP, "Run it", Prose.EMPTY.literally(outside(inSql)));
    }
    labelled("Code", step.code());
    command(step);
    labelled("Go on when", step.gate());
    labelled("Way back", step.rollback());
  }

  /** The statements that the framework has no other words for. */
  static List<String> inSql(Step step) {
    return step.migration() == null
        ? step.schema()
        : step.schema().stream().filter(sql -> !step.migration().covers(sql)).toList();
  }

  static String outside(List<String> schema) {
    return schema.size() == 1
        ? "outside a transaction"
        : "outside a transaction, each statement by itself";
  }

  private void command(Step step) {
    if (!step.listings().isEmpty()) {
      String path = step.listings().getFirst().path();
      page.labelled(
          STEP, "Command", Prose.EMPTY.literally(path + ", in --format markdown and json"));
    }
  }

  private void labelled(String label, String text) {
    if (text != null && !text.isBlank()) {
      page.labelled(STEP, label, Prose.of(text));
    }
  }

  private void after(Plan plan) {
    if (plan.rollbackFloor() > 0) {
      page.blank();
      page.paragraph(INDENT, Prose.EMPTY.literally(floor(plan)));
    }
    if (plan.note() != null && !plan.note().isBlank()) {
      page.blank();
      page.paragraph(INDENT, Prose.of(plan.note()));
    }
  }

  /** How far back one can go once all is done. */
  static String floor(Plan plan) {
    return "After the last step no release older than deploy "
        + plan.rollbackFloor()
        + "'s can run again.";
  }
}
