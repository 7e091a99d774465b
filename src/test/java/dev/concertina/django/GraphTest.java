package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

  private final List<MigrationFile> files = new ArrayList<>();

  /** A migration {@code a.1} with what its class says beside its operations. */
  private void migration(String key, String body) {
    String[] parts = key.split("\\.");
    String text =
        """
        from django.conf import settings
        from django.db import migrations
        class Migration(migrations.Migration):
            operations = []
            %s
        """
            .formatted(body);
    files.add(
        MigrationFile.read(
            new Key(parts[0], parts[1]), text, Settings.of(4, 2).withUserModel("users.User")));
  }

  private List<String> order() {
    return new Graph(files).order().stream().map(file -> file.key().toString()).toList();
  }

  @Test
  void whatIsNeededRunsFirst() {
    migration("a.2", "dependencies = [('a', '1'), ('b', '1')]");
    migration("a.1", "");
    migration("b.1", "dependencies = [('z', '9'), ('contenttypes', '0002_x')]");
    migration("z.9", "");
    assertThat(order()).containsExactly("a.1", "z.9", "b.1", "a.2");
  }

  @Test
  void firstLastAndSettings() {
    migration("a.1", "dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]");
    migration("users.1", "dependencies = [('z', '__latest__')]");
    migration("users.2", "dependencies = [('users', '1')]");
    migration("z.1", "");
    migration("z.2", "dependencies = [('z', '1')]");
    assertThat(order()).containsExactly("z.1", "z.2", "users.1", "a.1", "users.2");
  }

  @Test
  void runBeforeTurnsTheArrowRound() {
    migration("b.1", "run_before = [('a', '1')]");
    migration("a.1", "");
    assertThat(order()).containsExactly("b.1", "a.1");
  }

  @Test
  void aSquashRunsOnlyWhereWhatItReplacesIsGone() {
    migration("a.1_2", "replaces = [('a', '1'), ('a', '2')]");
    migration("a.1", "");
    migration("a.2", "dependencies = [('a', '1')]");
    migration("a.3", "dependencies = [('a', '2')]");
    assertThat(order()).containsExactly("a.1", "a.2", "a.3");

    files.removeIf(file -> file.key().name().matches("[12]"));
    assertThat(order()).containsExactly("a.1_2", "a.3");
  }

  @Test
  void twoHeadsAreFound() {
    migration("a.1", "");
    migration("a.2", "dependencies = [('a', '1')]");
    migration("a.3", "dependencies = [('a', '1')]");
    migration("b.1", "dependencies = [('a', '2')]");
    assertThat(new Graph(files).heads().get("a"))
        .containsExactly(new Key("a", "2"), new Key("a", "3"));
    migration("a.4", "dependencies = [('a', '2'), ('a', '3')]");
    assertThat(new Graph(files).heads().get("a")).containsExactly(new Key("a", "4"));
  }

  @Test
  void aCircleEnds() {
    migration("a.1", "dependencies = [('a', '2')]");
    migration("a.2", "dependencies = [('a', '1')]");
    assertThat(order()).hasSize(2);
  }

  @Test
  void aLongChainIsNoDepth() {
    for (int i = 20_000; i > 0; i--) {
      files.add(
          new MigrationFile(
              new Key("a", "%05d".formatted(i)),
              null,
              List.of(),
              "",
              true,
              List.of(new Key("a", "%05d".formatted(i - 1))),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    assertThat(order()).hasSize(20_000).startsWith("a.00001", "a.00002");
  }

  @Test
  void whatCannotBeReadSaysWhy() {
    MigrationFile file =
        MigrationFile.read(
            new Key("a", "1"),
            "class Migration:\n  atomic = False\n  operations = [o for o in x]\n",
            Settings.of(5, 0));
    assertThat(file.atomic()).isFalse();
    assertThat(file.faults())
        .extracting(MigrationFile.Fault::reason)
        .containsExactly("its list of operations is computed");
    assertThat(MigrationFile.read(new Key("a", "1"), "x = 1", Settings.of(5, 0)).faults())
        .extracting(MigrationFile.Fault::reason)
        .containsExactly("it has no class Migration");
    assertThat(
            MigrationFile.read(
                    new Key("a", "1"), "class Migration:\n  operations = [f(]\n", Settings.of(5, 0))
                .faults())
        .extracting(MigrationFile.Fault::reason)
        .contains("a part of it is no Python");
  }
}
