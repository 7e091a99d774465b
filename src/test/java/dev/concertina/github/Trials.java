package dev.concertina.github;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs trials of the service by name; {@code bench/service} says how. */
final class Trials {
  private static final int TIMES = Integer.getInteger("times", 20);
  private static final long SEED = Long.getLong("seed", 7);
  private static final int SECONDS = Integer.getInteger("seconds", 30);
  private static final int REVIEWS = Integer.getInteger("reviews", 1000);

  private Trials() {}

  public static void main(String[] arguments) throws Exception {
    Path room = Path.of(arguments[0]).toAbsolutePath();
    boolean wrong = false;
    for (String name : List.of(arguments).subList(1, arguments.length)) {
      Path folder = Files.createDirectories(room.resolve(name));
      String result;
      try {
        result = run(name, folder);
      } catch (Exception e) {
        e.printStackTrace();
        result = "WRONG: " + e;
      }
      wrong |= result.contains("WRONG");
      System.out.println(name + ": " + result);
    }
    System.exit(wrong ? 1 : 0);
  }

  private static String run(String name, Path folder) throws Exception {
    KillTrials kills = new KillTrials(TIMES, SEED);
    LoadTrials load = new LoadTrials(SECONDS, REVIEWS);
    FaultTrials faults = new FaultTrials(Duration.ofSeconds(SECONDS));
    return switch (name) {
      case "kills" -> kills.one(folder, Map.of());
      case "kills-postgresql" -> {
        try (SharedStore store = new SharedStore(folder.resolve("postgresql"))) {
          yield kills.one(folder, store.environment());
        }
      }
      case "kills-of-two" -> {
        try (SharedStore store = new SharedStore(folder.resolve("postgresql"))) {
          yield kills.ofTwo(folder, store.environment());
        }
      }
      case "deliveries" -> load.deliveries(folder);
      case "reviews" -> load.reviews(folder);
      case "database" -> faults.database(folder);
      case "github" -> faults.github(folder);
      case "signatures" -> faults.signatures(folder);
      case "slow-bodies" -> faults.slowBodies(folder);
      case "payload" -> faults.payload(folder);
      case "end" -> faults.end(folder);
      case "disk" -> faults.disk(folder, Path.of(System.getProperty("disk")));
      default -> throw new IllegalArgumentException("no case " + name);
    };
  }
}
