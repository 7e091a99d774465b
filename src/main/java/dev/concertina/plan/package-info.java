/**
 * Expand, migrate, contract: the sequence of small deploys that reaches the same end without
 * downtime, filled in with the contributor's own names.
 */
package dev.concertina.plan;
