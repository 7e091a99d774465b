package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.migration.ReplayCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache that costs nothing but time when something is wrong with it. */
class ReplayFolderTest {
  @TempDir Path folder;

  @Test
  void what_was_put_is_got() {
    ReplayCache cache = new ReplayFolder(folder.resolve("a/b"));
    assertThat(cache.get("abc")).isEmpty();
    cache.put("abc", new byte[] {1, 2});
    cache.put("abc", new byte[] {3});
    assertThat(cache.get("abc")).hasValue(new byte[] {3});
  }

  @Test
  void it_stays_small() throws IOException {
    ReplayCache cache = new ReplayFolder(folder);
    for (int i = 0; i < 450; i++) {
      cache.put(Integer.toHexString(i), new byte[] {1});
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.count()).isLessThanOrEqualTo(200);
    }
    cache.put("ffff", new byte[(16 << 20) + 1]);
    assertThat(cache.get("ffff")).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_made_does_not_matter() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    ReplayCache cache = new ReplayFolder(file.resolve("below"));
    cache.put("abc", new byte[] {1});
    assertThat(cache.get("abc")).isEmpty();
  }

  @Test
  void keys_are_no_paths() {
    ReplayCache cache = new ReplayFolder(folder);
    assertThatThrownBy(() -> cache.get("../x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_environment_says_where() {
    assertThat(ReplayFolder.of(Map.of())).isSameAs(ReplayCache.NONE);
    assertThat(ReplayFolder.of(Map.of("CONCERTINA_CACHE", "off", "HOME", "/h")))
        .isSameAs(ReplayCache.NONE);
    ReplayFolder.of(Map.of("XDG_CACHE_HOME", folder.toString())).put("abc", new byte[] {1});
    assertThat(folder.resolve("concertina/replay/abc")).exists();
    ReplayFolder.of(Map.of("HOME", folder.toString())).put("abc", new byte[] {1});
    assertThat(folder.resolve(".cache/concertina/replay/abc")).exists();
    ReplayFolder.of(Map.of("CONCERTINA_CACHE", folder.toString())).put("abc", new byte[] {1});
    assertThat(folder.resolve("replay/abc")).exists();
  }
}
