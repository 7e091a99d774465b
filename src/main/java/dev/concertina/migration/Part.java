package dev.concertina.migration;

import dev.concertina.django.Models;
import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.List;

/**
 * What a program does in one transaction, or outside any: a whole file as a rule.
 *
 * @param id what it is called in its file, or null where the file is one migration
 * @param repeatable whether it runs again whenever its content changes
 * @param models what the code calls tables and columns, or null
 * @param memory how its framework knows it again, or null where the file is one migration
 */
record Part(
    String id,
    boolean transactional,
    boolean repeatable,
    List<Statement> statements,
    Models models,
    Memory memory) {

  Part {
    statements = List.copyOf(statements);
  }

  /** One that is all of its file. */
  Part(
      String id,
      boolean transactional,
      boolean repeatable,
      List<Statement> statements,
      Models models) {
    this(id, transactional, repeatable, statements, models, null);
  }

  /** The same with only some of its statements. */
  Part with(List<Statement> some) {
    return new Part(id, transactional, repeatable, some, models, memory);
  }

  static Part of(Program program) {
    return new Part(null, program.transactional(), false, program.statements(), null);
  }

  /**
   * What a framework that remembers the parts of a file keeps of one.
   *
   * @param wording what it makes a checksum of
   * @param editable whether it takes an edited one for the same
   * @param place where it begins
   */
  record Memory(String wording, boolean editable, Span place) {}
}
