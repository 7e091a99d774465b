package dev.concertina.github;

import dev.concertina.migration.Tree;
import java.util.Optional;

/**
 * A clone on this machine that may have some of the commits. What it has need not be fetched.
 * Whoever implements it does not execute anything of the repository.
 */
public interface Checkout {

  /** There is none. */
  Checkout NONE =
      new Checkout() {
        @Override
        public Optional<Tree> tree(String commit) {
          return Optional.empty();
        }

        @Override
        public Optional<String> mergeBase(String one, String other) {
          return Optional.empty();
        }
      };

  /** The files of a commit, if it is there with all its objects. */
  Optional<Tree> tree(String commit);

  /** The newest commit that both have in their history, if the clone is deep enough to know. */
  Optional<String> mergeBase(String one, String other);
}
