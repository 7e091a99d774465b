package dev.concertina.migration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Recognises migrations that are written in something other than SQL: by path first, so that no
 * other file is opened, then by a word of their content. Those of a framework that is not read yet
 * are reported and not passed over.
 */
final class ProgramFrameworks {

  private ProgramFrameworks() {}

  /** The framework of a file that is no SQL, if it is a migration. */
  static Optional<Framework> of(String path, Supplier<String> content) {
    String name = Path.name(path);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    List<String> folders = Path.folders(path);
    Framework found =
        switch (extension) {
          case "py" -> python(name, folders, content);
          case "rb" -> ruby(name, folders, content);
          case "js", "ts", "mjs", "cjs", "mts", "cts" -> script(folders, content);
          case "xml", "yaml", "yml", "json" -> changelog(path, content);
          case "exs" -> ecto(name, folders, content);
          case "cs" -> efCore(name, folders, content);
          case "php" -> php(folders, content);
          case "java", "kt", "groovy" -> java(name, folders);
          case "go" -> go(folders, content);
          case "rs" -> rust(name, content);
          default -> null;
        };
    return Optional.ofNullable(found);
  }

  private static Framework python(String name, List<String> folders, Supplier<String> content) {
    boolean migrations = folders.contains("migrations");
    if (name.equals("__init__.py") || !migrations && !folders.contains("versions")) {
      return null;
    }
    boolean django = migrations && folders.get(folders.size() - 1).equals("migrations");
    // A team may have a class of its own between Django's and the migration's.
    if (django && says(content, "class Migration(")) {
      // Migrations of South, from before Django 1.7, are none of Django's: nothing runs them now.
      return says(content, "from south.") ? null : Framework.DJANGO;
    }
    return says(content, "down_revision") ? Framework.ALEMBIC : null;
  }

  private static Framework ruby(String name, List<String> folders, Supplier<String> content) {
    boolean place =
        folders.stream()
            .anyMatch(
                f -> f.equals("migrate") || f.equals("post_migrate") || f.endsWith("_migrate"));
    return place && FileName.hasNumber(name) && says(content, "Migration") ? Framework.RAILS : null;
  }

  private static Framework script(List<String> folders, Supplier<String> content) {
    if (folders.stream().noneMatch(f -> f.contains("migration") || f.equals("migrate"))) {
      return null;
    }
    if (says(content, "@mikro-orm/migrations")) {
      return Framework.MIKROORM;
    } else if (says(content, "MigrationInterface")) {
      return Framework.TYPEORM;
    } else if (says(content, "queryInterface")) {
      return Framework.SEQUELIZE;
    } else if (says(content, "pgm.") || says(content, "node-pg-migrate")) {
      return Framework.NODE_PG_MIGRATE;
    }
    boolean up = says(content, "exports.up") || says(content, "function up");
    return up && says(content, "knex") ? Framework.KNEX : null;
  }

  /** Words of paths at which a changelog may lie; elsewhere no document is opened. */
  private static final List<String> CHANGELOGS =
      List.of("changelog", "liquibase", "changeset", "migration", "/db/", "/database/", "/schema/");

  private static Framework changelog(String path, Supplier<String> content) {
    String lower = "/" + path.toLowerCase(Locale.ROOT);
    boolean place = CHANGELOGS.stream().anyMatch(lower::contains);
    return place && says(content, "databaseChangeLog") ? Framework.LIQUIBASE : null;
  }

  private static Framework ecto(String name, List<String> folders, Supplier<String> content) {
    if (!FileName.hasNumber(name)) {
      return null;
    }
    // A team may have a module of its own between Ecto's and the migration's.
    boolean own =
        folders.contains("priv")
            && folders.contains("migrations")
            && (says(content, "def change") || says(content, "def up"));
    return own || says(content, "Ecto.Migration") ? Framework.ECTO : null;
  }

  private static Framework efCore(String name, List<String> folders, Supplier<String> content) {
    boolean generated = name.endsWith(".Designer.cs") || name.endsWith("ModelSnapshot.cs");
    return folders.contains("migrations") && !generated && says(content, "MigrationBuilder")
        ? Framework.EFCORE
        : null;
  }

  private static Framework php(List<String> folders, Supplier<String> content) {
    if (!folders.contains("migrations")) {
      return null;
    }
    if (says(content, "AbstractMigration")) {
      return Framework.PHINX;
    }
    return says(content, "extends Migration") ? Framework.LARAVEL : null;
  }

  private static Framework java(String name, List<String> folders) {
    boolean place = folders.contains("migration") || folders.contains("migrations");
    return place && FlywayNaming.DEFAULT.of(name).isPresent() ? Framework.FLYWAY : null;
  }

  private static Framework rust(String name, Supplier<String> content) {
    boolean named = FileName.of(Framework.REFINERY, name.replace(".rs", ".sql")).isPresent();
    return named && says(content, "fn migration") ? Framework.REFINERY : null;
  }

  private static Framework go(List<String> folders, Supplier<String> content) {
    boolean place = folders.stream().anyMatch(f -> f.contains("migrat"));
    return place && says(content, "goose.AddMigration") ? Framework.GOOSE : null;
  }

  private static boolean says(Supplier<String> content, String word) {
    return content.get().contains(word);
  }
}
