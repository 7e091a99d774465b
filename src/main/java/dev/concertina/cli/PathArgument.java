package dev.concertina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A PATH argument, taken apart into the folder or file that surely exists and the glob below it.
 *
 * @param written as it was given, for messages
 * @param start an absolute path without wild cards
 * @param rest the part from the first wild card on, or the empty string
 */
record PathArgument(String written, Path start, String rest) {

  static PathArgument of(String written, Path folder) {
    String[] names = written.split("/", -1);
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < names.length && names[i].indexOf('*') < 0 && names[i].indexOf('?') < 0) {
      plain.append(i == 0 ? "" : "/").append(names[i++]);
    }
    boolean absolute = written.startsWith("/") && plain.isEmpty();
    StringBuilder rest = new StringBuilder();
    for (; i < names.length; i++) {
      rest.append(rest.isEmpty() ? "" : "/").append(names[i]);
    }
    try {
      Path start = folder.resolve(absolute ? "/" : plain.toString()).toAbsolutePath().normalize();
      return new PathArgument(written, start, rest.toString());
    } catch (InvalidPathException e) {
      throw new CommandFailure(written + ": not a path on this system");
    }
  }

  /** The argument as a glob from the root of a tree, given where its start is there. */
  String pattern(String startInTree) {
    if (rest.isEmpty()) {
      return startInTree.isEmpty() ? "." : startInTree;
    }
    return startInTree.isEmpty() ? rest : startInTree + "/" + rest;
  }
}
