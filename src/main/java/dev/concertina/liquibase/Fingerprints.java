package dev.concertina.liquibase;

import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Wording;
import java.util.TreeMap;

/** What of a change counts when Liquibase asks whether it was edited. */
final class Fingerprints {

  private Fingerprints() {}

  /** Adds an element: its attributes in no order, its text without white space and comments. */
  static void add(Element element, Resources resources, StringBuilder wording) {
    wording.append(element.name()).append('{');
    new TreeMap<>(element.attributes())
        .forEach(
            (name, value) ->
                wording.append(name).append('=').append(value.text().strip()).append(';'));
    if (element.text() != null) {
      wording.append(of(element.text().text()));
    }
    String file = element.name().equals("sqlFile") ? element.get("path") : null;
    if (file != null) {
      String text = resources.text(file, element.flag("relativeToChangelogFile"));
      wording.append(text == null ? "" : of(text));
    }
    element.children().forEach(child -> add(child, resources, wording));
    wording.append('}');
  }

  private static String of(String text) {
    return Wording.of(text, SqlSyntax.POSTGRESQL) + "\n";
  }
}
