package db.migration;

import java.sql.ResultSet;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

public class V2__Fill_slugs extends BaseJavaMigration {
  @Override
  public void migrate(Context context) throws Exception {
    var connection = context.getConnection();
    try (var select = connection.createStatement()) {
      ResultSet rows = select.executeQuery("SELECT id, title FROM audio WHERE slug IS NULL");
      while (rows.next()) {
        try (var row = connection.prepareStatement("UPDATE audio SET slug = ? WHERE id = ?")) {
          row.setString(1, slug(rows.getString("title")));
          row.setLong(2, rows.getLong("id"));
          row.executeUpdate();
        }
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE audio ALTER COLUMN slug SET NOT NULL");
      statement.execute("CREATE UNIQUE INDEX CONCURRENTLY audio_slug_idx ON audio (slug)");
    }
  }

  private static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
