package dev.concertina.plan;

import dev.concertina.migration.Framework;
import dev.concertina.migration.Migration;
import dev.concertina.rule.Transformation;
import java.util.List;
import java.util.Map;

/** Data transformations as commands, in the language of the framework that runs the migrations. */
final class Commands {

  /** Writes the files of one command. */
  interface Language {
    List<Listing> write(Transformation transformation, Migration migration);
  }

  /** PostgreSQL cuts longer names of procedures. */
  private static final int LONGEST = 60;

  private static final Language PLAIN = new SqlCommand();

  private final Map<String, Language> languages =
      Map.of(
          Framework.DJANGO.id(), new DjangoCommand(),
          Framework.RAILS.id(), new RailsCommand());

  /** The command for a transformation that stands where this migration has it. */
  List<Listing> of(Transformation transformation, Migration migration) {
    return languages.getOrDefault(migration.framework(), PLAIN).write(transformation, migration);
  }

  /** What a command is called: {@code set_audio_slug}. Letters, digits and underscores alone. */
  static String name(Transformation transformation) {
    String table = transformation.table().local();
    String name =
        transformation.changes().isEmpty()
            ? "delete_from_" + table
            : "set_" + table + "_" + String.join("_", transformation.changes().keySet());
    StringBuilder plain = new StringBuilder();
    name.chars()
        .limit(LONGEST)
        .map(Character::toLowerCase)
        .map(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' ? c : '_')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
