package dev.concertina.proof;

import dev.concertina.rule.RulePage;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An example of a rule's page as a script for a server. {@code -- refused: MESSAGE} stands before a
 * statement that the server must refuse with that message; it refuses no other.
 */
final class ExampleScript {

  private static final SqlReader READER = new SqlReader(SqlSyntax.POSTGRESQL);
  private static final String REFUSED = "-- refused: ";
  private static final String VERSION = "-- postgres ";

  private final List<Part> parts = new ArrayList<>();
  private int version = Majors.NEWEST;

  private enum Transaction {
    NONE,
    /** All statements are sent as one. */
    IMPLICIT,
    EXPLICIT
  }

  /** A file of the example. */
  private record Part(Transaction transaction, List<Said> all) {}

  /**
   * A statement.
   *
   * @param refusal what the server must say, or the empty string when it must execute it
   */
  private record Said(String sql, String refusal) {}

  /**
   * @param before what the server must be given first, as scripts
   */
  ExampleScript(RulePage.Example example, List<String> before) {
    before.forEach(script -> add(Transaction.NONE, script));
    Transaction transaction = Transaction.EXPLICIT;
    StringBuilder text = new StringBuilder();
    for (String line : example.text().lines().map(String::strip).toList()) {
      if (line.equals("-- base") || line.startsWith("-- migration")) {
        add(transaction, text.toString());
        text.setLength(0);
        transaction = transaction(line);
      } else {
        if (line.startsWith(VERSION)) {
          version = Integer.parseInt(line.substring(VERSION.length()));
        }
        text.append(line).append('\n');
      }
    }
    add(transaction, text.toString());
  }

  /** Frameworks decide for themselves: where a rule asks how, it names one. */
  private static Transaction transaction(String heading) {
    if (heading.contains("implicit transaction")) {
      return Transaction.IMPLICIT;
    }
    return heading.equals("-- base")
            || heading.contains("no transaction")
            || heading.contains("framework")
        ? Transaction.NONE
        : Transaction.EXPLICIT;
  }

  private void add(Transaction transaction, String text) {
    List<Said> all = new ArrayList<>();
    int line = 0;
    for (Statement statement : READER.read(text)) {
      String mark =
          text.lines()
              .skip(line)
              .limit(statement.span().line() - 1 - line)
              .filter(above -> above.startsWith(REFUSED))
              .collect(Collectors.joining());
      all.add(new Said(statement.text(), mark.isEmpty() ? "" : mark.substring(REFUSED.length())));
      line = statement.span().line() - 1;
    }
    if (!all.isEmpty()) {
      parts.add(new Part(transaction, all));
    }
  }

  /** Whether it is about a version older than those that servers can be had of. */
  boolean old() {
    return version < Majors.OLDEST;
  }

  /**
   * Runs it.
   *
   * @throws Unexpected at the first statement that is refused and should not be, or the reverse
   */
  void run(Client client) {
    for (Part part : parts) {
      switch (part.transaction()) {
        case NONE -> part.all().forEach(said -> say(client, said));
        case IMPLICIT -> say(client, together(part.all()));
        case EXPLICIT -> {
          client.execute("BEGIN");
          for (Said said : part.all()) {
            client.execute("SAVEPOINT here");
            say(client, said);
            if (!said.refusal().isEmpty()) {
              client.execute("ROLLBACK TO here");
            }
          }
          client.execute("COMMIT");
        }
      }
    }
  }

  private static Said together(List<Said> all) {
    return new Said(
        all.stream().map(Said::sql).collect(Collectors.joining(";")),
        all.stream().map(Said::refusal).collect(Collectors.joining()));
  }

  private static void say(Client client, Said said) {
    String refusal = "";
    try {
      client.execute(said.sql());
    } catch (Refused refused) {
      refusal = refused.getMessage();
    }
    if (!refusal.equals(said.refusal())) {
      throw new Unexpected(said, refusal);
    }
  }

  /** The server did not answer as the example says. */
  static final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String refusal;

    private Unexpected(Said said, String refusal) {
      super("expected %s, found %s: %s".formatted(text(said.refusal()), text(refusal), said.sql()));
      this.refusal = refusal;
    }

    private static String text(String refusal) {
      return refusal.isEmpty() ? "no refusal" : "the refusal \"" + refusal + "\"";
    }

    /** What the server said; the empty string when it refused nothing. */
    String refusal() {
      return refusal;
    }
  }
}
