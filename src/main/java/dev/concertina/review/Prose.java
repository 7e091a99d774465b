package dev.concertina.review;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of rules and plans: one paragraph with code, strong and emphasised words, and
 * nothing else. Links keep their words and lose their address, because names from the pull request
 * have been filled in and must not be able to make one.
 */
record Prose(List<Run> runs) {

  /** How a run of text looks. */
  enum Kind {
    TEXT,
    STRONG,
    EMPHASIS,
    CODE
  }

  /** Some text of one kind. */
  record Run(Kind kind, String text) {}

  Prose {
    runs = List.copyOf(runs);
  }

  /** Goes between two others. */
  static final Prose SPACE = new Prose(List.of(new Run(Kind.TEXT, " ")));

  /** No message needs more; a name that long is not meant to be read. */
  private static final int LONGEST = 4_000;

  /** Reads a paragraph. Hidden characters are marked, line ends are spaces. */
  static Prose of(String markdown) {
    return new Prose(new ProseReader(Clean.line(Clean.cut(markdown, LONGEST))).read());
  }

  /** Text that is what it is, whatever stands in it. */
  static Prose literally(String text) {
    return new Prose(List.of(new Run(Kind.TEXT, Clean.line(text))));
  }

  /** A name or a path, as code. */
  static Prose code(String text) {
    return new Prose(List.of(new Run(Kind.CODE, Clean.line(text))));
  }

  /** This and then that, with nothing between. */
  Prose then(Prose more) {
    List<Run> all = new ArrayList<>(runs);
    all.addAll(more.runs);
    return new Prose(all);
  }

  /** The words alone. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    runs.forEach(run -> plain.append(run.text()));
    return plain.toString();
  }
}
