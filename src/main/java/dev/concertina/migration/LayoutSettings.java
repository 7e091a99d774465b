package dev.concertina.migration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What configuration and command line say about where migrations are.
 *
 * @param projects parts of the repository with a framework or database of their own
 * @param postDeployAll whether every migration runs after all old instances are gone
 * @param postDeploy globs of those that do
 * @param engine the database of the whole repository, or null when it is to be found out
 * @param explicit paths that were named one by one: they are migrations whatever they are called
 */
public record LayoutSettings(
    List<Project> projects,
    boolean postDeployAll,
    List<String> postDeploy,
    Engine engine,
    Set<String> explicit) {

  /** Nothing is configured. */
  public static final LayoutSettings NONE =
      new LayoutSettings(List.of(), false, List.of(), null, Set.of());

  public LayoutSettings {
    projects = List.copyOf(projects);
    postDeploy = List.copyOf(postDeploy);
    explicit = Set.copyOf(explicit);
  }

  /**
   * One part of the repository.
   *
   * @param path a folder or a glob
   * @param framework null when it is to be recognised
   * @param engine null when it is to be found out
   */
  public record Project(String path, Framework framework, Engine engine) {}

  /** The same settings with files that are migrations because somebody says so. */
  public LayoutSettings withExplicit(Set<String> paths) {
    return new LayoutSettings(projects, postDeployAll, postDeploy, engine, paths);
  }

  /** The last project that a path belongs to: later entries refine earlier ones. */
  Optional<Project> project(String path) {
    return projects.reversed().stream()
        .filter(project -> Glob.matches(project.path(), path))
        .findFirst();
  }

  boolean runsAfter(String path) {
    return postDeployAll || postDeploy.stream().anyMatch(glob -> Glob.matches(glob, path));
  }
}
