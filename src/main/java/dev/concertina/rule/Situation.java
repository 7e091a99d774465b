package dev.concertina.rule;

import dev.concertina.code.References;
import dev.concertina.migration.FlywaySettings;
import dev.concertina.migration.Transactions;
import dev.concertina.schema.Dialect;
import dev.concertina.schema.Schema;
import java.util.List;

/**
 * What is the same for every operation of a change.
 *
 * @param base the schema before the change
 * @param occurrences every operation of the change that goes up, in the order in which they run;
 *     grows while the change is judged, so that an operation sees those before it with their
 *     effects
 * @param upcoming the same operations in the same order, all of them, without effects, and what is
 *     wrong with their transactions
 * @param running what the running version's source says
 * @param next what the new version's source says
 * @param flyway how Flyway is set up, where it is used
 * @param sizes how big tables are
 * @param conventions what the team agreed on
 * @param lockTimeoutByRunner whether whoever runs migrations sets lock_timeout
 * @param deployMinutes how long a deploy may take
 */
public record Situation(
    Dialect dialect,
    Schema base,
    List<Occurrence> occurrences,
    Transactions upcoming,
    References running,
    References next,
    FlywaySettings flyway,
    TableSizes sizes,
    Conventions conventions,
    boolean lockTimeoutByRunner,
    int deployMinutes) {}
