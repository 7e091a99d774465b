package dev.concertina.sql;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;

/** Judges the commands of psql and of the MySQL client: which of them hide SQL from the reader. */
final class MetaCommands {

  private MetaCommands() {}

  static Operation read(Cursor c, Span span) {
    String line = c.take();
    int end = 1;
    while (end < line.length() && !Characters.isSpace(line.charAt(end))) {
      end++;
    }
    String command = line.substring(0, end);
    switch (command) {
      case "\\i", "\\ir", "\\include", "\\include_relative" -> {
        return new Operation.NotAnalysed(command + " executes a file that is not read here", span);
      }
      case "\\gexec" -> {
        return new Operation.NotAnalysed(command + " executes SQL built at run time", span);
      }
      case "\\!" -> {
        return new Operation.NotAnalysed(command + " executes a program", span);
      }
      case "\\copy" -> {
        return copy(line, span);
      }
      default -> {
        return new Operation.NoEffect(command, span);
      }
    }
  }

  private static Operation copy(String line, Span span) {
    Tokens tokens = Lexer.lex(Source.of(line, null), 1, line.length(), SqlSyntax.POSTGRESQL);
    Cursor copy = new Cursor(tokens, 1, tokens.size());
    Cursor table = copy.fork();
    boolean writes = table.atIdentifier() && copy.skipTo("from");
    Name name = writes ? table.name() : null;
    return writes ? new Operation.CopyInto(name, span) : new Operation.NoEffect("\\copy", span);
  }
}
