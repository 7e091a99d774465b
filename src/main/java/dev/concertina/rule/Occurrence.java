package dev.concertina.rule;

import dev.concertina.migration.Migration;
import dev.concertina.schema.Compatibility;
import dev.concertina.schema.Effect;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Session;
import dev.concertina.sql.Statement;

/**
 * An operation at its place in the change, with what it does there.
 *
 * @param index its place among all operations of the change, from 0
 * @param transaction the transaction it runs in; operations with the same number share one
 * @param inTransaction whether other statements may share that transaction
 */
public record Occurrence(
    int index,
    Migration migration,
    Statement statement,
    Operation operation,
    int transaction,
    boolean inTransaction,
    Session session,
    Effect effect,
    Compatibility compatibility) {}
