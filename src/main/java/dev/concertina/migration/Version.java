package dev.concertina.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * A version as frameworks order it: runs of digits by their value, whatever their length and
 * leading zeros, other characters as they are, separators not at all. {@code 1}, {@code 001} and
 * {@code 1.0} are the same version.
 */
record Version(String text, List<String> parts) implements Comparable<Version> {

  static Version of(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (isDigit(text.charAt(at))) {
        while (end < text.length() && isDigit(text.charAt(end))) {
          end++;
        }
        parts.add(withoutZeros(text, at, end));
      } else if (isSeparator(text.charAt(at))) {
        end++;
      } else {
        while (end < text.length()
            && !isDigit(text.charAt(end))
            && !isSeparator(text.charAt(end))) {
          end++;
        }
        parts.add(text.substring(at, end));
      }
      at = end;
    }
    return new Version(text, List.copyOf(parts));
  }

  private static String withoutZeros(String text, int from, int to) {
    int start = from;
    while (start < to - 1 && text.charAt(start) == '0') {
      start++;
    }
    return text.substring(start, to);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '_' || c == '-' || c == ' ';
  }

  @Override
  public int compareTo(Version other) {
    int longest = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < longest; i++) {
      int order = compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private String part(int i) {
    return i < parts.size() ? parts.get(i) : "0";
  }

  private static int compare(String a, String b) {
    boolean numbers = isDigit(a.charAt(0)) && isDigit(b.charAt(0));
    return numbers && a.length() != b.length() ? a.length() - b.length() : a.compareTo(b);
  }
}
