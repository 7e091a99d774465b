package dev.concertina.github;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a GitHub is: GitHub's own, an Enterprise Server or a test's.
 *
 * @param api root of the REST API, without a final slash
 * @param graphql the GraphQL API
 * @param web what links for people begin with, without a final slash
 */
public record Endpoints(URI api, URI graphql, String web) {

  private static final Pattern SERVER = Pattern.compile("/api/v3$");

  /** GitHub's own. */
  public static final Endpoints GITHUB = of("https://api.github.com", null, "https://github.com");

  /**
   * The endpoints of a server.
   *
   * @param graphql null for where it is beside the REST API: {@code …/api/v3} has {@code
   *     …/api/graphql}, everything else has {@code /graphql} under it
   * @param web null where there are no links
   */
  public static Endpoints of(String api, String graphql, String web) {
    String root = withoutSlash(api);
    String beside =
        SERVER.matcher(root).find()
            ? SERVER.matcher(root).replaceFirst("/api/graphql")
            : root + "/graphql";
    String given = graphql == null || graphql.isBlank() ? beside : graphql;
    return new Endpoints(
        URI.create(root), URI.create(given), web == null ? null : withoutSlash(web));
  }

  private static String withoutSlash(String address) {
    return address.replaceFirst("/+$", "");
  }

  /** The address of a path of the REST API that begins with a slash. */
  URI api(String path) {
    return URI.create(api + path);
  }
}
