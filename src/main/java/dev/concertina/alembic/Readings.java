package dev.concertina.alembic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What revisions say of themselves, by the text of their files: the trees of one change share
 * nearly all of them.
 */
public final class Readings {

  private final Map<String, Revision> read = new ConcurrentHashMap<>();

  /** The revision that a text is. */
  public Revision of(String text) {
    return read.computeIfAbsent(text, Revision::read);
  }
}
