package dev.concertina.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The variables that the service is started with. Reading goes on after what is wrong, so that all
 * of it can be said at once; no message holds a secret.
 */
final class Environment {
  private static final int LONGEST_SECRET = 1 << 16;
  private static final String IN_FILE = "_FILE";

  private final Map<String, String> variables;
  private final List<String> wrong = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Takes note of something that is wrong. */
  void reject(String name, String why) {
    wrong.add(name + ": " + why);
  }

  /** All that is wrong so far. */
  List<String> wrong() {
    return wrong;
  }

  /** What a variable holds; empty when it is not set. */
  String text(String name) {
    return variables.getOrDefault(name, "").strip();
  }

  String text(String name, String otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : text;
  }

  /**
   * What a variable holds, or the file that {@code NAME_FILE} names: other processes can't see
   * that.
   */
  String secret(String name) {
    String file = text(name + IN_FILE);
    String text = text(name);
    if (file.isEmpty()) {
      return text;
    }
    if (!text.isEmpty()) {
      reject(name + IN_FILE, "expected either this or " + name + ", found both");
      return text;
    }
    try {
      Path path = Path.of(file);
      if (Files.size(path) <= LONGEST_SECRET) {
        return Files.readString(path).strip();
      }
      reject(name + IN_FILE, "expected a secret, found a large file");
    } catch (IOException | InvalidPathException e) {
      reject(name + IN_FILE, file + " can't be read");
    }
    return "";
  }

  OptionalInt number(String name, int least, int most) {
    String text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return OptionalInt.of(number);
      }
    }
    reject(name, "expected a number from " + least + " to " + most + ", found " + text);
    return OptionalInt.empty();
  }

  /** The path that a variable holds; null when this system can't have it. */
  Path path(String name, String otherwise) {
    try {
      return Path.of(text(name, otherwise));
    } catch (InvalidPathException e) {
      reject(name, "expected a path, found one that this system can't have");
      return null;
    }
  }
}
