package dev.concertina.django;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Migrations as they were read, by their text: the trees of one change share nearly all of their
 * files, and reading one takes longer than everything that follows.
 */
public final class Readings {

  private record Asked(Key key, String text, Settings settings) {}

  private final Map<Asked, MigrationFile> read = new ConcurrentHashMap<>();

  MigrationFile of(Key key, String text, Settings settings) {
    return read.computeIfAbsent(
        new Asked(key, text, settings), asked -> MigrationFile.read(key, text, settings));
  }
}
