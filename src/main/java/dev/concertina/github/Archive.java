package dev.concertina.github;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a commit in the zip file that GitHub makes. Nothing is unpacked to disk, so that a
 * path in it is only a name; each file is read up to a limit, whatever its entry says, and believed
 * when it has the id that the commit's tree gives it.
 */
final class Archive implements AutoCloseable {
  /** The record that ends a zip file: its size without a comment, with the longest, its fields. */
  private static final int END_RECORD = 22;

  private static final int END_BYTES = END_RECORD + 0xffff;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int DIRECTORY_SIZE = 12;

  private final ZipFile zip;
  private final Map<String, String> paths;
  private long wasted;

  private Archive(ZipFile zip, Map<String, String> paths) {
    this.zip = zip;
    this.paths = paths;
  }

  /**
   * Opens an archive.
   *
   * @param files ids by path, as the tree of the commit has them
   */
  static Archive open(Path file, Map<String, String> files) throws IOException {
    long directory = directoryBytes(file);
    if (directory > FetchLimits.ARCHIVE_DIRECTORY_BYTES) {
      throw new IOException("its directory has " + directory + " bytes");
    }
    ZipFile zip = new ZipFile(file.toFile());
    Map<String, String> paths = new HashMap<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String name = entries.nextElement().getName();
      // All of it is in one folder that is named after the commit.
      String id = files.get(name.substring(name.indexOf('/') + 1));
      if (id != null) {
        paths.putIfAbsent(id, name);
      }
    }
    return new Archive(zip, paths);
  }

  /** The size of the directory at the end, which is taken into memory as a whole. */
  private static long directoryBytes(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(in.length(), END_BYTES)];
      in.seek(in.length() - end.length);
      in.readFully(end);
      ByteBuffer buffer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = end.length - END_RECORD; i >= 0; i--) {
        if (buffer.getInt(i) == END_SIGNATURE) {
          return Integer.toUnsignedLong(buffer.getInt(i + DIRECTORY_SIZE));
        }
      }
      throw new IOException("it is no zip file");
    }
  }

  boolean has(String id) {
    return paths.containsKey(id);
  }

  /** The bytes of that id; empty when they are not there, too many or others. */
  Optional<byte[]> read(String id) {
    String name = paths.get(id);
    ZipEntry entry = name == null ? null : zip.getEntry(name);
    if (entry == null || wasted >= FetchLimits.WASTED_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(FetchLimits.FILE_BYTES + 1);
      boolean good = bytes.length <= FetchLimits.FILE_BYTES && BlobId.of(bytes, id).equals(id);
      wasted += good ? 0 : bytes.length;
      return good ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
