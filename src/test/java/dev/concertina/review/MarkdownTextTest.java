package dev.concertina.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.check.Report;
import dev.concertina.plan.Phase;
import dev.concertina.plan.Plan;
import dev.concertina.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Foreign text shows and can't act: not as Markdown, not as anything that GitHub makes of it. */
class MarkdownTextTest {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final List<String> ATTACKS =
      List.of(
          "@octocat",
          "x@y.example",
          "#1",
          "owner/repo#1",
          "GH-1",
          "gh-12",
          "JIRA-7",
          "https://evil.example",
          "ftp://evil",
          "www.evil.example",
          "WWW.evil.example",
          "<img src=x>",
          "<!-- -->",
          "<a href=x>",
          "</details>",
          "![i](u)",
          "[l](u)",
          "[l]: u",
          "[^1]",
          "&#64;a",
          "&commat;a",
          "&#x40;",
          "\\@a",
          "\\\\@a",
          "`",
          "``",
          "`` ` ``",
          "```",
          "~~~",
          "~~a~~",
          "**a**",
          "__a__",
          "*a*",
          "_a_",
          "$x$",
          "$`x`$",
          "|",
          "\\|",
          "||",
          "a|b",
          ":rocket:",
          "# h",
          "## h",
          "- a",
          "+ a",
          "* a",
          "1. a",
          "1) a",
          "> q",
          "---",
          "===",
          "0123456789abcdef",
          "a\u200Bb",
          "\u202Ea",
          "\u2066a\u2069",
          "a\u0000b",
          "\u001b[2J",
          "\uD800",
          "\uDB40\uDC41",
          "\u3164",
          "\r",
          "\n",
          "\n\n",
          "\t",
          "    a",
          "- [ ] a",
          "a\\",
          "\\",
          "]",
          "](x)",
          ")",
          "\u2028",
          "ﬀ",
          "长さ",
          "::error::x",
          "mailto:a@b.example");

  @Test
  void a_code_span_holds_whatever_stands_in_it() {
    everyAttack(
        attack -> {
          String code = MarkdownText.code(attack);
          Node paragraph = PARSER.parse("x " + code + " y").getFirstChild();
          Node inner = paragraph.getFirstChild().getNext();
          assertThat(paragraph.getNext()).isNull();
          if (inner != null) {
            assertThat(inner).as(code).isInstanceOf(Code.class);
            assertThat(inner.getNext()).isInstanceOf(Text.class);
            assertThat(((Code) inner).getLiteral().strip()).isEqualTo(Clean.line(attack));
          } else {
            assertThat(code).isEqualTo("(empty)");
          }
        });
  }

  @Test
  void a_cell_stays_one_cell() {
    everyAttack(
        attack -> {
          String row = "| " + MarkdownText.cell(MarkdownText.code(attack)) + " | last |";
          List<TableCell> cells = cells("| a | b |\n|---|---|\n" + row + "\n");
          assertThat(cells).as(row).hasSize(4);
          assertThat(((Text) cells.get(3).getFirstChild()).getLiteral()).isEqualTo("last");
        });
  }

  @Test
  void prose_does_nothing_but_show() {
    everyAttack(attack -> assertHarmless(MarkdownText.prose(Prose.of(attack))));
    everyAttack(attack -> assertHarmless(MarkdownText.strong(Prose.of("a `" + attack + "` b"))));
    everyAttack(attack -> assertHarmless(MarkdownText.prose(Prose.EMPTY.literally(attack))));
  }

  @Test
  void a_block_ends_where_it_ends() {
    everyAttack(
        attack -> {
          String block = MarkdownText.block("sql", "a\n" + attack + "\nb");
          Node node = PARSER.parse(block + "\nlast").getFirstChild();
          assertThat(node).isInstanceOf(FencedCodeBlock.class);
          assertThat(node.getNext().getNext()).isNull();
        });
  }

