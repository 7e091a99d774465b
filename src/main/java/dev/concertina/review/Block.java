package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Result;
import dev.concertina.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings of one operation: a reader sees one place and one block, worst first.
 *
 * @param results never empty, worst first
 */
public record Block(List<Result> results) {

  private static final Comparator<Result> WORST_FIRST =
      Comparator.comparing((Result result) -> result.finding().severity()).reversed();

  public Block {
    results = results.stream().sorted(WORST_FIRST).toList();
  }

  /** The findings that count, by operation, in the report's order. */
  public static List<Block> of(Report report) {
    List<List<Result>> places = new ArrayList<>();
    for (Result result : report.findings()) {
      if (result.counts()) {
        // Findings at one place stand together in a report.
        if (places.isEmpty() || !samePlace(places.getLast().getLast(), result)) {
          places.add(new ArrayList<>());
        }
        places.getLast().add(result);
      }
    }
    return places.stream().map(Block::new).toList();
  }

  /** The blocks of the whole report, worst first, otherwise in the report's order. */
  public static List<Block> worstFirst(Report report) {
    return of(report).stream()
        .sorted(Comparator.comparing((Block block) -> block.worst().severity()).reversed())
        .toList();
  }

  private static boolean samePlace(Result a, Result b) {
    return a.finding().file().equals(b.finding().file())
        && a.finding().span().start() == b.finding().span().start()
        && a.finding().span().end() == b.finding().span().end();
  }

  /** The finding that speaks for the operation. */
  public Finding worst() {
    return results.getFirst().finding();
  }
}
