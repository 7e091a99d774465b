/**
 * From text to operations: tokens with exact places, statements as the database would cut them, and
 * a tolerant reader that loses nothing silently.
 */
package dev.concertina.sql;
