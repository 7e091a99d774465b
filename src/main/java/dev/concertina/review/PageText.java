package dev.concertina.review;

import dev.concertina.review.Paint.Style;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** The blocks of a Markdown page on a terminal. */
final class PageText extends AbstractVisitor {

  /** In the examples of rules, a line with this is one that the rule marks. */
  private static final String FINDING = "-- finding";

  private final Page page;
  private String indent = "";

  /** What stands before the next paragraph instead of the indent: the number of a list item. */
  private String bullet;

  PageText(Page page) {
    this.page = page;
  }

  @Override
  public void visit(Heading heading) {
    page.blank();
    Style style = heading.getLevel() == 1 ? Style.BOLD : Style.GOOD;
    page.line(page.paint().on(style, Inlines.of(heading).plain()));
    page.blank();
  }

  @Override
  public void visit(Paragraph paragraph) {
    Prose prose = Inlines.of(paragraph);
    if (bullet == null) {
      page.paragraph(indent, prose);
    } else {
      page.numbered(bullet, prose);
      bullet = null;
    }
    boolean tight = paragraph.getParent() instanceof ListItem item && isTight(item);
    if (!tight) {
      page.blank();
    }
  }

  private static boolean isTight(ListItem item) {
    return item.getParent() instanceof ListBlock list && list.isTight();
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    items(list, start == null ? 1 : start);
  }

  /** The items, numbered from {@code number}, or with bullets for 0. */
  private void items(ListBlock list, int number) {
    int next = number;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String outer = indent;
      bullet = outer + (number == 0 ? "• " : next++ + ". ");
      indent = " ".repeat(bullet.length());
      visitChildren(item);
      indent = outer;
      bullet = null;
    }
    page.blank();
  }

  @Override
  public void visit(BlockQuote quote) {
    String outer = indent;
    indent = outer + "│ ";
    visitChildren(quote);
    indent = outer;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  private void code(String text) {
    page.blank();
    for (String line : text.stripTrailing().split("\n", -1)) {
      Style style = line.contains(FINDING) ? Style.ERROR : Style.CODE;
      page.line(indent + "    " + page.paint().on(style, line.replace("\t", "    ")));
    }
    page.blank();
  }

  @Override
  public void visit(ThematicBreak rule) {
    page.blank();
  }

  @Override
  public void visit(HtmlBlock html) {
    // Comments and badges: nothing for a terminal.
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      table(block);
    } else {
      visitChildren(block);
    }
  }

  /** A row is a paragraph with dots between its cells: pages are narrow, cells are long. */
  private void table(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof TableRow) {
        page.numbered(indent + "• ", Inlines.cells(child));
      } else {
        table(child);
      }
    }
    if (node instanceof TableBlock) {
      page.blank();
    }
  }
}
