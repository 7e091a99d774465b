package dev.concertina.server;

import java.time.Instant;

/**
 * Something to be reviewed, as the queue holds it.
 *
 * @param delivery the newest one that asked for it
 * @param wanted how many have asked so far
 * @param attempts how many failed since it last went well
 * @param problem why the last one failed, or null
 * @param parked whether it is left alone until somebody asks again
 * @param begun the commit whose check was begun and perhaps never ended, or null
 * @param since when the oldest request came that has no answer yet
 */
record Work(
    Wish wish,
    String delivery,
    long wanted,
    int attempts,
    String problem,
    boolean parked,
    String begun,
    Instant since) {

  String id() {
    return wish.id();
  }
}
