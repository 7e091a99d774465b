package dev.concertina.code;

/**
 * A line of a file.
 *
 * @param file path from the repository's root
 * @param line from 1
 */
record Place(String file, int line) {}
