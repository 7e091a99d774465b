package dev.concertina.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQL with values in it, carried out. */
final class Statements {

  private Statements() {}

  /** Makes something of a row. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Answers how many rows it changed. */
  static int update(Connection connection, String text, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, text, values)) {
      return statement.executeUpdate();
    }
  }

  /** Carries out what has no values in it. */
  static void run(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  static <T> List<T> list(Connection connection, Row<T> row, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, query, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(row.of(rows));
      }
      return list;
    }
  }

  private static PreparedStatement prepare(Connection connection, String text, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
