package dev.concertina.schema;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An expression inside a statement (a default, a check, a {@code USING}, a {@code WHERE}): its text
 * at once, and what it means only when somebody asks, because most expressions of a long history
 * are never looked at. Two expressions are equal when their texts are.
 */
public final class Expression {

  private final String text;
  private final Span span;
  private final Function<String, Detail> reader;
  private Detail detail;

  /**
   * @param text the source text without surrounding parentheses or white space
   * @param span where it stands
   * @param reader reads the text into its detail; called at most a few times, must be pure
   */
  public Expression(String text, Span span, Function<String, Detail> reader) {
    this.text = Objects.requireNonNull(text);
    this.span = Objects.requireNonNull(span);
    this.reader = Objects.requireNonNull(reader);
  }

  /** The source text. */
  public String text() {
    return text;
  }

  /** Where it stands. */
  public Span span() {
    return span;
  }

  /** What the expression means, read on first use. */
  public Detail detail() {
    Detail known = detail;
    if (known == null) {
      known = reader.apply(text);
      detail = known;
    }
    return known;
  }

  /** The same expression after a column that it may read has got another name. */
  Expression columnRenamed(String column, String newName) {
    String renamed = Words.rename(text, column, newName);
    return renamed.equals(text)
        ? this
        : new Expression(renamed, span, ignored -> detail().columnRenamed(column, newName));
  }

  /** Whether another expression is the same value, perhaps spelled in another way. */
  public boolean sameValue(Expression other) {
    return equals(other) || ValueText.plain(text).equals(ValueText.plain(other.text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * What an expression means, as far as rules need it.
   *
   * @param understood false when it could not be read; everything else is then empty or false, and
   *     nothing good may be assumed
   * @param constant no column, no function call, no sub-select: literals, casts and operators alone
   * @param nullLiteral it is {@code NULL}, possibly cast
   * @param columns folded names of the columns it reads, unqualified
   * @param functions folded names of the functions it calls, {@code schema.name} where qualified;
   *     {@code current_timestamp} and its like are listed under those names
   * @param conjuncts the parts that are joined by AND at the top, in order
   */
  public record Detail(
      boolean understood,
      boolean constant,
      boolean nullLiteral,
      Set<String> columns,
      Set<String> functions,
      List<Conjunct> conjuncts) {

    /** What is known of an expression that could not be read. */
    public static final Detail UNKNOWN =
        new Detail(false, false, false, Set.of(), Set.of(), List.of());

    public Detail {
      columns = Set.copyOf(columns);
      functions = Set.copyOf(functions);
      conjuncts = List.copyOf(conjuncts);
    }

    /** Whether a row for which this holds can't have NULL in {@code column}. */
    public boolean impliesNotNull(String column) {
      return conjuncts.stream()
          .anyMatch(c -> c.operator() == Operator.IS_NOT_NULL && column.equals(c.column()));
    }

    Detail columnRenamed(String column, String newName) {
      return new Detail(
          understood,
          constant,
          nullLiteral,
          columns.stream()
              .map(name -> name.equals(column) ? newName : name)
              .collect(Collectors.toSet()),
          functions,
          conjuncts.stream().map(c -> c.columnRenamed(column, newName)).toList());
    }

    /** Whether this is exactly {@code column IS NOT NULL}. */
    public boolean isBareNotNull() {
      return conjuncts.size() == 1 && conjuncts.get(0).operator() == Operator.IS_NOT_NULL;
    }

    /** Whether it holds for every row whatever it says: {@code true}, {@code 1 = 1}. */
    public boolean alwaysTrue() {
      return understood
          && !conjuncts.isEmpty()
          && conjuncts.stream().allMatch(c -> c.operator() == Operator.TRUE);
    }
  }

  /**
   * One part of a conjunction, as far as it compares a column with values.
   *
   * @param column the folded name of the column compared, or null when it is no such comparison
   * @param operator what is compared
   * @param values the literals compared with, as written ({@code 'de'}, {@code 5}); empty when the
   *     other side is not made of literals
   * @param text the source text
   */
  public record Conjunct(String column, Operator operator, List<String> values, String text) {
    public Conjunct {
      values = List.copyOf(values);
    }

    Conjunct columnRenamed(String from, String to) {
      return new Conjunct(
          from.equals(column) ? to : column, operator, values, Words.rename(text, from, to));
    }
  }

  /** The comparisons that facts distinguish. */
  public enum Operator {
    EQUAL,
    IN,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IS_NULL,
    IS_NOT_NULL,
    /** Always true: {@code true}, {@code 1 = 1}. */
    TRUE,
    /** Anything else. */
    OTHER
  }
}
