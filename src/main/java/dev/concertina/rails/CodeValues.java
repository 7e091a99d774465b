package dev.concertina.rails;

import dev.concertina.syntax.Inflector;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.RubyClass;
import dev.concertina.syntax.RubyValues;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What expressions of a migration stand for: values, and rows of models. */
final class CodeValues implements RubyValues.Surroundings {

  /** Constants of Ruby, of Rails and of common libraries that are no models. */
  private static final Set<String> NO_MODELS =
      Words.of(
          "ActiveRecord ActiveSupport ActionText Arel Array BigDecimal Concurrent Date DateTime",
          "Digest ENV Etc File FileUtils Gitlab Hash I18n IO Integer JSON Kernel",
          "Logger Math Mutex Object Process Rails Rake Random Range Regexp STDERR",
          "STDOUT SecureRandom Set String StringIO Struct Thread Time YAML");

  /** Modules of Rails whose tables have the module's name before their own. */
  private static final Set<String> ENGINES = Words.of("ActiveStorage ActionText ActionMailbox");

  private final SourceFile file;
  private final MigrationClass migration;
  private final Scope scope;
  private final RubyValues values;

  CodeValues(SourceFile file, MigrationClass migration, Scope scope) {
    this.file = file;
    this.migration = migration;
    this.scope = scope;
    values = new RubyValues(file, this);
    migration.constants().forEach(values::constant);
  }

  Value value(Node node) {
    return values.value(node);
  }

  @Override
  public Value named(String name) {
    return scope.get(name) instanceof Binding.Plain plain ? plain.value() : null;
  }

  @Override
  public Value result(Value.Call call) {
    Value first = call.arguments().size() == 1 ? call.arguments().get(0) : null;
    return switch (call.name()) {
      case "quote_table_name" -> quoted(call, first, Names::table);
      case "quote_column_name" -> quoted(call, first, Names::quote);
      case "quote" ->
          first == null ? call : quoted(call, first, text -> DefaultValue.ANY.sql(first));
      case "sql" -> isArel(call.receiver()) && first != null ? first : call;
      case "table_name" -> tableName(call, false);
      case "quoted_table_name" -> tableName(call, true);
      default -> ofMethod(call);
    };
  }

  private static boolean isArel(Value receiver) {
    return receiver instanceof Value.Name name && name.name().equals("Arel");
  }

  private static Value quoted(Value.Call call, Value given, UnaryOperator<String> quoting) {
    return given == null || given.text() == null
        ? call
        : new Value.Text(quoting.apply(given.text()), -1, call.span());
  }

  private Value tableName(Value.Call call, boolean quoted) {
    if (!(call.receiver() instanceof Value.Name name)) {
      return ofMethod(call);
    }
    return model(name.name())
        .<Value>map(
            query ->
                new Value.Text(
                    quoted ? Names.table(query.table()) : query.table(), -1, call.span()))
        .orElse(call);
  }

  /** A method of the migration that gives one value. */
  private Value ofMethod(Value.Call call) {
    Node method = call.receiver() == null ? migration.methods().get(call.name()) : null;
    Node body = method == null ? null : method.child("body");
    List<Node> parts =
        body == null ? List.of() : body.is("body_statement") ? body.parts() : List.of(body);
    boolean plain = parts.size() == 1 && method.child("parameters") == null && scope.enter();
    Value given = plain ? value(parts.get(0)) : null;
    if (plain) {
      scope.leave();
    }
    return given == null || given instanceof Value.Call || given instanceof Value.Unknown
        ? call
        : given;
  }

  /** The rows of a model, if the constant is one. */
  Optional<RowQuery> model(String constant) {
    String name = constant.startsWith("::") ? constant.substring(2) : constant;
    int at = name.lastIndexOf("::");
    String local = at < 0 ? name : name.substring(at + 2);
    for (RubyClass own : migration.classes()) {
      if (own.name().equals(name) || own.name().endsWith("::" + name)) {
        Value table = own.settings().get("table_name");
        String text = table == null ? null : table.text();
        return own.superclass() == null
            ? Optional.empty()
            : Optional.of(RowQuery.all(text == null ? tableOf(local) : text, false));
      }
    }
    String root = name.indexOf("::") < 0 ? name : name.substring(0, name.indexOf("::"));
    if (ENGINES.contains(root) && at >= 0) {
      return Optional.of(RowQuery.all(tableOf(name.replace("::", "")), true));
    }
    boolean may = !NO_MODELS.contains(root) && !root.isEmpty() && isCamel(root);
    return may ? Optional.of(RowQuery.all(tableOf(local), true)) : Optional.empty();
  }

  private static boolean isCamel(String name) {
    return Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT))
        || name.length() == 1;
  }

  private static String tableOf(String model) {
    return Inflector.plural(Inflector.underscore(model));
  }

  /** The rows that an expression stands for, or null. */
  RowQuery rows(Node node) {
    return switch (node.type()) {
      case "constant", "scope_resolution" -> model(file.text(node)).orElse(null);
      case "identifier", "instance_variable" ->
          scope.get(file.text(node)) instanceof Binding.Rows rows ? rows.query() : null;
      case "parenthesized_statements" ->
          node.parts().size() == 1 ? rows(node.parts().get(0)) : null;
      case "call" -> {
        Node receiver = node.child("receiver");
        RowQuery from = receiver == null ? null : rows(receiver);
        Value.Call call = from == null ? null : call(node);
        yield call == null ? null : RowCalls.narrowed(from, call);
      }
      default -> null;
    };
  }

  /** A call with its arguments, whatever it gives. */
  Value.Call call(Node node) {
    if (value(node) instanceof Value.Call call) {
      return call;
    }
    Node method = node.is("call") ? node.child("method") : node;
    return new Value.Call(
        method == null ? "" : file.text(method), null, List.of(), Map.of(), false, file.span(node));
  }

  /** What an expression stands for, once it is given a name. */
  Binding binding(Node node) {
    RowQuery rows = rows(node);
    if (rows != null) {
      return new Binding.Rows(rows);
    }
    Value value = value(node);
    boolean known =
        !(value instanceof Value.Call call && !call.name().equals("->"))
            && !(value instanceof Value.Unknown)
            && !(value instanceof Value.Name);
    return known ? new Binding.Plain(value) : Binding.OTHER;
  }
}
