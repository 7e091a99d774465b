package dev.concertina.cli;

import dev.concertina.github.Checkout;
import dev.concertina.migration.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The clone in which the Action runs. What it lacks is asked of GitHub. */
final class LocalCheckout implements Checkout, AutoCloseable {
  private final Repository repository;
  private final Map<String, Optional<Repository.Commit>> known = new HashMap<>();

  private LocalCheckout(Repository repository) {
    this.repository = repository;
  }

  /** The clone that {@code folder} is in. */
  static LocalCheckout at(Path folder) {
    return new LocalCheckout(Repository.at(folder));
  }

  /** The clone that {@code folder} is in, if it is in one that git can read. */
  static Optional<LocalCheckout> around(Path folder) {
    return Files.isDirectory(folder)
        ? Repository.around(folder).map(LocalCheckout::new)
        : Optional.empty();
  }

  private Optional<Repository.Commit> known(String commit) {
    return known.computeIfAbsent(commit, repository::known);
  }

  @Override
  public Optional<Tree> tree(String commit) {
    return known(commit).map(repository::tree);
  }

  @Override
  public Optional<String> mergeBase(String one, String other) {
    return known(one).isPresent() && known(other).isPresent()
        ? repository.knownMergeBase(one, other)
        : Optional.empty();
  }

  @Override
  public void close() {
    repository.close();
  }
}
