package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * What a migration sends, in the order in which it does: Ecto keeps its commands until the end or a
 * {@code flush()}, and what goes to the repo directly is sent at once.
 */
final class Sent {

  private final Transcript transcript;
  private List<Runnable> waiting = new ArrayList<>();
  private List<Runnable> direct;

  Sent(Transcript transcript) {
    this.transcript = transcript;
  }

  Transcript transcript() {
    return transcript;
  }

  /** A command of Ecto's. */
  void later(Runnable noted) {
    waiting.add(noted);
  }

  /** What the migration asks the repo for itself. */
  void now(Runnable noted) {
    if (direct == null) {
      noted.run();
    } else {
      direct.add(noted);
    }
  }

  void flush() {
    List<Runnable> ready = waiting;
    waiting = new ArrayList<>();
    ready.forEach(this::now);
  }

  /** Code that is gone through for each of many rows. */
  void repeat(Span code, Runnable once) {
    Inner inner = within(once);
    if (!inner.direct().isEmpty()) {
      now(() -> transcript.repeat("elixir", code, () -> inner.direct().forEach(Runnable::run)));
    }
    if (!inner.waiting().isEmpty()) {
      later(() -> transcript.repeat("elixir", code, () -> inner.waiting().forEach(Runnable::run)));
    }
  }

  /** A function that is handed to {@code execute}: a command of its own. */
  void postponed(Runnable code) {
    Inner inner = within(code);
    waiting.addAll(inner.direct());
    waiting.addAll(inner.waiting());
  }

  private record Inner(List<Runnable> direct, List<Runnable> waiting) {}

  private Inner within(Runnable code) {
    List<Runnable> outerDirect = direct;
    List<Runnable> outerWaiting = waiting;
    direct = new ArrayList<>();
    waiting = new ArrayList<>();
    code.run();
    Inner inner = new Inner(direct, waiting);
    direct = outerDirect;
    waiting = outerWaiting;
    return inner;
  }
}
