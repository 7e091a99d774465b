package dev.concertina.cli;

import dev.concertina.github.Checkout;
import dev.concertina.migration.Tree;
import java.util.Optional;

/** A scratch repository as the checkout of a pull request. */
public final class ScratchCheckout implements Checkout, AutoCloseable {
  private final LocalCheckout checkout;

  public ScratchCheckout(ScratchRepository repository) {
    checkout = LocalCheckout.at(repository.root());
  }

  @Override
  public Optional<Tree> tree(String commit) {
    return checkout.tree(commit);
  }

  @Override
  public Optional<String> mergeBase(String one, String other) {
    return checkout.mergeBase(one, other);
  }

  @Override
  public void close() {
    checkout.close();
  }
}
