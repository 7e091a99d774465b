package dev.concertina.liquibase;

import dev.concertina.sql.SqlReader;
import java.util.List;
import java.util.Locale;

/** A changelog file. */
public sealed interface Changelog permits DocumentChangelog, SqlChangelog {

  /** The other changelogs that it brings in and the properties that it declares, in order. */
  List<Entry> entries(Audience audience);

  /** The path by which its change sets are remembered wherever the file lies; or null. */
  String logicalPath();

  /** Its change sets, in order, without those that are for others. */
  List<ChangeSet> changeSets(Setting setting);

  /**
   * What is known where a changelog is read.
   *
   * @param reader reads the SQL
   * @param parameters what was declared before it, or in it
   */
  record Setting(SqlReader reader, Audience audience, Parameters parameters, Resources resources) {}

  /** What a changelog says beside its change sets. */
  sealed interface Entry {}

  /**
   * Another changelog, or all in a folder.
   *
   * @param path as written
   * @param relative whether the path begins at the folder of this changelog
   * @param all whether it is a folder
   * @param context for which it is brought in; or null
   */
  record Include(String path, boolean relative, boolean all, String context) implements Entry {}

  /**
   * A property.
   *
   * @param global whether it also holds in the changelogs that are read after this one
   */
  record Property(String name, String value, boolean global) implements Entry {}

  /**
   * Reads a file.
   *
   * @throws dev.concertina.syntax.UnreadableSourceException when it is no changelog
   */
  static Changelog read(String path, String text) {
    return path.toLowerCase(Locale.ROOT).endsWith(".sql")
        ? new SqlChangelog(text)
        : new DocumentChangelog(text, Document.read(path, text));
  }
}
