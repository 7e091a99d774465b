package dev.concertina.github;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Archives of commits on disk, the longest unused gone first. A commit never changes, so what is
 * there is good for ever.
 */
public final class ArchiveFolder {
  private final Path folder;
  private final long most;

  public ArchiveFolder(Path folder) {
    this(folder, FetchLimits.FOLDER_BYTES);
  }

  ArchiveFolder(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** Fills a file. */
  interface Download {
    void to(Wire.Opening file);
  }

  /**
   * The archive of a commit, fetched when it is not there.
   *
   * @param commit an id in hexadecimal digits, which names a content whatever the repository is
   */
  Path archive(String commit, Download download) throws IOException {
    if (!commit.matches("[0-9a-f]{40,64}")) {
      throw new IllegalArgumentException("expected a commit's id, found " + commit);
    }
    Path file = folder.resolve(commit + ".zip");
    if (Files.exists(file)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return file;
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "new.", ".tmp");
    try {
      download.to(() -> open(temporary));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    evict(file);
    return file;
  }

  /** Forgets an archive that can't be read. */
  void remove(Path archive) throws IOException {
    Files.deleteIfExists(archive);
  }

  private static OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  private void evict(Path newest) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = new ArrayList<>(all.filter(file -> file.toString().endsWith(".zip")).toList());
    }
    files.remove(newest);
    files.sort(Comparator.comparing(ArchiveFolder::used).reversed());
    long room = most - Files.size(newest);
    for (Path file : files) {
      room -= size(file);
      if (room < 0) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
