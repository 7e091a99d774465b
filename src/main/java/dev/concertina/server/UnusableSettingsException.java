package dev.concertina.server;

/** The environment does not say what the service needs. The message is one line. */
public final class UnusableSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableSettingsException(String message) {
    super(message);
  }
}
