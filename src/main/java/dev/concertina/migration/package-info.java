/**
 * What a change contains: which files are migrations, of which framework, in which order, which
 * part goes up, and how each is wrapped in transactions.
 */
package dev.concertina.migration;
