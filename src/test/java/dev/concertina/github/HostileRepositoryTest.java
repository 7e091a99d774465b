package dev.concertina.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories and archives of them that somebody made to do harm, through the service. */
class HostileRepositoryTest {
  private static final int BOMB = 17 << 20;
  private static final int BOMBS = 20;

  @TempDir Path folder;
  private Site site;
  private Scene scene;

  @BeforeEach
  void start() {
    site = new Site(folder).run();
    scene = site.scene;
    // So many that the commit is fetched as an archive.
    for (int i = 0; i < 60; i++) {
      scene.git.write("app/part" + i + ".py", "def part" + i + "():\n    return " + i + "\n");
    }
    scene.pushHazards();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void isReviewed(int comments) throws IOException {
    site.deliver("pull_request", Site.pull("opened"));
    site.eventually(() -> assertThat(scene.check().conclusion).isEqualTo("failure"));
    site.settled();
    assertThat(scene.open()).hasSize(comments);
    assertThat(scene.github.calls()).contains("GET codeload");
    assertThat(written()).noneMatch(file -> file.contains("escaped"));
    assertThat(folder.resolveSibling("escaped.sql")).doesNotExist();
    assertThat(Path.of("/tmp/escaped.sql")).doesNotExist();
  }

  /** All files that there are now, those of git among them. */
  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).toList();
    }
  }

  /** An archive with the same names, whose first files are others and the rest empty. */
  private static byte[] filled(byte[] archive, byte[] content, List<String> more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> names = new ArrayList<>(more);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      int files = 0;
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/") && files++ < BOMBS) {
          zip.write(content);
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void an_archive_of_bombs_is_not_unpacked() throws IOException {
    byte[] zeros = new byte[BOMB];
    scene.github.contents.making = archive -> filled(archive, zeros, List.of());
    isReviewed(2);
  }

  @Test
  void an_archive_that_leads_out_of_its_folder_writes_nothing_there() throws IOException {
    byte[] evil = "evil".getBytes(UTF_8);
    List<String> out =
        List.of("octo-shop-1234/../../../escaped.sql", "../../escaped.sql", "/tmp/escaped.sql");
    scene.github.contents.making = archive -> filled(archive, evil, out);
    isReviewed(2);
  }

  @Test
  void links_are_not_followed() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "DROP TABLE audio; -- s3same\n");
    Files.createSymbolicLink(scene.git.root().resolve("db/migration/V4__link.sql"), secret);
    Files.createSymbolicLink(scene.git.root().resolve("app/all"), Path.of("/"));
    scene.pushed();
    isReviewed(3);
    assertThat(scene.open())
        .extracting(thread -> thread.comments.getFirst().body)
        .anyMatch(body -> body.contains("it is a symbolic link, which is not followed"))
        .noneMatch(body -> body.contains("s3same"));
  }

  @Test
  void paths_that_lead_out_of_the_repository_are_names_alone() throws IOException {
    String id = scene.git.git("rev-parse", "HEAD:" + Scene.INDEX).strip();
    scene.github.contents.alsoListed.put("../../escaped/db/migration/V5__x.sql", id);
    scene.github.contents.alsoListed.put("/tmp/escaped.sql", id);
    isReviewed(2);
  }

  @Test
  void a_commit_with_too_many_files_is_not_listed() {
    Connection connection =
        new Connection(
            scene.github.endpoints(),
            TokenSource.of(FakeGitHub.TOKEN),
            new Pace(scene.timing, Duration.ZERO));
    try (RemoteRepository repository =
        new RemoteRepository(
            connection, "octo/shop", Checkout.NONE, new ArchiveFolder(folder.resolve("a")))) {
      assertThatThrownBy(() -> new Lister(repository.known(), 10).list(scene.pull.head))
          .isInstanceOf(GitHubException.class)
          .hasMessage("the repository is too large to be listed: check it out");
    }
  }
}
