package dev.concertina.cli;

/** Says on a terminal what takes long, once it does; on anything else it is silent. */
final class Stage implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 700;

  private final Terminal terminal;
  private volatile String current = "reading";
  private volatile boolean over;
  private volatile boolean shown;

  Stage(Terminal terminal, boolean wanted) {
    this.terminal = terminal;
    if (wanted && terminal.interactive()) {
      Thread thread = new Thread(this::show, "progress");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** What is being done now, as {@code reading the history}. */
  void is(String now) {
    current = now;
  }

  private void show() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
      while (!over) {
        synchronized (this) {
          if (!over) {
            terminal.err().print("\r\u001b[K" + current + " …");
            terminal.err().flush();
            shown = true;
          }
        }
        Thread.sleep(PATIENCE_MILLIS / 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    if (shown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
