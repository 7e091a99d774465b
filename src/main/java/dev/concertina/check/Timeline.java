package dev.concertina.check;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Schema;

/**
 * The schema as a change goes on. What goes down is tried on what the migrations before it have
 * made, and leaves the way up as it is.
 */
final class Timeline {

  private Schema up;
  private Schema down;

  Timeline(Schema base) {
    up = base;
  }

  /** The schema that an operation finds. */
  Schema before(Run run) {
    return goesUp(run) || down == null ? up : down;
  }

  void run(Run run) {
    // The operations inside a block are in the timeline themselves.
    boolean block = !run.operation().body().isEmpty();
    Schema after = block ? before(run) : before(run).after(run.operation());
    if (goesUp(run)) {
      up = after;
      down = null;
    } else {
      down = after;
    }
  }

  private static boolean goesUp(Run run) {
    return run.migration().direction() == Direction.UP;
  }
}
