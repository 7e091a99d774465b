package dev.concertina.rule;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A block of a rule's page in reading order, with its source text rather than its rendering, since
 * sentences are filled in before they are rendered.
 *
 * @param text the source without heading marks, list marks, fences or indentation
 * @param line from 1
 */
record MarkdownBlock(Kind kind, String text, int line) {

  enum Kind {
    TITLE,
    SECTION,
    PARAGRAPH,
    BULLET,
    CODE,
    /** The first paragraph of a numbered item. */
    STEP,
    /** A paragraph further down in a numbered item. */
    STEP_PARAGRAPH,
    /** A code block in a numbered item. */
    STEP_CODE
  }

  static List<MarkdownBlock> parse(String page) {
    String body = withoutFrontMatter(page);
    List<String> lines = body.lines().toList();
    List<MarkdownBlock> blocks = new ArrayList<>();
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build()
        .parse(body)
        .accept(new Collector(lines, blocks));
    return blocks;
  }

  /** The page with its front matter blanked, so that lines keep their numbers. */
  static String withoutFrontMatter(String page) {
    if (!page.startsWith("---")) {
      return page;
    }
    int end = page.indexOf("\n---", 3);
    if (end < 0) {
      return page;
    }
    int after = page.indexOf('\n', end + 1);
    String front = after < 0 ? page : page.substring(0, after);
    return "\n".repeat((int) front.chars().filter(c -> c == '\n').count())
        + (after < 0 ? "" : page.substring(after));
  }

  private static final class Collector extends AbstractVisitor {

    private final List<String> lines;
    private final List<MarkdownBlock> blocks;
    private int steps;
    private boolean firstInItem;

    Collector(List<String> lines, List<MarkdownBlock> blocks) {
      this.lines = lines;
      this.blocks = blocks;
    }

    @Override
    public void visit(Heading heading) {
      String text = source(heading).replaceFirst("^#+\\s*", "");
      add(heading.getLevel() == 1 ? Kind.TITLE : Kind.SECTION, text, heading);
    }

    @Override
    public void visit(OrderedList list) {
      steps++;
      visitChildren(list);
      steps--;
    }

    @Override
    public void visit(BulletList list) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        Node first = item.getFirstChild();
        add(Kind.BULLET, first == null ? "" : source(first), item);
      }
    }

    @Override
    public void visit(ListItem item) {
      firstInItem = true;
      visitChildren(item);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (steps == 0) {
        add(Kind.PARAGRAPH, source(paragraph), paragraph);
        return;
      }
      add(firstInItem ? Kind.STEP : Kind.STEP_PARAGRAPH, source(paragraph), paragraph);
      firstInItem = false;
    }

    @Override
    public void visit(FencedCodeBlock code) {
      String text = code.getLiteral();
      String trimmed = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
      add(steps == 0 ? Kind.CODE : Kind.STEP_CODE, trimmed, code);
    }

    private void add(Kind kind, String text, Node node) {
      blocks.add(new MarkdownBlock(kind, text, line(node)));
    }

    private static int line(Node node) {
      return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    private String source(Node node) {
      List<String> parts = new ArrayList<>();
      for (SourceSpan span : node.getSourceSpans()) {
        String line = lines.get(span.getLineIndex());
        int start = span.getColumnIndex();
        parts.add(line.substring(start, Math.min(line.length(), start + span.getLength())).strip());
      }
      return String.join(" ", parts);
    }
  }
}
