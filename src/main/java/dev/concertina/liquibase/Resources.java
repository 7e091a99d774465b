package dev.concertina.liquibase;

/** The files beside a changelog, as Liquibase looks for them. */
public interface Resources {

  /**
   * The text of a file, or null where there is none.
   *
   * @param path as the changelog writes it
   * @param relative whether it begins at the changelog's folder
   */
  String text(String path, boolean relative);
}
