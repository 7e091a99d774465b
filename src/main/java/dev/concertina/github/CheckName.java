package dev.concertina.github;

import dev.concertina.review.CommentWriter;
import dev.concertina.review.Review.Check;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a check run of ours is known again: its name, and on it the id of who made it and what it
 * said.
 */
record CheckName(String project, String viewer) {
  private static final String NAME = "Concertina";
  private static final int DIGEST = 32;

  /** What people and branch rules see. */
  static String of(String project) {
    return project.equals(CommentWriter.DEFAULT_PROJECT) ? NAME : NAME + " (" + project + ")";
  }

  /** Whether a name is one that we give. */
  static boolean isOurs(String name) {
    return name.equals(NAME) || name.startsWith(NAME + " (");
  }

  private String start() {
    return "concertina:v1:" + viewer + ":";
  }

  /** While it runs. */
  String opened() {
    return start() + "open";
  }

  /** When it has ended so. */
  String concluded(Check check) {
    return start() + digest(check.toString());
  }

  boolean isOurs(Conversation.CheckRun run) {
    return run.external().startsWith(start());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
