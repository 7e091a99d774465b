package dev.concertina.migration;

import dev.concertina.migration.Migration.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How TypeORM is told to share transactions between migrations: by {@code
 * migrationsTransactionMode} of a data source, or by {@code --transaction} of the command.
 */
final class TypeOrmTransactions {

  private static final Pattern SAID =
      Pattern.compile(
          "migrationsTransactionMode[\"']?\\s*[:=]\\s*[\"'`](all|each|none)\\b"
              + "|migration:run[^\\n\"']{0,200}?(?:--transaction|-t)[ =](all|each|none)\\b");

  private static final List<String> WORDS = List.of("migrationsTransactionMode", "migration:run");

  private final Tree tree;
  private final RepositoryFiles files;
  private Map<String, Transaction> said;

  TypeOrmTransactions(Tree tree, RepositoryFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /**
   * What the nearest file says that says anything; what TypeORM does by itself where two differ.
   */
  Transaction of(Place place) {
    List<Transaction> nearest = new ArrayList<>();
    int most = -1;
    for (Map.Entry<String, Transaction> one : said().entrySet()) {
      int shared = shared(place.path(), one.getKey());
      if (shared > most) {
        nearest.clear();
        most = shared;
      }
      if (shared == most) {
        nearest.add(one.getValue());
      }
    }
    return nearest.stream().distinct().count() == 1
        ? nearest.get(0)
        : place.framework().transaction();
  }

  private Map<String, Transaction> said() {
    if (said == null) {
      said = new HashMap<>();
      for (String path : tree.containing(WORDS)) {
        if (!path.endsWith(".md") && !Exclusions.excluded(path)) {
          Matcher found = SAID.matcher(files.text(path));
          if (found.find()) {
            said.put(path, mode(found.group(1) == null ? found.group(2) : found.group(1)));
          }
        }
      }
    }
    return said;
  }

  private static Transaction mode(String word) {
    return switch (word) {
      case "each" -> Transaction.FILE;
      case "none" -> Transaction.NONE;
      default -> Transaction.ALL_PENDING;
    };
  }

  /** How many folders two files have in common. */
  private static int shared(String one, String other) {
    List<String> folders = Path.folders(one);
    List<String> others = Path.folders(other);
    int shared = 0;
    while (shared < Math.min(folders.size(), others.size())
        && folders.get(shared).equals(others.get(shared))) {
      shared++;
    }
    return shared;
  }
}
