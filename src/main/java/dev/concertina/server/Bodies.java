package dev.concertina.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Reads the bodies of requests, bounded in size, in time, and all together in memory. */
final class Bodies {
  /** GitHub sends no more. */
  static final long MOST_BYTES = 25_000_000;

  private static final int CHUNK = 1 << 14;

  private final LongSupplier nanos;
  private final Duration time;
  private final long mostTogether;
  private final AtomicLong together = new AtomicLong();

  /**
   * @param nanos tells the time that passes, whatever happens to the clock
   * @param time how long one may take
   * @param mostTogether how many bytes may be in memory at a time, of all of them
   */
  Bodies(LongSupplier nanos, Duration time, long mostTogether) {
    this.nanos = nanos;
    this.time = time;
    this.mostTogether = mostTogether;
  }

  /** A body is not read to its end. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** Says that a request was not read to its end: what is left would be taken for the next one. */
  static void leave(Context context) {
    context.header("Connection", "close");
  }

  /** What is done with a body while it counts for the memory of all. */
  interface Use<T> {
    T with(byte[] body);
  }

  /**
   * Reads a body of GitHub's and uses it.
   *
   * @param announced its length as announced, or -1
   */
  <T> T read(InputStream in, long announced, Use<T> use) throws IOException, RefusedException {
    return read(in, announced, MOST_BYTES, use);
  }

  /** The same for a body of at most {@code most} bytes. */
  <T> T read(InputStream in, long announced, long most, Use<T> use)
      throws IOException, RefusedException {
    if (announced > most) {
      throw tooLarge(most);
    }
    long reserved = 0;
    long start = nanos.getAsLong();
    ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        if (body.size() + count > most) {
          throw tooLarge(most);
        }
        if (nanos.getAsLong() - start > time.toNanos()) {
          throw new RefusedException(408, "the body takes too long");
        }
        reserved += count;
        if (together.addAndGet(count) > mostTogether) {
          throw new RefusedException(503, "too much at a time");
        }
        body.write(chunk, 0, count);
      }
      return use.with(body.toByteArray());
    } finally {
      together.addAndGet(-reserved);
    }
  }

  private static RefusedException tooLarge(long most) {
    return new RefusedException(413, "expected at most " + most + " bytes");
  }
}
