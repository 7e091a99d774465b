package dev.concertina.check;

import dev.concertina.django.Project;
import dev.concertina.django.ProjectFiles;
import dev.concertina.django.Readings;
import dev.concertina.migration.Framework;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The migrations of an example in Python, as those of one app called {@code audio}. */
final class DjangoExample implements ProgramExample, ProjectFiles {

  private final SortedMap<String, String> files = new TreeMap<>();
  private Project project;

  @Override
  public Framework framework() {
    return Framework.DJANGO;
  }

  @Override
  public String next() {
    return "audio/migrations/%04d.py".formatted(files.size() + 1);
  }

  @Override
  public String add(String text) {
    String path = next();
    files.put(path, text);
    project = null;
    return path;
  }

  @Override
  public List<Statement> statements(String path) {
    return project().statements(path);
  }

  @Override
  public boolean atomic(String path) {
    return project().atomic(path);
  }

  private Project project() {
    if (project == null) {
      project = new Project("", new ArrayList<>(files.keySet()), this, new Readings());
    }
    return project;
  }

  @Override
  public Iterable<String> below(String folder) {
    return files.keySet();
  }

  @Override
  public String text(String path) {
    return files.getOrDefault(path, "");
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    return List.of();
  }
}
