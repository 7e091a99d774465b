package dev.concertina.node;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods of the language's own lists, texts and objects that migrations use. */
final class BuiltIns {

  private final Flow flow;

  BuiltIns(Flow flow) {
    this.flow = flow;
  }

  /** What the call gives, or null where it is none of these. */
  Value call(Value of, String name, Arguments with) {
    return switch (of) {
      case Value.Many many -> ofList(many.items(), name, with);
      case Value.Text text -> ofText(text.text(), name, with);
      case Value.Name global ->
          switch (global.name() + "." + name) {
            case "Promise.all", "Promise.allSettled" -> all(with);
            case "Promise.resolve" -> flow.settle(with.at(0));
            case "Object.values", "Object.keys", "Object.entries" -> parts(with, name);
            case "JSON.stringify" -> {
              String json = Values.json(with.at(0));
              yield json == null ? null : Values.made(json, with.span());
            }
            case "Object.freeze" -> with.at(0);
            default -> null;
          };
      default -> null;
    };
  }

  private Value all(Arguments with) {
    if (!(with.at(0) instanceof Value.Many many)) {
      return flow.settle(with.at(0));
    }
    return new Value.Many(many.items().stream().map(flow::settle).toList(), with.span());
  }

  private static Value parts(Arguments with, String what) {
    if (!(with.at(0) instanceof Value.Mapping mapping)) {
      return null;
    }
    List<Value> parts = new ArrayList<>();
    for (Map.Entry<Value, Value> entry : mapping.entries()) {
      parts.add(
          switch (what) {
            case "values" -> entry.getValue();
            case "keys" -> entry.getKey();
            default -> new Value.Many(List.of(entry.getKey(), entry.getValue()), with.span());
          });
    }
    return new Value.Many(parts, with.span());
  }

  private Value ofList(List<Value> items, String name, Arguments with) {
    Span span = with.span();
    return switch (name) {
      case "forEach", "map", "flatMap" -> {
        List<Value> results = new ArrayList<>();
        for (int i = 0; with.at(0) instanceof Closure function && i < items.size(); i++) {
          Value index = new Value.Number(String.valueOf(i), span);
          Value result = flow.call(function, List.of(items.get(i), index), span);
          if (name.equals("flatMap") && result instanceof Value.Many many) {
            results.addAll(many.items());
          } else {
            results.add(name.equals("forEach") ? flow.settle(result) : result);
          }
        }
        yield new Value.Many(results, span);
      }
      case "filter", "find" -> filtered(items, name, with);
      case "join" -> {
        List<String> texts = Values.texts(new Value.Many(items, span));
        String between = with.size() == 0 ? "," : with.text(0);
        yield texts == null || between == null
            ? null
            : Values.made(String.join(between, texts), span);
      }
      case "concat" -> {
        List<Value> joined = new ArrayList<>(items);
        with.values()
            .forEach(v -> joined.addAll(v instanceof Value.Many m ? m.items() : List.of(v)));
        yield new Value.Many(joined, span);
      }
      case "includes" -> {
        List<String> texts = Values.texts(new Value.Many(items, span));
        String wanted = with.text(0);
        yield with.at(0) instanceof Engine engine && texts != null
            ? new Value.Flag(texts.stream().anyMatch(engine::is), span)
            : texts == null || wanted == null ? null : new Value.Flag(texts.contains(wanted), span);
      }
      case "reduce" -> reduced(items, with);
      case "reverse", "toReversed" -> {
        List<Value> turned = new ArrayList<>(items);
        java.util.Collections.reverse(turned);
        yield new Value.Many(turned, span);
      }
      default -> null;
    };
  }

  private Value filtered(List<Value> items, String name, Arguments with) {
    List<Value> kept = new ArrayList<>();
    for (Value item : items) {
      if (!(with.at(0) instanceof Closure test)) {
        return null;
      }
      Boolean truth = Values.truth(flow.call(test, List.of(item), with.span()));
      if (truth == null) {
        return null;
      } else if (truth) {
        kept.add(item);
      }
    }
    if (name.equals("find")) {
      return kept.isEmpty() ? new Value.Nothing(with.span()) : kept.get(0);
    }
    return new Value.Many(kept, with.span());
  }

  private Value reduced(List<Value> items, Arguments with) {
    if (!(with.at(0) instanceof Closure step) || with.size() < 2) {
      return null;
    }
    Value result = with.at(1);
    for (Value item : items) {
      result = flow.call(step, List.of(flow.settle(result), item), with.span());
    }
    return result;
  }

  private static Value ofText(String text, String name, Arguments with) {
    String result =
        switch (name) {
          case "trim" -> text.strip();
          case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
          case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
          case "toString" -> text;
          case "concat" -> with.text(0) == null ? null : text + with.text(0);
          default -> null;
        };
    if (name.equals("split") && with.text(0) != null && !with.text(0).isEmpty()) {
      List<Value> parts = new ArrayList<>();
      for (String part : text.split(java.util.regex.Pattern.quote(with.text(0)), -1)) {
        parts.add(Values.made(part, with.span()));
      }
      return new Value.Many(parts, with.span());
    }
    return result == null ? null : Values.made(result, with.span());
  }
}
