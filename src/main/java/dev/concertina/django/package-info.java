/**
 * What Django makes of a migration: the models it leaves behind, and the SQL that its schema editor
 * sends to PostgreSQL for each operation. Read from the values of the file; nothing is ever run.
 */
package dev.concertina.django;
