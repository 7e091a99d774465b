/** What Flyway's migrations in Java send, read from their source. */
package dev.concertina.flyway;
