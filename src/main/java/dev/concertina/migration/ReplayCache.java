package dev.concertina.migration;

import java.util.Optional;

/**
 * Keeps replayed schemas between runs. Whoever implements it does the I/O; what it returns is
 * checked before it is believed, so that a damaged cache costs time and nothing else.
 */
public interface ReplayCache {

  /** Remembers nothing. */
  ReplayCache NONE =
      new ReplayCache() {
        @Override
        public Optional<byte[]> get(String key) {
          return Optional.empty();
        }

        @Override
        public void put(String key, byte[] value) {}
      };

  /** What was put under a key of hexadecimal digits. */
  Optional<byte[]> get(String key);

  /** Keeps a value, or forgets it. */
  void put(String key, byte[] value);
}
