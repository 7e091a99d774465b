/**
 * What Rails makes of a migration: the calls that it follows, and the SQL that Active Record sends
 * to PostgreSQL for each.
 */
package dev.concertina.rails;
