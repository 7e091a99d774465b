package dev.concertina.sql;

import java.util.HashSet;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** Collects the columns, functions and tables that a parsed tree names, wherever they stand. */
final class SqlVisitor extends TablesNamesFinder<Void> {

  private final Set<String> columns = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private boolean selects;

  void readExpression(Expression expression) {
    getTables(expression);
  }

  Set<String> readStatement(Statement statement) {
    return getTables(statement);
  }

  boolean constant() {
    return !selects && columns.isEmpty() && functions.isEmpty();
  }

  Set<String> columns() {
    return columns;
  }

  Set<String> functions() {
    return functions;
  }

  @Override
  public <S> Void visit(Column column, S context) {
    String name = fold(column.getColumnName());
    boolean niladic = column.getTable() == null && ExpressionScan.NILADIC.contains(name);
    boolean literal = column.getTable() == null && (name.equals("true") || name.equals("false"));
    if (niladic) {
      functions.add(name);
    } else if (!literal) {
      columns.add(name);
    }
    return super.visit(column, context);
  }

  @Override
  public <S> Void visit(Function function, S context) {
    StringBuilder name = new StringBuilder();
    for (String part : function.getMultipartName()) {
      String folded = fold(part);
      boolean implied = folded.equals("pg_catalog") || folded.equals("public");
      if (!implied) {
        name.append(name.isEmpty() ? "" : ".").append(folded);
      }
    }
    functions.add(name.toString());
    if (function.getNamedParameters() != null) {
      function.getNamedParameters().forEach(argument -> argument.accept(this, context));
    }
    return super.visit(function, context);
  }

  @Override
  public <S> Void visit(AnalyticExpression window, S context) {
    functions.add(fold(window.getName()));
    if (window.getPartitionExpressionList() != null) {
      window.getPartitionExpressionList().forEach(key -> key.accept(this, context));
    }
    if (window.getOrderByElements() != null) {
      window.getOrderByElements().forEach(key -> key.getExpression().accept(this, context));
    }
    return super.visit(window, context);
  }

  @Override
  public <S> Void visit(ExtractExpression extract, S context) {
    functions.add("extract");
    return super.visit(extract, context);
  }

  @Override
  public <S> Void visit(TrimFunction trim, S context) {
    functions.add("trim");
    return super.visit(trim, context);
  }

  @Override
  public <S> Void visit(TimeKeyExpression time, S context) {
    String key = Names.lowerCase(time.getStringValue());
    functions.add(key.endsWith("()") ? key.substring(0, key.length() - 2) : key);
    return super.visit(time, context);
  }

  @Override
  public <S> Void visit(ParenthesedSelect select, S context) {
    selects = true;
    return super.visit(select, context);
  }

  /** A name as the parser leaves it, with its quotes. */
  static String fold(String written) {
    boolean quoted = written.length() > 1 && written.charAt(0) == '"';
    return quoted
        ? QuotedDots.show(written.substring(1, written.length() - 1)).replace("\"\"", "\"")
        : Names.lowerCase(written);
  }
}
