package dev.concertina.migration;

import dev.concertina.migration.Migration.Direction;
import dev.concertina.migration.Migration.Transaction;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.Placeholders;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a placed file into migrations: one for each direction that it holds. */
final class MigrationReader {

  /** What is said of a text that a reader should have read. */
  static final String FAULT = "reading it failed, which is a fault of Concertina's: ";

  private final Layout layout;
  private final Map<SqlSyntax, SqlReader> readers = new EnumMap<>(SqlSyntax.class);

  MigrationReader(Layout layout) {
    this.layout = layout;
  }

  /**
   * @param bytes null when the file can't be read
   */
  List<Migration> read(Place place, byte[] bytes) {
    if (bytes == null) {
      return List.of(
          unread(place, "", "the file can't be read: it is over the size limit or no plain file"));
    }
    Decoded decoded = Decoded.of(bytes);
    String text = decoded.text();
    if (place.kind() == Place.Kind.UNREAD) {
      return List.of(unread(place, text, notYet(place)));
    } else if (!place.engine().judged()) {
      return List.of(
          unread(place, text, "migrations for " + place.engine().name() + " are not read yet"));
    } else if (text.isEmpty() && decoded.problem() != null) {
      return List.of(unread(place, text, decoded.problem()));
    }
    if (place.kind() == Place.Kind.PROGRAM) {
      return parts(place, text).stream().map(part -> migration(place, part, text)).toList();
    }
    List<Migration> migrations = new ArrayList<>();
    for (Sections.Section section : sections(place, text)) {
      List<Statement> statements = new ArrayList<>();
      if (decoded.problem() != null && migrations.isEmpty()) {
        statements.add(notAnalysed(decoded.problem()));
      }
      statements.addAll(statements(place, section, text));
      migrations.add(migration(place, section, text, statements));
    }
    return migrations;
  }

  /** The migrations that a file holds beside each other; empty where it is none of that kind. */
  List<Part> parts(Place place, byte[] bytes) {
    boolean holds = place.kind() == Place.Kind.PROGRAM && place.engine().judged() && bytes != null;
    return holds ? parts(place, Decoded.of(bytes).text()) : List.of();
  }

  /** A reader that stumbles over a text costs the file and never the check. */
  private List<Part> parts(Place place, String text) {
    try {
      return layout.programs(place.framework()).read(place, text);
    } catch (RuntimeException | StackOverflowError fault) {
      Statement unread = notAnalysed(FAULT + fault.getClass().getSimpleName());
      return List.of(new Part(null, true, false, List.of(unread), null));
    }
  }

  /** The statements that have run where a history has run, in order. */
  List<Statement> up(Place place, byte[] bytes) {
    String text = Decoded.of(bytes).text();
    if (place.kind() == Place.Kind.PROGRAM) {
      return parts(place, text).stream().flatMap(part -> part.statements().stream()).toList();
    }
    if (place.framework() == Framework.DRIZZLE && Pieces.isPulled(text)) {
      return Pieces.pulled(reader(place), text);
    }
    List<Statement> statements = new ArrayList<>();
    for (Sections.Section section : sections(place, text)) {
      if (section.direction() == Direction.UP) {
        statements.addAll(statements(place, section, text));
      }
    }
    return statements;
  }

  private List<Statement> statements(Place place, Sections.Section section, String text) {
    Placeholders placeholders =
        place.framework() == Framework.FLYWAY ? layout.flyway().placeholders() : Placeholders.NONE;
    Pieces pieces =
        switch (place.framework()) {
          case DRIZZLE -> Pieces.DRIZZLE;
          case ATLAS -> AtlasHeader.pieces(text);
          case MYBATIS -> layout.myBatis(place).pieces();
          default -> null;
        };
    if (pieces != null) {
      return pieces.read(reader(place), text, section.from(), section.to());
    }
    return reader(place).read(text, section.from(), section.to(), placeholders);
  }

  private Map<String, String> session(Place place) {
    if (place.framework() == Framework.FLYWAY) {
      return layout.flywaySession().of(place.history(), reader(place));
    }
    Programs programs = layout.programs(place.framework());
    return programs == null ? Map.of() : programs.session(place);
  }

