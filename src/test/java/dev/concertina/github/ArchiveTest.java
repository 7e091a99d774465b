package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that somebody made to do harm. */
class ArchiveTest {
  private static final String LIKE = "0".repeat(40);

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String id(String text) {
    return BlobId.of(bytes(text), LIKE);
  }

  /** Names and contents in turn. */
  private Path zip(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(bytes(namesAndTexts[i + 1]));
      }
    }
    return file;
  }

  @Test
  void knows_ids_as_git_does() {
    assertThat(id("hello\n")).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  @Test
  void takes_paths_for_names_alone() throws IOException {
    Path file = zip("top/../../etc/passwd", "evil", "/etc/passwd", "evil", "top/a.sql", "good");
    try (Archive archive = Archive.open(file, Map.of("a.sql", id("good"), "../etc/x", id("x")))) {
      assertThat(archive.read(id("good"))).contains(bytes("good"));
      assertThat(archive.has(id("evil"))).isFalse();
    }
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void believes_no_other_content_under_a_name() throws IOException {
    Path file = zip("top/a.sql", "SELECT 1;");
    try (Archive archive = Archive.open(file, Map.of("a.sql", id("DROP TABLE a;")))) {
      assertThat(archive.has(id("DROP TABLE a;"))).isTrue();
      assertThat(archive.read(id("DROP TABLE a;"))).isEmpty();
    }
  }

  @Test
  void unpacks_no_bomb() throws IOException {
    Path file = folder.resolve("bomb.zip");
    String id = "1".repeat(40);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("top/a.sql"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 40; i++) {
        zip.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(100_000);
    try (Archive archive = Archive.open(file, Map.of("a.sql", id))) {
      assertThat(archive.read(id)).isEmpty();
    }
  }

  @Test
  void opens_nothing_that_is_no_archive() throws IOException {
    Path file = folder.resolve("a.zip");
    Files.write(file, bytes("<html>".repeat(100)));
    assertThatThrownBy(() -> Archive.open(file, Map.of())).isInstanceOf(IOException.class);
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Archive.open(file, Map.of())).isInstanceOf(IOException.class);
  }

  @Test
  void opens_no_directory_that_would_fill_the_memory() throws IOException {
    Path file = zip("top/a.sql", "x");
    byte[] bytes = Files.readAllBytes(file);
    // The size of the directory, in the record at the end.
    bytes[bytes.length - 22 + 15] = 0x7f;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Archive.open(file, Map.of())).hasMessageContaining("directory");
  }

  @Test
  void keeps_the_archives_that_were_used_last() throws IOException {
    ArchiveFolder archives = new ArchiveFolder(folder.resolve("kept"), 250);
    for (int i = 0; i < 3; i++) {
      String commit = String.valueOf(i).repeat(40);
      Path file = archives.archive(commit, opening -> write(opening, 100));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * i));
    }
    try (var files = Files.list(folder.resolve("kept"))) {
      assertThat(files.map(file -> file.getFileName().toString().substring(0, 1)))
          .containsExactlyInAnyOrder("1", "2");
    }
    assertThatThrownBy(() -> archives.archive("../x", opening -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keeps_nothing_of_a_download_that_fails() throws IOException {
    ArchiveFolder archives = new ArchiveFolder(folder.resolve("kept"));
    assertThatThrownBy(
            () ->
                archives.archive(
                    LIKE,
                    opening -> {
                      write(opening, 10);
                      throw new GitHubException(0, "broken");
                    }))
        .hasMessage("broken");
    try (var files = Files.list(folder.resolve("kept"))) {
      assertThat(files).isEmpty();
    }
  }

  private static void write(Wire.Opening opening, int length) {
    try (OutputStream out = opening.open()) {
      out.write(new byte[length]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
