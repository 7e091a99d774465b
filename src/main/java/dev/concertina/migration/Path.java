package dev.concertina.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes repository paths apart: forward slashes, no leading one, the root is the empty string. */
final class Path {

  private Path() {}

  /** The file name: what stands behind the last slash. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder; the empty string for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String in(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The folders of a path in lower case, from the root on, without the file name. */
  static List<String> folders(String path) {
    String folder = folder(path);
    return folder.isEmpty() ? List.of() : Arrays.asList(folder.toLowerCase(Locale.ROOT).split("/"));
  }

  /** Whether a path lies in a folder or below it. */
  static boolean inside(String folder, String path) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /** Whether a folder is the other one or ends with it: {@code a/b/c} ends with {@code b/c}. */
  static boolean endsWith(String folder, String end) {
    return folder.equals(end) || folder.endsWith("/" + end);
  }
}
