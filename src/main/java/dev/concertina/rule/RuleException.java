package dev.concertina.rule;

import java.util.List;

/** Rule files that can't be used; says everything that is wrong with all of them at once. */
public final class RuleException extends RuntimeException {

  private final transient List<Mistake> mistakes;

  RuleException(List<Mistake> mistakes) {
    super(String.join("\n", mistakes.stream().map(Mistake::toString).toList()));
    this.mistakes = List.copyOf(mistakes);
  }

  /** What is wrong, in the order of the files. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** One thing that is wrong in a rule file; the line counts from 1. */
  public record Mistake(String file, int line, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ": " + message;
    }
  }
}
