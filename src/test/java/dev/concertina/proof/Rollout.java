package dev.concertina.proof;

import dev.concertina.proof.Broken.Harm;
import java.util.List;

/**
 * A sequence of deploys on a real database, with the releases that are live at each moment at work:
 * the release before while the schema changes, both while the new one rolls out, the new one alone,
 * the one before again, since every deploy must have a way back, and the new one while data moves.
 */
final class Rollout {

  private static final long BATCH = 500;
  private static final int TRIES = 20;

  private final Database database;
  private final Ledger ledger;
  private final Traffic traffic;
  private final List<Release> releases;

  /**
   * @param releases by number of deploy; the first is the running version
   */
  Rollout(Database database, Ledger ledger, List<Release> releases) {
    this.database = database;
    this.ledger = ledger;
    this.traffic = new Traffic(database, ledger);
    this.releases = List.copyOf(releases);
  }

  /**
   * Carries the moves out, deploy by deploy.
   *
   * @throws Broken when one of them does harm
   */
  void carryOut(List<Move> moves) {
    for (int deploy = 1; deploy < releases.size(); deploy++) {
      int number = deploy;
      List<Move> own = moves.stream().filter(move -> move.deploy() == number).toList();
      List<Move> with = own.stream().filter(move -> !move.between()).toList();
      for (Move move : with) {
        traffic.during(
            "while " + move.title(), List.of(releases.get(deploy - 1)), () -> make(move));
      }
      rollOut(deploy);
      with.forEach(this::pass);
      for (Move move : own.stream().filter(Move::between).toList()) {
        expectShut(move);
        traffic.during("while " + move.title(), List.of(releases.get(deploy)), () -> make(move));
        pass(move);
      }
      traffic.readsEverything("after deploy " + deploy, releases.get(deploy));
    }
  }

  /** Out, back, and out again. */
  private void rollOut(int deploy) {
    Release before = releases.get(deploy - 1);
    Release after = releases.get(deploy);
    traffic.at("deploy " + deploy + " rolls out", List.of(before, after));
    traffic.at("deploy " + deploy + " is everywhere", List.of(after));
    traffic.at("deploy " + deploy + " is rolled back", List.of(before, after));
    traffic.at("deploy " + deploy + " is gone", List.of(before));
    traffic.at("deploy " + deploy + " rolls out again", List.of(before, after));
    traffic.at("deploy " + deploy + " is everywhere again", List.of(after));
  }

  private void make(Move move) {
    try (Client client = database.connect()) {
      if (move.inBatches()) {
        // The table may have rows below those of the ledger, which nobody reads.
        for (long last = Math.min(0, ledger.smallest() - 1);
            last < ledger.largest();
            last += BATCH) {
          client.execute(batch("BEGIN; " + String.join("; ", move.sql()) + "; COMMIT", last));
        }
        return;
      }
      if (move.transactional()) {
        inOneTransaction(client, move);
      } else {
        move.sql().forEach(client::execute);
      }
    } catch (Refused refused) {
      throw new Broken(Harm.REFUSED, move.title() + ": " + refused.getMessage());
    }
  }

  /**
   * With a short lock_timeout, and again when it ends the wait, as postgres/no-lock-timeout
   * advises: a step that locks two tables may meet a release that uses them in the other order. All
   * in one message: locks are held for as long as the server works, however busy this process is.
   */
  private static void inOneTransaction(Client client, Move move) {
    String all =
        "BEGIN; SET LOCAL lock_timeout = '200ms';\n" + String.join(";\n", move.sql()) + ";\nCOMMIT";
    for (int tries = 1; ; tries++) {
      try {
        client.execute(all);
        return;
      } catch (Refused refused) {
        client.execute("ROLLBACK");
        if (!refused.lockNotAvailable() || tries == TRIES) {
          throw refused;
        }
      }
    }
  }

  private static String batch(String sql, long last) {
    return sql.replace(":last", String.valueOf(last))
        .replace(":next", String.valueOf(last + BATCH));
  }

  private void pass(Move move) {
    if (move.gate() != null && !answer(move).equals(move.open())) {
      String message = "expected %s as the answer to the gate of %s, found %s: %s";
      throw new Broken(
          Harm.GATE, message.formatted(move.open(), move.title(), answer(move), move.gate()));
    }
  }

  /** A gate that is open before its batches have run asks nothing. */
  private void expectShut(Move move) {
    if (move.inBatches() && move.gate() != null && answer(move).equals(move.open())) {
      throw new Broken(
          Harm.GATE, "the gate of " + move.title() + " is open before it ran: " + move.gate());
    }
  }

  private String answer(Move move) {
    try (Client client = database.connect()) {
      return String.valueOf(client.value(move.gate()));
    } catch (Refused refused) {
      throw new Broken(Harm.GATE, move.gate() + ": " + refused.getMessage());
    }
  }
}
