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

  /** Nothing yet. */
  static final Prose EMPTY = new Prose(List.of());

  /** No message needs more; a name that long is not meant to be read. */
  private static final int LONGEST = 2_000;

  /** Reads a paragraph. Hidden characters are marked, line ends are spaces. */
  static Prose of(String markdown) {
    return new Prose(new ProseReader(Clean.line(Clean.cut(markdown, LONGEST))).read());
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

  /** This and then some text that is what it is, whatever stands in it. */
  Prose literally(String text) {
    return then(new Prose(List.of(new Run(Kind.TEXT, Clean.inline(text)))));
  }

  /** With a full stop, where it has no end of its own. */
  Prose stopped() {
    String plain = plain();
    boolean open = !plain.isEmpty() && ".!?:;…".indexOf(plain.charAt(plain.length() - 1)) < 0;
    return open ? literally(".") : this;
  }

  /** Several as a list: {@code a, b and c}. */
  static Prose and(List<Prose> items) {
    Prose all = EMPTY;
    for (int i = 0; i < items.size(); i++) {
      String before = i == 0 ? "" : i == items.size() - 1 ? " and " : ", ";
      all = all.literally(before).then(items.get(i));
    }
    return all;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** The words alone. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    runs.forEach(run -> plain.append(run.text()));
    return plain.toString();
  }
}
