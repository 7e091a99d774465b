package dev.concertina.github;

import dev.concertina.migration.ReplayCache;
import dev.concertina.server.Server;
import dev.concertina.server.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A service before a fake GitHub, for docs/images/pages.mjs to look at: pull requests 7, 8 and 9
 * wait for a delivery. Says where it listens and runs until its standard input ends.
 */
final class ShownService {
  private ShownService() {}

  /** The arguments: the secret of the webhook and the password of the admin. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shown");
    try (Scene scene = new Scene(folder.resolve("scene"))) {
      scene.pushHazards();
      open(scene, 8, Scene.RENAME, Scene.ADD, Scene.INDEX, null);
      open(
          scene,
          9,
          Scene.INDEX,
          "CREATE TABLE play (id bigint PRIMARY KEY, audio bigint);\n"
              + "ALTER TABLE play ADD FOREIGN KEY (audio) REFERENCES audio (id);\n");
      try (Server server =
          new Server(
              settings(scene, folder, arguments),
              "1.0.0",
              "https://rules.example/",
              ReplayCache.NONE)) {
        System.out.println("listens at http://127.0.0.1:" + server.port());
        System.in.readAllBytes();
      }
    }
  }

  private static void open(Scene scene, int number, String... pathsAndTexts) {
    String head = scene.pull.head;
    FakePull other = scene.github.state.open(number, scene.base, scene.base);
    scene.push(pathsAndTexts);
    other.head = scene.pull.head;
    scene.pull.head = head;
  }

  private static ServiceSettings settings(Scene scene, Path folder, String... arguments) {
    return ServiceSettings.read(
        Map.of(
            "CONCERTINA_WEBHOOK_SECRET",
            arguments[0],
            "CONCERTINA_ADMIN_PASSWORD",
            arguments[1],
            "CONCERTINA_APP_ID",
            FakeApp.ID,
            "CONCERTINA_PRIVATE_KEY",
            FakeApp.pem(),
            "CONCERTINA_GITHUB_URL",
            scene.github.endpoints().api().toString(),
            "CONCERTINA_GITHUB_WEB_URL",
            "https://github.example",
            "CONCERTINA_DATA",
            folder.resolve("data").toString(),
            "CONCERTINA_HOST",
            "127.0.0.1",
            "CONCERTINA_LOG_LEVEL",
            "warn",
            "PORT",
            "0"));
  }
}