  @Test
  void a_hostile_pull_request_says_nothing_in_our_name() {
    Report report = HostileReport.report();
    Options options = Options.PLAIN.withProject(HostileReport.NAME);
    assertHarmless(new MarkdownWriter(options).write(report));
    Block block = Block.of(report).getFirst();
    assertHarmless(new CommentWriter(Links.NONE).write(block, "default", true));
    assertHarmless(new CommentWriter(Links.NONE).write(block, "default", false));
  }

  @Test
  void the_tenth_step_is_a_step_like_the_others() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      List<String> sql = List.of("SELECT 1;", "SELECT 2;");
      steps.add(new Step(i, i, Phase.EXPAND, false, "Do it.", sql, true, null, "done", "none"));
    }
    String plan = MarkdownPlan.open(new Plan(steps, List.of(), null, 0, null));
    Node list = PARSER.parse(plan.substring(plan.indexOf("1. **"))).getFirstChild();
    assertThat(list).isInstanceOf(OrderedList.class);
    assertThat(list.getNext()).isNull();
    assertThat(list.getLastChild().getFirstChild().getNext()).isInstanceOf(FencedCodeBlock.class);
  }

  @Test
  void links_go_where_we_say() {
    Options options = Options.PLAIN.withLinks(MarkdownWriterTest.LINKS);
    assertThat(links(new MarkdownWriter(options).write(HostileReport.report())))
        .isNotEmpty()
        .allMatch(link -> link.startsWith("https://forge.example/"))
        .allMatch(link -> link.matches("[A-Za-z0-9%._~:/#-]+"));
  }

  @Test
  void plain_words_stay_plain() {
    String plain = "Building this index blocks every write (\"audio\") until it's done; 50% more.";
    assertThat(MarkdownText.prose(Prose.of(plain))).isEqualTo(plain);
    assertThat(MarkdownText.prose(Prose.of("See user_id, `a b` and **now**.")))
        .isEqualTo("See `user_id`, `a b` and **now**.");
  }

  private static void everyAttack(java.util.function.Consumer<String> test) {
    ATTACKS.forEach(test);
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder mixed = new StringBuilder();
      for (int part = random.nextInt(4); part >= 0; part--) {
        mixed.append(ATTACKS.get(random.nextInt(ATTACKS.size())));
        mixed.append(random.nextBoolean() ? " " : "");
      }
      test.accept(mixed.toString());
    }
  }

  /** Text outside code has nothing that GitHub would act on, and there is no foreign markup. */
  private static void assertHarmless(String markdown) {
    assertThat(markdown.codePoints()).allMatch(c -> c == '\n' || !Clean.isHidden(c));
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                assertThat(text.getLiteral())
                    .as(markdown)
                    .doesNotContainPattern("[@#<>&\\[\\]$`~|*_]|://|(?i)www\\.|\\bgh-\\d");
              }

              @Override
              public void visit(Link link) {
                throw new AssertionError("a link in " + markdown);
              }

              @Override
              public void visit(Image image) {
                throw new AssertionError("an image in " + markdown);
              }

              @Override
              public void visit(HtmlInline html) {
                assertThat(html.getLiteral()).matches("</?(sub|summary|details)>");
              }

              @Override
              public void visit(HtmlBlock html) {
                assertThat(html.getLiteral())
                    .as(markdown)
                    .matches(
                        "(<!-- concertina:[^<>\\n]* -->\n?)+|</details>"
                            + "|<details><summary>[\\w :]+</summary>");
              }
            });
  }

  private static List<TableCell> cells(String table) {
    List<TableCell> cells = new ArrayList<>();
    PARSER
        .parse(table)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomNode node) {
                if (node instanceof TableCell cell) {
                  cells.add(cell);
                }
                visitChildren(node);
              }
            });
    return cells;
  }

  private static List<String> links(String markdown) {
    List<String> links = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
              }
            });
    return links;
  }
}
