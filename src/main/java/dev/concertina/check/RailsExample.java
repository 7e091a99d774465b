package dev.concertina.check;

import dev.concertina.migration.Framework;
import dev.concertina.rails.RailsMigration;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The migrations of an example in Ruby. */
final class RailsExample implements ProgramExample {

  private final Map<String, Program> files = new LinkedHashMap<>();

  @Override
  public Framework framework() {
    return Framework.RAILS;
  }

  @Override
  public String next() {
    return "db/migrate/%04d_change.rb".formatted(files.size() + 1);
  }

  @Override
  public String add(String text) {
    String path = next();
    files.put(path, RailsMigration.read(text).get(0));
    return path;
  }

  @Override
  public List<Statement> statements(String path) {
    return files.get(path).statements();
  }

  @Override
  public boolean atomic(String path) {
    return files.get(path).transactional();
  }
}
