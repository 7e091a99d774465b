package dev.concertina.liquibase;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file of comma-separated values holds for a table.
 *
 * @param columns the names in its first line, or those that the change gives for them
 * @param values as SQL, row by row
 */
record Rows(List<String> columns, List<List<String>> values) {

  private static final int MOST = 100;

  /** Reads a file's text by the settings of the change that loads it. */
  static Rows of(Element change, String text) {
    String separator = change.get("separator");
    char between = separator == null || separator.isEmpty() ? ',' : separator.charAt(0);
    String mark = change.get("quotchar");
    char quote = mark == null || mark.isEmpty() ? '"' : mark.charAt(0);
    String comment = change.filled("commentLineStartsWith");
    List<List<String>> lines =
        text.lines()
            .filter(line -> !line.isBlank())
            .filter(line -> !line.startsWith(comment == null ? "#" : comment))
            .limit(MOST + 1)
            .map(
                line ->
                    cells(
                        line, separator != null && separator.equals("\\t") ? '\t' : between, quote))
            .toList();
    List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
    List<Integer> taken = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      Element column = column(change, header.get(i), i);
      boolean skipped = column != null && "skip".equalsIgnoreCase(column.get("type"));
      if (!skipped) {
        taken.add(i);
        boolean renamed = column != null && column.filled("name") != null;
        columns.add(renamed ? column.get("name") : header.get(i));
      }
    }
    List<List<String>> values = new ArrayList<>();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      values.add(taken.stream().map(i -> i < line.size() ? value(line.get(i)) : "NULL").toList());
    }
    return new Rows(columns, values);
  }

  private static Element column(Element change, String header, int index) {
    return change.columns().stream()
        .filter(
            column ->
                header.equalsIgnoreCase(column.get("header"))
                    || column.get("header") == null && header.equalsIgnoreCase(column.get("name"))
                    || String.valueOf(index).equals(column.get("index")))
        .findFirst()
        .orElse(null);
  }

  private static String value(String cell) {
    if (cell.isEmpty() || cell.equalsIgnoreCase("null")) {
      return "NULL";
    }
    boolean number = cell.length() < 19 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? cell : Given.quoted(cell);
  }

  private static List<String> cells(String line, char separator, char quote) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == quote) {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == quote;
        if (doubled) {
          cell.append(quote);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
