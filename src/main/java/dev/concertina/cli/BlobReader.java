package dev.concertina.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads objects by id through one long-lived git process, started when the first is asked for. */
final class BlobReader implements AutoCloseable {
  private final Git git;
  private Process process;
  private InputStream from;
  private OutputStream to;

  BlobReader(Git git) {
    this.git = git;
  }

  /** The bytes of a blob, or empty when there is none of that id or it is over {@code limit}. */
  synchronized Optional<byte[]> read(String id, int limit) {
    try {
      if (process == null) {
        process = git.start("cat-file", "--batch");
        process.getErrorStream().close();
        from = new BufferedInputStream(process.getInputStream(), 1 << 16);
        to = process.getOutputStream();
      }
      to.write((id + "\n").getBytes(StandardCharsets.US_ASCII));
      to.flush();
      return answer(limit);
    } catch (IOException e) {
      close();
      throw new CommandFailure("git cat-file stopped answering: " + e.getMessage(), e);
    }
  }

  /** The answer is {@code id SP type SP size LF bytes LF}, or {@code id SP missing LF}. */
  private Optional<byte[]> answer(int limit) throws IOException {
    String[] header = header().split(" ");
    if (header.length != 3) {
      return Optional.empty();
    }
    long size = Long.parseLong(header[2]);
    if (size > limit || !header[1].equals("blob")) {
      from.skipNBytes(size + 1);
      return Optional.empty();
    }
    byte[] bytes = from.readNBytes((int) size);
    if (bytes.length < size || from.read() != '\n') {
      throw new IOException("the object ended early");
    }
    return Optional.of(bytes);
  }

  private String header() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = from.read(); c != '\n'; c = from.read()) {
      if (c < 0 || line.length() > 4096) {
        throw new IOException("no answer");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      process.destroy();
      process = null;
    }
  }
}
