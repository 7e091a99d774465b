package dev.concertina.migration;

import java.util.function.Predicate;

/** Whether a path is a migration or a schema snapshot: what is no source of the application. */
public final class MigrationPaths implements Predicate<String> {

  private final Layout layout;

  public MigrationPaths(Tree tree, LayoutSettings settings) {
    layout = new Layout(tree, settings);
  }

  @Override
  public boolean test(String path) {
    return Snapshot.isOne(path) || layout.among(path);
  }
}
