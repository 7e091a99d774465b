package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

  @Test
  void namesAndNumbersAndOperators() {
    assertThat(texts("select a.b,1.5e-3 ,.5 from t$1 where x<>$1::int4"))
        .containsExactly(
            "select", "a", ".", "b", ",", "1.5e-3", ",", ".5", "from", "t$1", "where", "x", "<>",
            "$1", "::", "int4");
  }

  @Test
  void aSignBehindAnOperatorIsItsOwn() {
    assertThat(texts("a=-1")).containsExactly("a", "=", "-", "1");
    assertThat(texts("a @-1")).containsExactly("a", "@-", "1");
    assertThat(texts("a<--b\n1")).containsExactly("a", "<", "1");
    assertThat(texts("a[1:2] x:=1 1..3"))
        .containsExactly("a", "[", "1", ":", "2", "]", "x", ":=", "1", "1", "..", "3");
  }

  @Test
  void manySignsAreReadOnce() {
    assertThat(texts("a=+-+b")).containsExactly("a", "=", "+", "-", "+", "b");
    assertThat(texts("a <+--b\n1")).containsExactly("a", "<", "+", "1");
    String signs = "+".repeat(1_000_000);
    Tokens tokens = assertTimeoutPreemptively(Duration.ofSeconds(120), () -> lex("1 " + signs));
    assertThat(tokens.size()).isEqualTo(1_000_001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'it''s'",
        "E'it\\'s'",
        "e'\\\\'",
        "B'01'",
        "x'1f'",
        "N'n'",
        "U&'\\0061'",
        "'a'\n  'b'",
        "'a' -- why\n 'b'",
        "$$ ' \" -- $x$ /* $$",
        "$a$ $$ $b$ $a$",
        "$é$ x $é$",
        "\"a\"\"b\"",
        "U&\"d\\0061t\"",
        "${flyway:schema}",
        "{{ .Schema }}",
      })
  void oneToken(String token) {
    assertThat(texts("(" + token + ");")).containsExactly("(", token, ")", ";");
  }

  @Test
  void adjacentStringsOnOneLineAreTwo() {
    assertThat(texts("'a' 'b'")).containsExactly("'a'", "'b'");
  }

  @Test
  void commentsNest() {
    Tokens tokens = lex("a /* b /* c */ d */ e -- f\r\ng");
    assertThat(texts(tokens)).containsExactly("a", "e", "g");
    assertThat(tokens.commentCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "E'a\\'", "\"a", "$$ a", "$x$ a $$", "/* a /* */", "U&'a"})
  void whatDoesNotEndIsAFaultAndEndsWithTheText(String text) {
    Tokens tokens = lex("select " + text);
    assertThat(tokens.faults()).hasSize(1);
    assertThat(tokens.faults().get(0).reason()).contains("line 1 does not end");
    assertThat(tokens.end(tokens.size() - 1)).isEqualTo(tokens.text().length());
  }

  @Test
  void strayCharactersAreFaults() {
    assertThat(lex("a \0 b").faults())
        .extracting(Tokens.Fault::reason)
        .containsExactly("the character U+0000 does not belong in SQL");
  }

  @Test
  void copyDataIsSkippedWithItsEnd() {
    Tokens tokens = lex("COPY t (a) FROM stdin;\n'1;\t\"\n\\.\nSELECT 2");
    assertThat(texts(tokens)).containsSubsequence(";", "'1;\t\"\n\\.", "SELECT", "2");
    assertThat(tokens.faults()).isEmpty();
  }

  @Test
  void copyDataWithoutItsEndHidesNothing() {
    assertThat(texts("COPY t FROM stdin;\n1\nDROP TABLE t;")).contains("DROP");
  }

  @Test
  void metaCommandsEndWithTheirLine() {
    assertThat(texts("\\connect x; y\nselect 1")).containsExactly("\\connect x; y", "select", "1");
  }

  @Test
  void mysqlHasItsOwnQuotesAndComments() {
    Tokens tokens = mysql("# a\nSELECT `b``c`, \"d\\\"e\", 'f\\'g', 1--1 -- h\n");
    assertThat(texts(tokens))
        .containsExactly(
            "SELECT", "`b``c`", ",", "\"d\\\"e\"", ",", "'f\\'g'", ",", "1", "-", "-", "1");
    assertThat(tokens.commentCount()).isEqualTo(2);
  }

  @Test
  void mysqlExecutesWhatIsInAConditionalComment() {
    assertThat(texts(mysql("/*!40101 SET x = 1 */;"))).containsExactly("SET", "x", "=", "1", ";");
  }

  @Test
  void mysqlDelimiters() {
    Tokens tokens =
        mysql("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\nDELIMITER ;\n");
    assertThat(Script.split(tokens)).hasSize(3);
  }

  private static Tokens mysql(String text) {
    return Lexer.lex(Source.of(text, null), 0, text.length(), SqlSyntax.MYSQL);
  }

  static Tokens lex(String text) {
    return Lexer.lex(Source.of(text, null), 0, text.length(), SqlSyntax.POSTGRESQL);
  }

  private static List<String> texts(String text) {
    return texts(lex(text));
  }

  private static List<String> texts(Tokens tokens) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      texts.add(tokens.text(i));
    }
    return texts;
  }
}
