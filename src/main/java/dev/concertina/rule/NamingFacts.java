package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.text;

import dev.concertina.migration.Transactions.Run;
import dev.concertina.schema.Column;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Operation.Persistence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Facts about names that are given, and about what a team wants beside them. */
final class NamingFacts {

  /** PostgreSQL cuts longer names off, before a character that would not fit. */
  private static final int LONGEST_NAME = 63;

  private static final int CUT_OFF = LONGEST_NAME - 4;

  private NamingFacts() {}

  static List<Fact> all() {
    return List.of(
        list(
            "names.too-long",
            "the names that it gives and that are longer than 63 bytes",
            NamingFacts::tooLong),
        list(
            "names.off-pattern",
            "the names that it gives and that do not match the team's pattern",
            c -> offPattern(c).stream().map(Given::name).toList()),
        text(
            "names.pattern",
            "the pattern for the first of them",
            c ->
                offPattern(c).stream()
                    .findFirst()
                    .map(given -> conventions(c).pattern(given.kind()))
                    .orElse(null)),
        text(
            "names.kind",
            "what the first of them names",
            c -> offPattern(c).stream().findFirst().map(Given::kind).orElse(null)),
        list(
            "comments.missing",
            "what it creates and the change gives no comment, though the team wants one",
            NamingFacts::uncommented),
        list(
            "columns.missing",
            "the columns that the team wants in every table and that this one lacks",
            NamingFacts::lacking),
        flag(
            "insert.lists-columns",
            "the INSERT says which columns it fills",
            c -> !(c.operation() instanceof Operation.Insert i) || !i.columns().isEmpty()));
  }

  private static Conventions conventions(Context context) {
    return context.situation().conventions();
  }

  private static List<Given> offPattern(Context context) {
    return Given.by(context.operation()).stream()
        .filter(given -> !conventions(context).follows(given.kind(), given.name()))
        .distinct()
        .toList();
  }

  private static List<String> uncommented(Context context) {
    List<String> wanted = conventions(context).comments();
    List<String> missing = new ArrayList<>();
    if (wanted.contains("table") && isNewTable(context) && !commented(context, null)) {
      missing.add("the table");
    }
    if (wanted.contains("column")) {
      columns(context).map(Column::name).filter(c -> !commented(context, c)).forEach(missing::add);
    }
    return missing;
  }

  private static boolean isNewTable(Context context) {
    return context.operation() instanceof Operation.CreateTable create
        && create.persistence() != Persistence.TEMPORARY
        && create.partitionOf() == null
        && context.before().table(create.table()).isEmpty();
  }

  private static Stream<Column> columns(Context context) {
    return switch (context.operation()) {
      case Operation.CreateTable o when isNewTable(context) -> o.columns().stream();
      case Operation.AddColumn o -> Stream.of(o.column());
      default -> Stream.empty();
    };
  }

  private static boolean commented(Context context, String column) {
    Name table = context.target();
    ObjectKind what = column == null ? ObjectKind.TABLE : ObjectKind.COLUMN;
    return context.later().stream()
        .map(Run::operation)
        .anyMatch(
            o ->
                o instanceof Operation.Comment comment
                    && comment.what() == what
                    && table.equals(comment.name())
                    && Objects.equals(column, comment.column()));
  }

  private static List<String> lacking(Context context) {
    if (!isNewTable(context)
        || !(context.operation() instanceof Operation.CreateTable create)
        || !create.like().isEmpty()) {
      return List.of();
    }
    List<String> has = new ArrayList<>(create.columns().stream().map(Column::name).toList());
    context.later().stream()
        .map(Run::operation)
        .filter(o -> o instanceof Operation.AddColumn add && add.table().equals(create.table()))
        .forEach(o -> has.add(((Operation.AddColumn) o).column().name()));
    return conventions(context).columns().stream().filter(c -> !has.contains(c)).toList();
  }

  private static List<String> tooLong(Context context) {
    String text = context.here().statement().sql();
    return Given.by(context.operation()).stream()
        .map(Given::name)
        .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > CUT_OFF)
        .map(name -> written(text, name))
        .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
        .distinct()
        .toList();
  }

  /** A name that was cut off, as the text goes on with it. */
  private static String written(String text, String name) {
    int start = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
    int end = start + name.length();
    while (start >= 0 && end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    return start < 0 ? name : text.substring(start, end);
  }

  private static boolean isPartOfName(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
