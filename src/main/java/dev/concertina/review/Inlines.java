package dev.concertina.review;

import dev.concertina.review.Prose.Kind;
import dev.concertina.review.Prose.Run;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What stands inside a block of a Markdown page, as prose. */
final class Inlines extends AbstractVisitor {
  private final List<Run> runs = new ArrayList<>();
  private Kind kind = Kind.TEXT;

  private Inlines() {}

  static Prose of(Node block) {
    Inlines inlines = new Inlines();
    inlines.visitChildren(block);
    return new Prose(inlines.runs);
  }

  /** The cells of a row of a table, with dots between them. */
  static Prose cells(Node row) {
    Prose all = Prose.EMPTY;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      all = cell.getPrevious() == null ? of(cell) : all.literally(" · ").then(of(cell));
    }
    return all;
  }

  @Override
  public void visit(Text text) {
    runs.add(new Run(kind, text.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    runs.add(new Run(Kind.CODE, code.getLiteral()));
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    runs.add(new Run(kind, " "));
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    runs.add(new Run(kind, " "));
  }

  @Override
  public void visit(StrongEmphasis strong) {
    inside(Kind.STRONG, strong);
  }

  @Override
  public void visit(Emphasis emphasis) {
    inside(Kind.EMPHASIS, emphasis);
  }

  private void inside(Kind inner, Node node) {
    Kind outer = kind;
    kind = inner;
    visitChildren(node);
    kind = outer;
  }

  /** An address that can be opened follows its words. */
  @Override
  public void visit(Link link) {
    visitChildren(link);
    String address = link.getDestination();
    boolean shown = link.getFirstChild() instanceof Text text && text.getLiteral().equals(address);
    if (address.contains("://") && !shown) {
      runs.add(new Run(Kind.TEXT, " (" + address + ")"));
    }
  }
}
