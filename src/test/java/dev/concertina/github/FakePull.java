package dev.concertina.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A pull request of the fake GitHub, with all that was said in it. */
final class FakePull {
  final int number;
  String baseBranch = "main";
  String base;
  String head;
  String branch = "topic";
  boolean draft;
  boolean closed;
  boolean fork;
  final List<String> labels = new ArrayList<>();
  final List<Comment> comments = new ArrayList<>();
  final List<Thread> threads = new ArrayList<>();
  int reviews;

  FakePull(int number, String base, String head) {
    this.number = number;
    this.base = base;
    this.head = head;
  }

  /** Where its head is. */
  String from(String repository) {
    return fork ? "visitor/" + repository.split("/")[1] : repository;
  }

  /** A comment, in the conversation or in a thread. */
  static final class Comment {
    final long id;
    final FakeActor author;
    String body;
    boolean minimized;
    Instant created = Instant.parse("2026-03-01T10:00:00Z");
    Instant edited;
    final List<String> reactions = new ArrayList<>();

    Comment(long id, FakeActor author, String body) {
      this.id = id;
      this.author = author;
      this.body = body;
    }

    String node() {
      return "C_" + id;
    }
  }

  /** A thread on a line or on a file. */
  static final class Thread {
    final long id;
    final String path;
    final Integer line;
    final Integer startLine;
    final String side;
    boolean resolved;
    final List<Comment> comments = new ArrayList<>();

    Thread(long id, String path, Integer line, Integer startLine, String side) {
      this.id = id;
      this.path = path;
      this.line = line;
      this.startLine = startLine;
      this.side = side;
    }

    String node() {
      return "T_" + id;
    }
  }
}
