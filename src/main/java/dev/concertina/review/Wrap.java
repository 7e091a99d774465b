package dev.concertina.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Breaks text into lines between words. A word longer than a line has one of its own. */
final class Wrap {
  private final int room;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private int lineCells;
  private int wordCells;

  Wrap(int room) {
    this.room = room;
  }

  /** Adds text; each of its words goes through {@code look} after it was measured. */
  void add(String text, UnaryOperator<String> look) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start) {
          String part = text.substring(start, i);
          word.append(look.apply(part));
          wordCells += Cells.of(part);
        }
        if (i < text.length()) {
          endWord();
        }
        start = i + 1;
      }
    }
  }

  private void endWord() {
    if (wordCells == 0) {
      return;
    }
    if (lineCells > 0 && lineCells + 1 + wordCells > room) {
      endLine();
    }
    if (lineCells > 0) {
      line.append(' ');
      lineCells++;
    }
    line.append(word);
    lineCells += wordCells;
    word.setLength(0);
    wordCells = 0;
  }

  private void endLine() {
    lines.add(line.toString());
    line.setLength(0);
    lineCells = 0;
  }

  List<String> lines() {
    endWord();
    if (lineCells > 0) {
      endLine();
    }
    return lines;
  }
}
