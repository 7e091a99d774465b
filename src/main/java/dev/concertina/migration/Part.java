package dev.concertina.migration;

import dev.concertina.django.Models;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;

/**
 * What a program does in one transaction, or outside any: a whole file as a rule.
 *
 * @param id what it is called in its file, or null where the file is one migration
 * @param repeatable whether it runs again whenever its content changes
 * @param models what the code calls tables and columns, or null
 */
record Part(
    String id,
    boolean transactional,
    boolean repeatable,
    List<Statement> statements,
    Models models) {

  Part {
    statements = List.copyOf(statements);
  }

  static Part of(Program program) {
    return new Part(null, program.transactional(), false, program.statements(), null);
  }
}
