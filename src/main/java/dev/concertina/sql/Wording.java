package dev.concertina.sql;

import java.util.Locale;

/** What a script says without comments, white space and the case of its keywords. */
public final class Wording {

  private Wording() {}

  /**
   * The tokens of a text, one on a line: equal for two texts that mean the same to the database.
   */
  public static String of(String text, SqlSyntax syntax) {
    Tokens tokens = Lexer.lex(Source.of(text, null), 0, text.length(), syntax);
    StringBuilder wording = new StringBuilder(text.length());
    for (int i = 0; i < tokens.size(); i++) {
      boolean word = tokens.kind(i) == TokenKind.WORD;
      String token = tokens.text(i);
      wording.append(word ? token.toLowerCase(Locale.ROOT) : token).append('\n');
    }
    return wording.toString();
  }
}