  SqlReader reader(Place place) {
    return readers.computeIfAbsent(place.engine().syntax(), SqlReader::new);
  }

  static List<Sections.Section> sections(Place place, String text) {
    if (place.kind() == Place.Kind.SECTIONS) {
      return Sections.of(place.framework(), text);
    }
    return List.of(whole(place, text));
  }

  private static String notYet(Place place) {
    String name = Path.name(place.path());
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return "migrations of "
        + place.framework().title()
        + " in ."
        + extension
        + " files are not read yet";
  }

  private Migration unread(Place place, String text, String reason) {
    return migration(place, whole(place, text), text, List.of(notAnalysed(reason)));
  }

  private static Sections.Section whole(Place place, String text) {
    Direction direction = place.goesUp() ? Direction.UP : Direction.DOWN;
    return new Sections.Section(direction, 0, text.length(), false);
  }

  private static Statement notAnalysed(String reason) {
    return new Statement(
        "", Span.FILE, List.of(new Operation.NotAnalysed(reason, Span.FILE)), List.of());
  }

  Migration migration(Place place, Part part, String text) {
    Framework framework = place.framework();
    return new Migration(
        place.path(),
        framework.id(),
        place.engine(),
        place.history(),
        part.id() == null ? place.versionText() : part.id(),
        Direction.UP,
        transaction(place, part),
        framework.checksummed() && !part.repeatable(),
        part.repeatable(),
        layout.settings().runsAfter(place.path()),
        text,
        part.statements(),
        session(place),
        part.models());
  }

  private Transaction transaction(Place place, Part part) {
    Framework framework = place.framework();
    if (!part.transactional()) {
      return framework.withoutTransaction();
    }
    boolean grouped = framework == Framework.FLYWAY && layout.flyway().group();
    return grouped ? Transaction.ALL_PENDING : layout.programs(framework).transaction(place);
  }

  private Migration migration(
      Place place, Sections.Section section, String text, List<Statement> statements) {
    boolean repeatable = place.kind() == Place.Kind.REPEATABLE;
    return new Migration(
        place.path(),
        place.framework().id(),
        place.engine(),
        place.history(),
        place.versionText(),
        section.direction(),
        transaction(place, section, text, statements),
        place.framework().checksummed() && !repeatable,
        repeatable,
        layout.settings().runsAfter(place.path()),
        text,
        statements,
        session(place),
        null);
  }

  private Transaction transaction(
      Place place, Sections.Section section, String text, List<Statement> statements) {
    Framework framework = place.framework();
    String own = framework == Framework.FLYWAY ? ofScript(place) : null;
    if (section.outside() || optsOut(place, text) || "false".equals(own)) {
      return framework.withoutTransaction();
    }
    if (framework != Framework.FLYWAY || "true".equals(own)) {
      return framework.transaction();
    }
    Transaction how = FlywayStatements.transaction(statements, layout.flyway());
    return how == Transaction.REFUSED
        ? FlywayStatements.transaction(statements, layout.flywayEverywhere())
        : how;
  }

  /** Whether the file, or one beside it, asks to run outside a transaction. */
  private boolean optsOut(Place place, String text) {
    RepositoryFiles files = layout.files();
    return switch (place.framework()) {
      case SQLX -> text.startsWith("-- no-transaction");
      case ATLAS -> "none".equals(AtlasHeader.of(text).get("txmode"));
      case DIESEL -> {
        String metadata = Path.in(Path.folder(place.path()), "metadata.toml");
        // The key's default is no transaction, a missing file's is one.
        yield files.has(metadata) && !"true".equals(files.config(metadata).get("runintransaction"));
      }
      case MYBATIS -> layout.myBatis(place).outside();
      default -> false;
    };
  }

  /** What the settings beside a script of Flyway say about its transaction, or null. */
  private String ofScript(Place place) {
    return layout.files().config(place.path() + ".conf").get("executeintransaction");
  }
}
