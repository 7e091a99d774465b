package dev.concertina.plan;

/**
 * A file for the contributor to take over, filled in for the table and columns at hand.
 *
 * @param path where it belongs in the repository
 * @param language as a fence in Markdown names it: {@code python}, {@code sql}
 * @param text all of it
 */
public record Listing(String path, String language, String text) {}
