package dev.concertina.rule;

import dev.concertina.code.Reference;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Name;
import dev.concertina.schema.Span;
import java.util.List;

/**
 * A rule that holds for one operation, or for one migration file as a whole, at an exact place.
 *
 * @param rule the rule's id
 * @param file the migration's path
 * @param span the clause that raises it
 * @param clause the source text of that clause, without its comments; for the fingerprint
 * @param table the relation that it is about, or null
 * @param object the column, constraint, index or value that it is about, or null
 * @param message one line, with the contributor's own names
 * @param why one paragraph
 * @param effect what the database does meanwhile; {@link Effect#NONE} for a finding about a file
 * @param compatibility what the running version sees afterwards
 * @param references where the running version uses it; empty when that was not asked
 * @param related the other place of a finding that joins two, or null
 * @param scope where a comment would accept it
 */
public record Finding(
    String rule,
    Kind kind,
    Severity severity,
    String file,
    Span span,
    String clause,
    Name table,
    String object,
    String message,
    String why,
    Effect effect,
    Compatibility compatibility,
    List<Reference> references,
    Related related,
    Scope scope) {

  /** Where a comment accepts a finding. */
  public enum Scope {
    /** Above its statement. */
    STATEMENT,
    /** At the top of its file. */
    FILE,
    /** Nowhere: its file is gone or can't be read. */
    NONE
  }

  public Finding {
    references = List.copyOf(references);
  }

  /** The other place of a finding that joins two. */
  public record Related(String file, Span span, String message) {}
}
