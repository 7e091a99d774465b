package dev.concertina.review;

import java.util.Objects;

/**
 * How an output looks, for whoever reads it.
 *
 * @param color whether the terminal shows colours
 * @param width how many columns the terminal has
 * @param project the name that tells two sticky summaries in one pull request apart
 * @param version the version of Concertina, for the machines that ask
 * @param links where places in the repository and the pages of the rules are
 */
public record Options(boolean color, int width, String project, String version, Links links) {

  private static final int NARROWEST = 40;

  /** A black and white terminal of 100 columns, no links. */
  public static final Options PLAIN = new Options(false, 100, "default", "0", Links.NONE);

  public Options {
    width = Math.max(width, NARROWEST);
    Objects.requireNonNull(project);
    Objects.requireNonNull(version);
    Objects.requireNonNull(links);
  }

  public Options withColor(boolean newColor) {
    return new Options(newColor, width, project, version, links);
  }

  public Options withWidth(int newWidth) {
    return new Options(color, newWidth, project, version, links);
  }

  public Options withProject(String newProject) {
    return new Options(color, width, newProject, version, links);
  }

  public Options withVersion(String newVersion) {
    return new Options(color, width, project, newVersion, links);
  }

  public Options withLinks(Links newLinks) {
    return new Options(color, width, project, version, newLinks);
  }
}
