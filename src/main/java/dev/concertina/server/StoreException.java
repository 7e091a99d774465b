package dev.concertina.server;

import java.sql.SQLException;

/** The database can't be reached, or refuses. */
final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreException(SQLException cause) {
    super("the database: " + cause.getMessage(), cause);
  }
}
