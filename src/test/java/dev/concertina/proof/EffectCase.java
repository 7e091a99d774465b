package dev.concertina.proof;

import java.util.List;

/**
 * A statement whose effect is measured, and the schema that it finds.
 *
 * @param name what is special about it; unique
 * @param setup what has run before, as a script
 * @param statement what is measured; a script, the last statement of which is the point
 * @param from the oldest major on which the setup can be had
 * @param look how the server is looked at
 * @param holding what another session does to make the statement wait, or null
 * @param cautious why the dialect says more than happens, or null when it does not
 * @param unknown why the dialect can't say what happens, or null when it does
 */
record EffectCase(
    String name,
    String setup,
    String statement,
    int from,
    Look look,
    String holding,
    String cautious,
    String unknown) {

  /** How a server is looked at. */
  enum Look {
    /** In the statement's own transaction, after it: all of its effect can be seen. */
    INSIDE,
    /** While it waits for another session: the locks that it has or asks for at that point. */
    WAITING,
    /** Only at what it leaves behind. */
    AFTERWARDS
  }

  /** Whether the statement shares a transaction with others, as most do in a migration. */
  boolean inTransaction() {
    return look == Look.INSIDE;
  }

  /** What is wrong with what was said, or with a mark of this case; empty when nothing is. */
  List<String> faults(Outcome measured, Outcome said, int major) {
    List<String> differences = measured.differences(said, look);
    if (cautious == null && unknown == null) {
      return differences;
    }
    if (differences.isEmpty() && major == Majors.NEWEST) {
      return List.of("the dialect is right, so the mark is wrong");
    }
    return cautious != null && !measured.within(said) ? differences : List.of();
  }

  @Override
  public String toString() {
    return name;
  }
}
