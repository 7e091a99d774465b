package dev.concertina.schema;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A query inside a statement (the body of a view, the source of an INSERT, a SELECT): its text at
 * once, and what it reads only when somebody asks. Two queries are equal when their texts are.
 */
public final class Query {

  private final String text;
  private final Span span;
  private final Function<String, Detail> reader;
  private Detail detail;

  /**
   * @param text the source text
   * @param span where it stands
   * @param reader reads the text into its detail; must be pure
   */
  public Query(String text, Span span, Function<String, Detail> reader) {
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

  /** What it reads, found on first use. */
  public Detail detail() {
    Detail known = detail;
    if (known == null) {
      known = reader.apply(text);
      detail = known;
    }
    return known;
  }

  /** The same query after a relation that it may read has got another name. */
  Query relationRenamed(Name relation, Name newName) {
    return new Query(
        Words.rename(text, relation.local(), newName.local()),
        span,
        ignored -> detail().relationRenamed(relation, newName));
  }

  /** The same query after a column has got another name: its results keep theirs. */
  Query columnRenamed(String column, String newName) {
    return new Query(Words.rename(text, column, newName), span, ignored -> detail());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Query that && text.equals(that.text);
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
   * What a query reads and returns.
   *
   * @param understood false when it could not be read; everything else is then empty
   * @param tables every relation named in it, sub-queries and common table expressions included;
   *     the names of the common table expressions themselves are left out
   * @param functions folded names of the functions it calls
   * @param results its result columns in order
   * @param onlyTable the one relation in FROM when it is a plain select of one relation without
   *     grouping, DISTINCT, LIMIT or set operation (PostgreSQL's condition for an updatable view),
   *     else null
   * @param guarded whether it has a NOT EXISTS or an anti-join that lets a second run find nothing
   * @param filtered whether anything in it may leave rows out: WHERE, HAVING, LIMIT, FETCH
   */
  public record Detail(
      boolean understood,
      Set<Name> tables,
      Set<String> functions,
      List<Result> results,
      Name onlyTable,
      boolean guarded,
      boolean filtered) {

    /** What is known of a query that could not be read. */
    public static final Detail UNKNOWN =
        new Detail(false, Set.of(), Set.of(), List.of(), null, false, true);

    public Detail {
      tables = Set.copyOf(tables);
      functions = Set.copyOf(functions);
      results = List.copyOf(results);
    }

    /** The names of its result columns. */
    public List<String> outputs() {
      return results.stream().map(Result::name).toList();
    }

    Detail relationRenamed(Name relation, Name newName) {
      return new Detail(
          understood,
          tables.stream()
              .map(name -> name.equals(relation) ? newName : name)
              .collect(Collectors.toSet()),
          functions,
          results,
          relation.equals(onlyTable) ? newName : onlyTable,
          guarded,
          filtered);
    }
  }

  /**
   * One result column.
   *
   * @param name {@code *} stands for a star, {@code ?} for an expression without a name
   * @param column the column that it is, cast or not, or null when it is computed
   * @param cast the type that it is cast to, or null
   */
  public record Result(String name, String column, DataType cast) {}
}
