package dev.concertina.github;

import java.time.Instant;

/**
 * A comment in a pull request.
 *
 * @param node its id in GraphQL
 * @param id its id in REST
 * @param author a login; without {@code [bot]}
 * @param bot whether a program wrote it
 * @param own whether it was written with this token
 * @param edited whether it was changed after it was written
 * @param minimized whether it is folded away
 * @param answered whether this token reacted to it
 * @param inThread whether it stands in a thread on a file
 */
record Said(
    String node,
    long id,
    String author,
    boolean bot,
    boolean own,
    String body,
    Instant created,
    boolean edited,
    boolean minimized,
    boolean answered,
    boolean inThread) {}
