package dev.concertina.sql;

/** What a token is, as far as splitting and reading need to know. */
enum TokenKind {
  /** A keyword or an identifier without quotes. */
  WORD,
  QUOTED,
  STRING,
  DOLLAR_STRING,
  NUMBER,
  /** A parameter or a placeholder of a template: {@code $1}, {@code ${schema}}, {@code {{ x }}}. */
  PLACEHOLDER,
  OPERATOR,
  DOT,
  COMMA,
  SEMICOLON,
  LEFT,
  RIGHT,
  /** A psql command, from its backslash to the end of the line. */
  META,
  /** The rows below COPY … FROM stdin. */
  DATA,
  /** A character that SQL has no use for. */
  STRAY,
  /** What is found behind the last token. */
  END;

  private static final TokenKind[] ALL = values();

  static TokenKind of(byte ordinal) {
    return ALL[ordinal];
  }
}
