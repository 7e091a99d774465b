package dev.concertina.github;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A service before a fake GitHub, for docs/images/pages.mjs to look at: pull requests 7, 8 and 9
 * wait for a delivery. Says where it listens and runs until its standard input ends.
 */
final class ShownService {
  private ShownService() {}

  /** The arguments: the secret of the webhook and the password of the admin. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shown");
    try (Site site = new Site(folder)) {
      Scene scene = site.scene;
      scene.pushHazards();
      scene.open(8, Scene.RENAME, Scene.ADD, Scene.INDEX, null);
      scene.open(
          9,
          Scene.INDEX,
          "CREATE TABLE play (id bigint PRIMARY KEY, audio bigint);\n"
              + "ALTER TABLE play ADD FOREIGN KEY (audio) REFERENCES audio (id);\n");
      site.environment.put("CONCERTINA_WEBHOOK_SECRET", arguments[0]);
      site.environment.put("CONCERTINA_ADMIN_PASSWORD", arguments[1]);
      site.run();
      System.out.println("listens at http://127.0.0.1:" + site.port());
      System.in.readAllBytes();
    }
  }
}
