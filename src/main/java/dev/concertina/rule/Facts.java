package dev.concertina.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of one operation in its context, each computed when it is first asked for. */
public final class Facts {

  private static final Object ABSENT = new Object();

  private final FactBook book;
  private final Context context;
  private final Map<String, Object> known = new HashMap<>();

  Facts(FactBook book, Context context) {
    this.book = book;
    this.context = context;
  }

  /** The operation and everything around it. */
  public Context context() {
    return context;
  }

  /** The value of a fact, or null when it does not apply here. */
  Object value(Fact fact) {
    Object value = known.get(fact.name());
    if (value == null) {
      boolean applies = context.event() == null || fact.ofFiles();
      value = applies ? fact.value().apply(context) : null;
      known.put(fact.name(), value == null ? ABSENT : value);
    }
    return value == ABSENT ? null : value;
  }

  /** Whether the flag of that name is set. */
  public boolean flag(String name) {
    Object value = value(book.fact(name));
    return value instanceof Finding.Related || Boolean.TRUE.equals(value);
  }

  /** The value for a sentence; the empty string when the fact does not apply here. */
  public String text(String name) {
    Object value = value(book.fact(name));
    return switch (value) {
      case null -> "";
      case Finding.Related place -> place.message();
      case List<?> list when !rows(list).isEmpty() ->
          rows(list).stream()
              .flatMap(
                  change ->
                      change.isComputed() ? Stream.of(change.names()) : change.batch().stream())
              .distinct()
              .collect(Collectors.joining("\n"));
      case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /** The data transformations of that name; none when the fact is another kind of thing. */
  public List<Transformation> transformations(String name) {
    return value(book.fact(name)) instanceof List<?> list ? rows(list) : List.of();
  }

  private static List<Transformation> rows(List<?> list) {
    return list.stream()
        .filter(Transformation.class::isInstance)
        .map(Transformation.class::cast)
        .toList();
  }

  /** The place of that name, or null when there is none. */
  public Finding.Related place(String name) {
    return (Finding.Related) value(book.fact(name));
  }

  /** The value as a rule compares it. */
  static String word(Object value) {
    return switch (value) {
      case Enum<?> constant -> Fact.word(constant);
      case Finding.Related place -> "true";
      default -> value.toString();
    };
  }
}
