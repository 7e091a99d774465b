package dev.concertina.liquibase;

import dev.concertina.sql.Statement.Comment;
import java.util.List;

/**
 * A changelog as a tree.
 *
 * @param comments those of its own format
 */
record Document(Element root, List<Comment> comments) {

  /** More elements than any changelog that somebody wrote. */
  static final int MOST_ELEMENTS = 400_000;

  static final int DEEPEST = 100;

  Document {
    comments = List.copyOf(comments);
  }

  /**
   * Reads a document; its path tells the format.
   *
   * @throws dev.concertina.syntax.UnreadableSourceException when it is none
   */
  static Document read(String path, String text) {
    return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT)) {
      case "xml" -> new XmlReader(text).read();
      case "json" -> new JsonReader(text).read();
      default -> new YamlReader(text).read();
    };
  }
}
