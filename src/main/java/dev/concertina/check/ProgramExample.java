package dev.concertina.check;

import dev.concertina.migration.Framework;
import dev.concertina.sql.Statement;
import java.util.List;

/** The migrations of an example that are programs, in the language of one framework. */
sealed interface ProgramExample permits DjangoExample, RailsExample {

  /** Whose migrations an example has; null when they are SQL. */
  static ProgramExample of(String example) {
    if (example.contains("ActiveRecord::Migration")) {
      return new RailsExample();
    }
    return example.contains("class Migration(") ? new DjangoExample() : null;
  }

  Framework framework();

  /** Where the next migration lies. */
  String next();

  /** Adds the next migration, and answers where it lies. */
  String add(String text);

  /** What the framework sends for one of the migrations, after those that were added before it. */
  List<Statement> statements(String path);

  /** Whether it runs in a transaction. */
  boolean atomic(String path);
}
