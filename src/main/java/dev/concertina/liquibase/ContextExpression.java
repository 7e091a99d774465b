package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An expression over contexts, of which some words are known to be true or false and most not. */
final class ContextExpression {

  private final List<String> tokens = new ArrayList<>();
  private final Function<String, Boolean> words;
  private int at;

  ContextExpression(String text, Function<String, Boolean> words) {
    this.words = words;
    StringBuilder word = new StringBuilder();
    for (char c : (text + " ").toCharArray()) {
      if (c <= ' ' || "(),!".indexOf(c) >= 0) {
        if (!word.isEmpty()) {
          tokens.add(word.toString());
          word.setLength(0);
        }
        if (c > ' ') {
          tokens.add(String.valueOf(c));
        }
      } else {
        word.append(c);
      }
    }
  }

  /** True, false, or null where that can't be told. */
  Boolean value() {
    Boolean value = tokens.isEmpty() || tokens.size() > 1000 ? null : either();
    return at < tokens.size() ? null : value;
  }

  private boolean next(String token) {
    boolean here = at < tokens.size() && tokens.get(at).equalsIgnoreCase(token);
    at += here ? 1 : 0;
    return here;
  }

  private Boolean either() {
    Boolean value = both();
    while (next(",") || next("or")) {
      Boolean other = both();
      boolean sure = Boolean.TRUE.equals(value) || Boolean.TRUE.equals(other);
      value = sure ? Boolean.TRUE : value == null || other == null ? null : Boolean.FALSE;
    }
    return value;
  }

  private Boolean both() {
    Boolean value = one();
    while (next("and")) {
      Boolean other = one();
      boolean no = Boolean.FALSE.equals(value) || Boolean.FALSE.equals(other);
      value = no ? Boolean.FALSE : value == null || other == null ? null : Boolean.TRUE;
    }
    return value;
  }

  private Boolean one() {
    if (next("!") || next("not")) {
      Boolean inner = one();
      return inner == null ? null : !inner;
    } else if (next("(")) {
      Boolean inner = either();
      return next(")") ? inner : null;
    }
    // A stop at the wrong token leaves some over, and then nothing is said.
    boolean word = at < tokens.size() && !"(),".contains(tokens.get(at));
    return word ? words.apply(tokens.get(at++)) : null;
  }
}
