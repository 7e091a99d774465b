package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.concertina.proof.Broken.Harm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every plan is carried out on a real server with the releases at work, and does no harm. Every
 * migration that it replaces does harm, and the harm that was foretold.
 */
@ResourceLock(Server.LOCK)
class RecipesTest {

  private static final Path RECIPES = Path.of("src/test/resources/dev/concertina/proof/recipes");

  private static Server server;

  static Stream<Arguments> plans() {
    return recipes(recipe -> recipe.harm() == null);
  }

  static Stream<Arguments> harmful() {
    return recipes(recipe -> recipe.harm() != null);
  }

  @ParameterizedTest(name = "{1} on PostgreSQL {0}")
  @MethodSource("plans")
  void thePlanDoesNoHarm(int major, Recipe recipe) {
    Advice advice = Advice.about(recipe, major);
    assertThat(recipe.releases()).as("releases for %s", advice).hasSize(advice.deploys() + 1);
    try (Database database = database(major, recipe)) {
      rollout(database, recipe, recipe.releases()).carryOut(advice.moves());
    }
  }

  @ParameterizedTest(name = "{1} on PostgreSQL {0}")
  @MethodSource("plans")
  void theMigrationDoesTheHarmThatIsForetold(int major, Recipe recipe) {
    boolean harm;
    try (Database database = database(major, recipe)) {
      Naive naive = new Naive(database, recipe);
      naive.assertForetold(recipe, Advice.about(recipe, major));
      harm = naive.doesHarm();
    }
    if (!harm) {
      Move migration = new Move(1, false, "the migration", recipe.statements(), true, null, null);
      assertThat(harm(major, recipe, recipe.naive(), List.of(migration))).isNotNull();
    }
  }

  @ParameterizedTest(name = "{1} on PostgreSQL {0}")
  @MethodSource("harmful")
  void aWrongSequenceDoesHarm(int major, Recipe recipe) {
    assertThat(harm(major, recipe, recipe.releases(), recipe.moves())).isEqualTo(recipe.harm());
  }

  private static Harm harm(int major, Recipe recipe, List<Release> releases, List<Move> moves) {
    try (Database database = database(major, recipe)) {
      Rollout rollout = rollout(database, recipe, releases);
      Broken broken = catchThrowableOfType(Broken.class, () -> rollout.carryOut(moves));
      return broken == null ? null : broken.harm();
    }
  }

  private static Rollout rollout(Database database, Recipe recipe, List<Release> releases) {
    return new Rollout(database, Ledger.of(database, recipe.rows()), releases);
  }

  private static Database database(int major, Recipe recipe) {
    Database database = server(major).database();
    database.run(recipe.base());
    return database;
  }

  /** The cases come major by major, so each server is started once. */
  private static Server server(int major) {
    if (server == null || server.major() != major) {
      stop();
      server = Server.start(major);
    }
    return server;
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  private static Stream<Arguments> recipes(Predicate<Recipe> wanted) {
    return Majors.chosen()
        .boxed()
        .flatMap(
            major ->
                read().stream()
                    .filter(recipe -> recipe.since() <= major)
                    .filter(wanted)
                    .map(recipe -> Arguments.of(major, recipe)));
  }

  private static List<Recipe> read() {
    try (Stream<Path> files = Files.list(RECIPES)) {
      return files.sorted().map(RecipesTest::recipe).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recipe recipe(Path file) {
    try {
      String name = file.getFileName().toString().replace(".sql", "").replace('-', ' ');
      return new Recipe(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
