package dev.concertina.cli;

import dev.concertina.migration.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tree that PATH arguments select from: the repository's work tree when all of them are in it,
 * else the folders that they name.
 */
final class PathInput implements AutoCloseable {
  private final Repository repository;
  private final Tree tree;
  private final SelectedPaths selected;

  private PathInput(Repository repository, Tree tree, SelectedPaths selected) {
    this.repository = repository;
    this.tree = tree;
    this.selected = selected;
  }

  static PathInput of(CheckOptions options, Terminal terminal) {
    Path folder = options.folder(terminal);
    List<PathArgument> arguments = new ArrayList<>();
    for (String written : options.paths) {
      arguments.add(existing(PathArgument.of(written, folder)));
    }
    Repository repository =
        options.repo == null
            ? Repository.around(folderOf(arguments.get(0).start())).orElse(null)
            : Repository.at(folder);
    if (repository != null) {
      List<String> patterns = new ArrayList<>();
      for (PathArgument argument : arguments) {
        Optional<String> inside = repository.inside(argument.start());
        inside.ifPresent(start -> patterns.add(argument.pattern(start)));
      }
      if (patterns.size() == arguments.size()) {
        Tree tree = repository.workTree();
        return new PathInput(repository, tree, select(tree, options.paths, patterns));
      }
      repository.close();
    }
    return plain(options.paths, arguments, folder);
  }

  private static PathArgument existing(PathArgument argument) {
    if (!Files.exists(argument.start())) {
      throw new CommandFailure(argument.written() + ": no such file or folder");
    }
    return argument;
  }

  /** Only the folders that are named are walked: the current one may be anything. */
  private static PathInput plain(List<String> written, List<PathArgument> arguments, Path folder) {
    List<Path> folders = new ArrayList<>();
    Path root = folder.toAbsolutePath().normalize();
    for (PathArgument argument : arguments) {
      folders.add(folderOf(argument.start()));
      while (!argument.start().startsWith(root)) {
        root = root.getParent();
      }
    }
    List<String> patterns = new ArrayList<>();
    for (PathArgument argument : arguments) {
      Path start = root.relativize(argument.start());
      patterns.add(argument.pattern(start.toString().replace('\\', '/')));
    }
    Tree tree = FolderTree.plain(root, folders);
    return new PathInput(null, tree, select(tree, written, patterns));
  }

  private static SelectedPaths select(Tree tree, List<String> written, List<String> patterns) {
    return new SelectedPaths(tree.files().keySet(), written, patterns);
  }

  private static Path folderOf(Path path) {
    return Files.isDirectory(path) ? path : path.getParent();
  }

  Tree tree() {
    return tree;
  }

  SelectedPaths selected() {
    return selected;
  }

  @Override
  public void close() {
    if (repository != null) {
      repository.close();
    }
  }
}
