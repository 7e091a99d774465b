/** Migrations of Phinx: the SQL that they send to PostgreSQL, without running them. */
package dev.concertina.phinx;
