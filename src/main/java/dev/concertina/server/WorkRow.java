package dev.concertina.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concertina.github.Target;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How work stands in the database. */
final class WorkRow {
  /** What {@link #read} takes. */
  static final String COLUMNS =
      "installation, repository, number, target, again, delivery, wanted, attempts, problem,"
          + " parked, begun, since";

  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkRow() {}

  static Work read(ResultSet row) throws SQLException {
    Place place = place(row.getString("target"));
    return new Work(
        new Wish(
            row.getLong("installation"),
            row.getString("repository"),
            row.getInt("number"),
            place.group(),
            place.commit(),
            row.getBoolean("again")),
        row.getString("delivery"),
        row.getLong("wanted"),
        row.getInt("attempts"),
        row.getString("problem"),
        row.getBoolean("parked"),
        row.getString("begun"),
        row.getTimestamp("since").toInstant());
  }

  /** What a wish is about that is no pull request. */
  private record Place(Target group, String commit) {}

  /** The column {@code target}: null for a pull request. */
  static String target(Wish wish) {
    if (wish.group() == null && wish.commit() == null) {
      return null;
    }
    try {
      return JSON.writeValueAsString(new Place(wish.group(), wish.commit()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts can be written", e);
    }
  }

  private static Place place(String target) {
    if (target == null) {
      return new Place(null, null);
    }
    try {
      return JSON.readValue(target, Place.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }
}
