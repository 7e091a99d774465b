package dev.concertina.ecto;

import dev.concertina.syntax.Value;

/**
 * What the configuration of a repo says about its migrations.
 *
 * @param primaryKey options of the key that tables get, or false
 * @param foreignKey options of references
 * @param timestamps options of {@code timestamps}
 * @param prefix the schema of tables that give none, or null
 */
public record RepoSettings(Value primaryKey, Value foreignKey, Value timestamps, String prefix) {

  /** Those of a repo that sets nothing. */
  public static final RepoSettings DEFAULT = new RepoSettings(null, null, null, null);

  /** Those that a keyword list of the configuration says. */
  public static RepoSettings of(Value configuration) {
    Options given = Options.of(configuration);
    return new RepoSettings(
        given.get("migration_primary_key"),
        given.get("migration_foreign_key"),
        given.get("migration_timestamps"),
        given.text("migration_default_prefix"));
  }

  private static Options options(Value value) {
    return value == null || value.isFalse() ? Options.NONE : Options.of(value);
  }

  /** Null where tables get no key. */
  Options key() {
    return primaryKey != null && primaryKey.isFalse() ? null : options(primaryKey);
  }

  /** A reference has the type of the keys. */
  Options reference() {
    return options(foreignKey).over(options(primaryKey).only("type"));
  }

  Options timestamp() {
    return options(timestamps);
  }
}
