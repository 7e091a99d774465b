package dev.concertina.sql;

import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Query.Result;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;

/** What a parsed query returns, and of which kind it is. */
final class QueryShape {

  private QueryShape() {}

  /**
   * The result columns, under the names that the database would choose.
   *
   * @param types reads a type, or gives null
   */
  static List<Result> results(Select select, java.util.function.Function<String, DataType> types) {
    Select first = select;
    while (first instanceof ParenthesedSelect || first instanceof SetOperationList) {
      first =
          first instanceof ParenthesedSelect inner
              ? inner.getSelect()
              : ((SetOperationList) first).getSelects().get(0);
    }
    List<Result> results = new ArrayList<>();
    if (first instanceof PlainSelect plain && plain.getSelectItems() != null) {
      for (SelectItem<?> item : plain.getSelectItems()) {
        Expression expression = item.getExpression();
        String name =
            item.getAlias() != null
                ? SqlVisitor.fold(item.getAlias().getName())
                : output(expression);
        results.add(new Result(name, column(expression), cast(expression, types)));
      }
    }
    return results;
  }

  private static String column(Expression expression) {
    Expression inner = expression;
    while (inner instanceof CastExpression cast) {
      inner = cast.getLeftExpression();
    }
    return inner instanceof Column column ? SqlVisitor.fold(column.getColumnName()) : null;
  }

  private static DataType cast(
      Expression expression, java.util.function.Function<String, DataType> types) {
    return expression instanceof CastExpression cast && cast.getColDataType() != null
        ? types.apply(cast.getColDataType().toString())
        : null;
  }

  private static String output(Expression expression) {
    Expression inner = expression;
    while (inner instanceof CastExpression cast) {
      Expression value = cast.getLeftExpression();
      boolean named =
          value instanceof Column || value instanceof Function || value instanceof CastExpression;
      if (!named) {
        return SqlVisitor.fold(cast.getColDataType().getDataType());
      }
      inner = value;
    }
    if (inner instanceof AllColumns) {
      return "*";
    }
    if (inner instanceof Column column) {
      return SqlVisitor.fold(column.getColumnName());
    }
    if (inner instanceof Function function) {
      List<String> name = function.getMultipartName();
      return SqlVisitor.fold(name.get(name.size() - 1));
    }
    return inner instanceof CaseExpression ? "case" : "?";
  }

  /** The one relation of a query that a view could be updated through, or null. */
  static Name onlyTable(Select select, java.util.function.Function<String, Name> names) {
    if (!(select instanceof PlainSelect plain) || !(plain.getFromItem() instanceof Table table)) {
      return null;
    }
    boolean simple =
        (plain.getJoins() == null || plain.getJoins().isEmpty())
            && plain.getGroupBy() == null
            && plain.getHaving() == null
            && plain.getDistinct() == null
            && plain.getLimit() == null
            && plain.getOffset() == null
            && plain.getFetch() == null
            && (plain.getWithItemsList() == null || plain.getWithItemsList().isEmpty());
    return simple ? names.apply(table.getFullyQualifiedName()) : null;
  }

  /** Whether it leaves out what is there already: NOT EXISTS, NOT IN, EXCEPT, an anti-join. */
  static boolean guarded(Tokens tokens) {
    boolean outer = false;
    boolean isNull = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean guard =
          tokens.is(i, "except")
              || tokens.is(i, "not") && tokens.is(i + 1, "exists")
              || tokens.is(i, "not")
                  && tokens.is(i + 1, "in")
                  && tokens.isSymbol(i + 2, "(")
                  && tokens.is(i + 3, "select");
      if (guard) {
        return true;
      }
      outer |= tokens.is(i, "left") && (tokens.is(i + 1, "join") || tokens.is(i + 1, "outer"));
      isNull |= tokens.is(i, "is") && tokens.is(i + 1, "null");
    }
    return outer && isNull;
  }

  /** Whether a word stands in it with which a query leaves rows out. */
  static boolean filtered(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, "where")
          || tokens.is(i, "having")
          || tokens.is(i, "limit")
          || tokens.is(i, "fetch")) {
        return true;
      }
    }
    return false;
  }
}
