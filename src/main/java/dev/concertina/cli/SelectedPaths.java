package dev.concertina.cli;

import dev.concertina.migration.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of a tree that PATH arguments name: a file, a folder, a glob. */
final class SelectedPaths {
  private final Set<String> explicit = new TreeSet<>();
  private final Set<String> all = new TreeSet<>();
  private final List<String> patterns = new ArrayList<>();

  /**
   * @param arguments the paths as they were given, for messages
   * @param patterns the same from the root of the tree
   */
  SelectedPaths(Collection<String> files, List<String> arguments, List<String> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      this.patterns.add(pattern);
      boolean any = false;
      for (String file : files) {
        if (Glob.matches(pattern, file)) {
          any = true;
          all.add(file);
        }
      }
      if (files.contains(pattern)) {
        explicit.add(pattern);
      }
      if (!any) {
        throw new CommandFailure(arguments.get(i) + ": no such file or folder with files in it");
      }
    }
  }

  /** Every file that is named or lies in what is named. */
  Set<String> all() {
    return all;
  }

  /** Those that were named themselves: they are migrations whatever they are called. */
  Set<String> explicit() {
    return explicit;
  }
}
