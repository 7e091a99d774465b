package dev.concertina.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.rule.Finding;
import dev.concertina.rule.Kind;
import dev.concertina.rule.Severity;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String CLAUSE = "DROP COLUMN \"a  b\" CASCADE";

  @Test
  void does_not_depend_on_lines_layout_or_comments() {
    assertThat(at("DROP\n\tCOLUMN /* old\n */ \"a  b\" -- gone\r\n CASCADE ", 9))
        .isEqualTo(at(CLAUSE, 1));
  }

  @Test
  void depends_on_what_is_quoted() {
    assertThat(at("DROP COLUMN \"a b\" CASCADE", 1)).isNotEqualTo(at(CLAUSE, 1));
    assertThat(at("SET x = '--a'", 1)).isNotEqualTo(at("SET x = '--b'", 1));
    assertThat(at("SET x = '/*a*/'", 1)).isNotEqualTo(at("SET x = ''", 1));
  }

  @Test
  void depends_on_rule_and_path_and_occurrence() {
    Finding finding = finding("any/a", "1.sql", CLAUSE, 1);
    assertThat(
            List.of(
                Fingerprint.of(finding, 0),
                Fingerprint.of(finding, 1),
                Fingerprint.of(finding, 2),
                Fingerprint.of(finding("any/b", "1.sql", CLAUSE, 1), 0),
                Fingerprint.of(finding("any/a", "2.sql", CLAUSE, 1), 0)))
        .doesNotHaveDuplicates()
        .allMatch(print -> print.matches("[0-9a-f]{32}"));
  }

  @Test
  void reads_unfinished_clauses_to_their_end() {
    assertThat(at("a 'b", 1)).isNotEqualTo(at("a 'c", 1));
    assertThat(at("a /* b", 1)).isEqualTo(at("a", 1));
  }

  @Test
  void is_the_same_for_ever() {
    assertThat(at(CLAUSE, 1)).isEqualTo("78162ea853983b45eead96565e79018e");
  }

  private static String at(String clause, int line) {
    return Fingerprint.of(finding("any/dropped-column", "1.sql", clause, line), 0);
  }

  private static Finding finding(String rule, String file, String clause, int line) {
    Span span = new Span(0, clause.length(), line, 1, line, clause.length());
    return new Finding(
        rule,
        Kind.ROLLOUT,
        Severity.ERROR,
        file,
        span,
        clause,
        null,
        null,
        "m",
        "w",
        Effect.NONE,
        Compatibility.FULL,
        List.of(),
        null,
        Finding.Scope.STATEMENT);
  }
}
