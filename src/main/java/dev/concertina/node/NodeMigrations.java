package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.sql.SqlReader;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Program;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.List;

/** Reads the migrations of the frameworks for Node as what they send on their way up. */
public final class NodeMigrations {

  private static final String TOO_MUCH = "it does more than is followed";

  private final SqlReader reader;

  /**
   * @param reader for all SQL of one check
   */
  public NodeMigrations(SqlReader reader) {
    this.reader = reader;
  }

  /** One migration at hand. */
  private final class Reading {
    private final SourceFile file;
    private final Journal journal;
    private final Flow flow;
    private final Module module;

    Reading(String path, String text, Modules modules) {
      file = Grammar.TYPESCRIPT.parse(text);
      journal = new Journal(reader, file, Journal.OF_MIGRATION);
      flow = new Flow(file, path, modules, journal);
      Module loaded;
      try {
        loaded = flow.load();
      } catch (Flow.TooMuchException | StackOverflowError beyond) {
        journal.unread(Span.FILE, TOO_MUCH);
        loaded = null;
      }
      module = loaded;
    }

    /** The way up, as the function that it is, or null. */
    Value up() {
      Value up = module.exported("up");
      return up == null && module.whole() instanceof ClassValue type ? type : up;
    }

    void follow(Closure function, Value... given) {
      Span place = file.span(function.node());
      flow.settle(flow.call(function, List.of(given), place));
    }
  }

  /** Follows a migration and says what it sent. */
  private interface Way {
    void follow(Reading reading);
  }

  private List<Program> read(String path, String text, Modules modules, Way way) {
    Reading reading;
    try {
      reading = new Reading(path, text, modules);
    } catch (UnreadableSourceException beyond) {
      return List.of(Program.unread(beyond.getMessage()));
    }
    Node error = reading.file.error();
    if (error != null) {
      reading.journal.unread(reading.file.span(error), "it is no TypeScript or JavaScript");
    }
    if (reading.module != null) {
      try {
        way.follow(reading);
      } catch (Flow.TooMuchException | StackOverflowError beyond) {
        reading.journal.unread(Span.FILE, TOO_MUCH);
      }
    }
    return reading.journal.programs();
  }

  /** A migration of TypeORM. */
  public List<Program> typeOrm(String path, String text, Modules modules) {
    return read(
        path,
        text,
        modules,
        reading -> {
          Host runner = new TypeOrmRunner(reading.journal, Span.FILE);
          inClass(reading, "MigrationInterface", "transaction", null, runner);
        });
  }

  /** A migration of Knex. */
  public List<Program> knex(String path, String text, Modules modules) {
    return read(
        path,
        text,
        modules,
        reading -> {
          Value config = reading.module.exported("config");
          if (config != null && Values.entry(config, "transaction").isFalse()) {
            reading.journal.enter(null);
          }
          inFunction(reading, new Knex(reading.journal, Span.FILE));
        });
  }

  /** A migration of node-pg-migrate that is a program. */
  public List<Program> nodePgMigrate(String path, String text, Modules modules) {
    return read(
        path,
        text,
        modules,
        reading -> inFunction(reading, new PgMigrate(reading.journal, Span.FILE)));
  }

  /** A migration of MikroORM. */
  public List<Program> mikroOrm(String path, String text, Modules modules) {
    return read(
        path,
        text,
        modules,
        reading -> {
          Host migration = new MikroOrm(reading.journal, Span.FILE);
          inClass(reading, "Migration", "isTransactional", migration);
        });
  }

  /** A migration of Sequelize, which is in no transaction but those that it opens itself. */
  public List<Program> sequelize(String path, String text, Modules modules) {
    return read(
        path,
        text,
        modules,
        reading -> {
          reading.journal.enter(null);
          Value sequelize = new Value.Name("Sequelize", Span.FILE);
          inFunction(reading, new SequelizeInterface(reading.journal, Span.FILE), sequelize);
        });
  }

  /** Follows the function {@code up} that the file exports. */
  private void inFunction(Reading reading, Value... given) {
    if (reading.up() instanceof Closure up) {
      reading.follow(up, given);
    } else {
      reading.journal.unread(Span.FILE, "no function `up` was found in it");
    }
  }

  /**
   * Follows {@code up} of the class that is a migration.
   *
   * @param switchOff the field that is false where it wants no transaction
   */
  private void inClass(
      Reading reading, String base, String switchOff, Host framework, Value... given) {
    ClassValue type = ofClass(reading, base);
    if (type == null) {
      reading.journal.unread(Span.FILE, "no class with a method `up` was found in it");
      return;
    }
    Instance instance =
        new Instance(type, new Expressions(reading.flow, reading.journal), framework);
    Value said = instance.get(switchOff, Span.FILE);
    Value transaction =
        said instanceof Closure asked ? reading.flow.call(asked, List.of(), asked.span()) : said;
    if (transaction.isFalse()) {
      reading.journal.enter(null);
    }
    if (instance.get("up", Span.FILE) instanceof Closure up) {
      reading.follow(up, given);
    }
  }

  private static ClassValue ofClass(Reading reading, String base) {
    ClassValue other = null;
    for (Node node : reading.file.root().children()) {
      Node declared = node.is("export_statement") ? node.child("declaration") : node;
      Node name = declared == null ? null : declared.child("name");
      if (name != null
          && reading.module.scope().get(reading.file.text(name)) instanceof ClassValue type
          && type.member("up") != null) {
        if (type.is(base)) {
          return type;
        }
        other = type;
      }
    }
    return other != null ? other : reading.module.whole() instanceof ClassValue type ? type : null;
  }
}
