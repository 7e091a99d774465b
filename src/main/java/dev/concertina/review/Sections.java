package dev.concertina.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a text with a limit: when it gets too long, the least important go as a whole. */
final class Sections {
  private static final int ROOM_FOR_NOTICE = 400;

  private final List<Section> sections = new ArrayList<>();

  /**
   * @param rank 0 is never left out; the highest goes first
   * @param name what a reader misses when it is left out
   */
  private record Section(int rank, String name, String text) {}

  void add(int rank, String name, String text) {
    if (!text.isBlank()) {
      sections.add(new Section(rank, name, text));
    }
  }

  /** All that fits, with a blank line between parts, and a word about what does not. */
  String fit(int limit) {
    List<Section> kept = new ArrayList<>(sections);
    List<String> left = new ArrayList<>();
    while (length(kept) + ROOM_FOR_NOTICE > limit) {
      Section least = kept.stream().max(Comparator.comparingInt(Section::rank)).orElseThrow();
      if (least.rank() == 0) {
        break;
      }
      kept.remove(least);
      left.add(least.name());
    }
    List<String> texts = new ArrayList<>(kept.stream().map(Section::text).toList());
    if (!left.isEmpty()) {
      String notice =
          "Left out because this comment has a limit: "
              + English.and(left)
              + ". `concertina check` shows all of it.\n";
      texts.add(Math.max(0, texts.size() - 1), notice);
    }
    return String.join("\n", texts);
  }

  /** All of it, whatever its length. */
  String all() {
    return String.join("\n", sections.stream().map(Section::text).toList());
  }

  /** In bytes: some limits of GitHub's count those, and no text has more characters. */
  private static int length(List<Section> sections) {
    return sections.stream()
        .mapToInt(section -> section.text().getBytes(StandardCharsets.UTF_8).length + 1)
        .sum();
  }
}
