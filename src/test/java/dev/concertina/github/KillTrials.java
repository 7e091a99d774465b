package dev.concertina.github;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills the service in the middle of reviews: nothing may be lost, and nothing be said twice. */
final class KillTrials {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PULLS = 6;

  /** Reviews begin soon after their delivery, and are over after this time or a little more. */
  private static final int LONGEST_MILLIS = 2_500;

  private final int times;
  private final long seed;

  KillTrials(int times, long seed) {
    this.times = times;
    this.seed = seed;
  }

  /** One node that is started again after each time. */
  String one(Path folder, Map<String, String> database) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.environment.putAll(database);
      Random random = new Random(seed);
      int during = 0;
      for (int i = 1; i <= times; i++) {
        Service node = stage.node("node");
        push(stage, random, "kill-" + i);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        during += node.figure("concertina_queue_depth") > 0 ? 1 : 0;
        node.kill();
      }
      stage.node("node");
      return said(stage, during);
    }
  }

  /** Two nodes, of which the one is killed that has taken the deliveries. */
  String ofTwo(Path folder, Map<String, String> database) throws Exception {
    try (Stage stage = new Stage(folder)) {
      stage.environment.putAll(database);
      Random random = new Random(seed);
      Service first = stage.node("a");
      int during = 0;
      for (int i = 1; i <= times; i++) {
        Service other = stage.node(i % 2 == 0 ? "a" : "b");
        stage.deliverTo(first);
        push(stage, random, "kill-" + i);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        during += first.figure("concertina_queue_depth") > 0 ? 1 : 0;
        first.kill();
        stage.deliverTo(other);
        first = other;
      }
      return said(stage, during);
    }
  }

  /** Some are pushed to once, some twice. */
  private static void push(Stage stage, Random random, String name) throws Exception {
    List<Integer> some = new ArrayList<>(Stage.pulls(PULLS));
    some.removeIf(number -> random.nextInt(3) == 0);
    stage.crowd.push(some);
    for (int number : some) {
      stage.courier.deliver(name + "-" + number, number);
    }
  }

  private String said(Stage stage, int during) throws Exception {
    List<String> wrong = stage.settled(PATIENCE);
    wrong.addAll(stage.leaks());
    return "%s; killed %d times, %d of them with work waiting; checks of older heads left open: %s"
        .formatted(
            wrong.isEmpty() ? "every pull request is right" : "WRONG " + wrong,
            times,
            during,
            stage.crowd.unfinished());
  }
}
