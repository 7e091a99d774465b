package dev.concertina.migration;

import dev.concertina.schema.Expression;
import dev.concertina.schema.Query;
import dev.concertina.schema.Schema;
import dev.concertina.schema.SchemaContents;
import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turns schemas into bytes and back. What was written by another version of the program, cut off or
 * damaged is not read; expressions are read again when somebody asks what they mean.
 */
final class SchemaCodec {

  private static final int DIGEST = 32;

  final RecordCodec<SchemaContents> codec;

  SchemaCodec() {
    SqlReader reader = new SqlReader(Engine.DEFAULT.syntax());
    codec =
        RecordCodec.of(SchemaContents.class)
            .with(
                Expression.class,
                TextAt.class,
                e -> new TextAt(e.text(), e.span()),
                t -> reader.expression(t.text(), t.span()))
            .with(
                Query.class,
                TextAt.class,
                q -> new TextAt(q.text(), q.span()),
                t -> reader.query(t.text(), t.span()));
  }

  /** All that an expression or query is before somebody asks what it means. */
  record TextAt(String text, Span span) {}

  /** Changes when what is written changes, so that an older cache is a miss. */
  String version() {
    return "1 " + codec.layout();
  }

  byte[] write(Schema schema) {
    byte[] content = codec.write(SchemaContents.of(schema));
    byte[] all = Arrays.copyOf(digest(content, 0), DIGEST + content.length);
    System.arraycopy(content, 0, all, DIGEST, content.length);
    return all;
  }

  /** The schema that was written, or empty when these are not its bytes. */
  Optional<Schema> read(byte[] bytes) {
    boolean whole =
        bytes.length > DIGEST
            && MessageDigest.isEqual(digest(bytes, DIGEST), Arrays.copyOf(bytes, DIGEST));
    if (!whole) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.read(Arrays.copyOfRange(bytes, DIGEST, bytes.length)).schema());
    } catch (RuntimeException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] digest(byte[] bytes, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, bytes.length - from);
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
