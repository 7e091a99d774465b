package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.code.Reference;
import dev.concertina.code.References;
import dev.concertina.code.Subject;
import dev.concertina.rule.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** That nothing uses a column shows nothing where not everything was looked at. */
class IncompleteSourceTest {

  private static final String CHANGE =
      """
      -- base
      CREATE TABLE audio (id bigint PRIMARY KEY, mood text);
      -- migration
      ALTER TABLE audio DROP COLUMN mood;
      """;

  private static Report check(List<Reference> found, boolean complete) {
    Request given = new ExampleChange(CHANGE).request();
    Function<Set<Subject>, References> source =
        subjects ->
            new References() {
              @Override
              public boolean sourcePresent() {
                return true;
              }

              @Override
              public List<Reference> to(Subject subject) {
                return found;
              }

              @Override
              public boolean complete() {
                return complete;
              }
            };
    Request request =
        new Request(
            given.migrations(),
            given.added(),
            given.events(),
            given.unread(),
            given.flyway(),
            given.base(),
            given.dialect(),
            source,
            source,
            given.today(),
            given.context());
    return new Checker(RuleBook.builtIn(), Settings.DEFAULT).check(request);
  }

  @Test
  void isSaidWhereNothingWasFound() {
    Report report = check(List.of(), false);
    assertThat(report.notAnalysed())
        .singleElement()
        .satisfies(
            unread -> {
              assertThat(unread.file()).isEqualTo("example/1.sql");
              assertThat(unread.reason()).contains("source could be searched");
            });
    assertThat(report.verdict()).isEqualTo(Report.Verdict.REVIEW);
  }

  @Test
  void isNotSaidWhereItChangesNothing() {
    Reference use = new Reference("app.py", 1, Reference.Kind.MENTIONS, false);
    assertThat(check(List.of(use), false).notAnalysed()).isEmpty();
    assertThat(check(List.of(), true).notAnalysed()).isEmpty();
  }
}
