/**
 * Changelogs of Liquibase: documents in XML, YAML and JSON and marked scripts, and the SQL that
 * Liquibase makes of each change set on PostgreSQL.
 */
package dev.concertina.liquibase;
