package dev.concertina.code;

import java.util.List;

/** What one version of the application says about tables and columns. */
public interface References {

  /**
   * Whether there is any application source to look at. Without it the absence of a reference shows
   * nothing.
   */
  boolean sourcePresent();

  /** The places that use {@code subject}, best first; empty when none is found. */
  List<Reference> to(Subject subject);

  /**
   * Whether every file that could matter was read. Else that nothing is found shows nothing: there
   * were too many or too big ones, or the platform has no grammar for them.
   */
  default boolean complete() {
    return true;
  }
}
