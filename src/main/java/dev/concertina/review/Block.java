package dev.concertina.review;

import dev.concertina.check.Report;
import dev.concertina.check.Report.Result;
import dev.concertina.rule.Finding;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<Place, List<Result>> places = new LinkedHashMap<>();
    for (Result result : report.findings()) {
      if (result.counts()) {
        Finding finding = result.finding();
        places
            .computeIfAbsent(new Place(finding.file(), finding.span()), place -> new ArrayList<>())
            .add(result);
      }
    }
    return places.values().stream().map(Block::new).toList();
  }

  /** The blocks of the whole report, worst first, otherwise in the report's order. */
  public static List<Block> worstFirst(Report report) {
    return of(report).stream()
        .sorted(Comparator.comparing((Block block) -> block.worst().severity()).reversed())
        .toList();
  }

  private record Place(String file, Span span) {}

  /** The finding that speaks for the operation. */
  public Finding worst() {
    return results.getFirst().finding();
  }
}
