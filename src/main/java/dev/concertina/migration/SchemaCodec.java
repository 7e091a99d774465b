package dev.concertina.migration;

import dev.concertina.schema.Schema;
import java.util.Optional;

/** Turns schemas into bytes and back. */
final class SchemaCodec {

  /** Changes when what is written changes, so that an older cache is a miss. */
  String version() {
    return "0";
  }

  byte[] write(Schema schema) {
    return new byte[0];
  }

  /** The schema that was written, or empty when these are not its bytes. */
  Optional<Schema> read(byte[] bytes) {
    return Optional.empty();
  }
}
