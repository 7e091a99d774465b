/**
 * What the stages of a check cost in a warm process: {@code mvn -q test-compile exec:exec
 * -Dbench=NAME}. Whole runs are measured by {@code bench/whole-process}.
 */
package dev.concertina.bench;
