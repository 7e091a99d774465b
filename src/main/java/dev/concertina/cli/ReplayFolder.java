package dev.concertina.cli;

import dev.concertina.migration.ReplayCache;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps replayed schemas in a folder of the user's cache. Many runs may share it; whatever goes
 * wrong with it costs time only.
 */
final class ReplayFolder implements ReplayCache {
  private static final int MOST_ENTRIES = 200;
  private static final int MOST_BYTES = 16 << 20;

  private final Path folder;

  ReplayFolder(Path folder) {
    this.folder = folder;
  }

  /** The cache that the environment names; none where it is switched off or there is no home. */
  static ReplayCache of(Map<String, String> environment) {
    String own = environment.getOrDefault("CONCERTINA_CACHE", "");
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    try {
      if (own.equals("off")) {
        return NONE;
      }
      if (!own.isEmpty()) {
        return new ReplayFolder(Path.of(own, "replay"));
      }
      if (!shared.isEmpty()) {
        return new ReplayFolder(Path.of(shared, "concertina", "replay"));
      }
      return home.isEmpty()
          ? NONE
          : new ReplayFolder(Path.of(home, ".cache", "concertina", "replay"));
    } catch (InvalidPathException e) {
      return NONE;
    }
  }

  @Override
  public Optional<byte[]> get(String key) {
    Path file = file(key);
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      // The oldest use goes first.
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      return Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void put(String key, byte[] value) {
    if (value.length > MOST_BYTES) {
      return;
    }
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      temporary = Files.createTempFile(folder, "new.", ".tmp");
      Files.write(temporary, value);
      Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE);
      temporary = null;
      evict();
    } catch (FileAlreadyExistsException e) {
      // Another run had the same result.
    } catch (IOException e) {
      // No room, no right, no folder: this time it is computed again.
    } finally {
      delete(temporary);
    }
  }

  private Path file(String key) {
    if (!key.matches("[0-9a-f]{1,128}")) {
      throw new IllegalArgumentException("expected a key of hexadecimal digits, found " + key);
    }
    return folder.resolve(key);
  }

  private void evict() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = new ArrayList<>(all.toList());
    }
    if (files.size() > MOST_ENTRIES) {
      files.sort(Comparator.comparingLong(ReplayFolder::used));
      files.subList(0, files.size() - MOST_ENTRIES * 3 / 4).forEach(ReplayFolder::delete);
    }
  }

  private static long used(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is left for the next time.
    }
  }
}
