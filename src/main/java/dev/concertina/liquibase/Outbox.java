package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Transcript;
import dev.concertina.syntax.Value;
import java.util.List;

/** What a change set sends, after its {@code modifySql} has had its way with every statement. */
final class Outbox {

  private static final String REPLACED = "modifySql changes it by a regular expression";

  private final Transcript transcript;
  private final List<Element> alterations;

  /**
   * @param alterations what is in the {@code modifySql} elements that hold for the database
   */
  Outbox(Transcript transcript, List<Element> alterations) {
    this.transcript = transcript;
    this.alterations = List.copyOf(alterations);
  }

  /** SQL that Liquibase makes of an element. */
  void send(Span place, String sql) {
    if (unknown()) {
      transcript.unread(place, REPLACED);
    } else {
      transcript.send(place, altered(sql));
    }
  }

  /**
   * SQL that stands in the changelog.
   *
   * @param split whether semicolons end statements; else all of it is one query
   */
  void run(Value.Text sql, boolean split) {
    if (unknown()) {
      transcript.unread(sql.span(), REPLACED);
    } else if (!alterations.isEmpty()) {
      transcript.send(sql.span(), altered(sql.text()));
    } else if (split) {
      transcript.run(sql);
    } else {
      transcript.query(sql);
    }
  }

  void unread(Span place, String reason) {
    transcript.unread(place, reason);
  }

  private boolean unknown() {
    return alterations.stream().anyMatch(one -> one.name().equals("regExpReplace"));
  }

  private String altered(String sql) {
    String altered = sql;
    for (Element one : alterations) {
      String value = one.get("value") == null ? "" : one.get("value");
      altered =
          switch (one.name()) {
            case "append" -> altered + value;
            case "appendIfNotPresent" -> altered.endsWith(value) ? altered : altered + value;
            case "prepend" -> value + altered;
            case "replace" -> replaced(altered, one);
            default -> altered;
          };
    }
    return altered;
  }

  private static String replaced(String sql, Element one) {
    String what = one.get("replace");
    String with = one.get("with");
    return what == null || what.isEmpty() ? sql : sql.replace(what, with == null ? "" : with);
  }
}
