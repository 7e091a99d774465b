package dev.concertina.review;

import java.util.List;

/** Numbers and lists as prose has them. */
final class English {

  private English() {}

  /** {@code 1 deploy}, {@code 4 deploys}. */
  static String count(long number, String noun) {
    return number + " " + (number == 1 ? noun : plural(noun));
  }

  /** {@code reads, writes and the way back}. */
  static String and(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  private static String plural(String noun) {
    return noun.endsWith("x") || noun.endsWith("s") ? noun + "es" : noun + "s";
  }
}
