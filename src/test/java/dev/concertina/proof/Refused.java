package dev.concertina.proof;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;

/** The server refused a statement. */
public final class Refused extends RuntimeException {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final String state;

  Refused(SQLException cause) {
    super(primary(cause), cause);
    state = cause.getSQLState();
  }

  /** The server's message without its severity, detail and hint. */
  private static String primary(SQLException cause) {
    return cause instanceof PSQLException said && said.getServerErrorMessage() != null
        ? said.getServerErrorMessage().getMessage()
        : cause.getMessage();
  }

  /** The SQLSTATE. */
  public String state() {
    return state;
  }

  /** Whether a lock was not to be had in the time that {@code lock_timeout} gave. */
  public boolean lockNotAvailable() {
    return LOCK_NOT_AVAILABLE.equals(state);
  }
}
