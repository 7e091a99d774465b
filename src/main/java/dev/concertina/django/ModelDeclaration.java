package dev.concertina.django;

import dev.concertina.schema.Span;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the model that a {@code CreateModel} declares. */
final class ModelDeclaration {

  private final Settings settings;

  ModelDeclaration(Settings settings) {
    this.settings = settings;
  }

  /**
   * The model as {@code CreateModel} declares it, with what Django adds.
   *
   * @param state the models before it
   */
  Model read(ProjectState state, ModelName name, Value.Call operation) {
    Map<String, Value> options = new LinkedHashMap<>();
    if (operation.argument("options", 2) instanceof Value.Mapping written) {
      for (Map.Entry<Value, Value> entry : written.entries()) {
        if (entry.getKey().text() != null) {
          options.put(entry.getKey().text(), entry.getValue());
        }
      }
    }
    List<Field> fields = new ArrayList<>();
    Value declared = operation.argument("fields", 1);
    for (Value pair : declared == null ? List.<Value>of() : declared.items()) {
      if (pair.items().size() == 2 && pair.items().get(0).text() != null) {
        fields.add(Field.of(pair.items().get(0).text(), pair.items().get(1), settings));
      }
    }
    List<ModelName> bases = new ArrayList<>();
    Value inherits = operation.argument("bases", 3);
    for (Value base : inherits == null ? List.<Value>of() : inherits.items()) {
      ModelName parent = ModelName.of(base, name, settings);
      if (parent != null && (base.text() != null || state.knows(parent))) {
        bases.add(parent);
      }
    }
    Model model =
        new Model(
            name.app(),
            name.model(),
            fields,
            options,
            calls(options.get("indexes")),
            calls(options.get("constraints")),
            Words.together(options.get("unique_together")),
            Words.together(options.get("index_together")),
            bases,
            operation.span(),
            true);
    return ordered(withKey(model, operation.span()), operation.span());
  }

  /** A model without a key gets one: of its own, or that of its parent. */
  private Model withKey(Model model, Span place) {
    boolean keyed =
        model.fields().stream()
            .anyMatch(
                f -> f.primaryKey() || f.isSet("parent_link") || f.kind() == FieldKind.COMPOSITE);
    if (keyed || model.isSet("proxy")) {
      return model;
    }
    List<Field> fields = new ArrayList<>(model.fields());
    if (model.bases().isEmpty()) {
      FieldKind auto = FieldKind.of(settings.autoField(), settings);
      fields.add(0, Field.implied("id", auto, Map.of("primary_key", Model.TRUE), place));
    } else {
      ModelName parent = model.bases().get(0);
      Map<String, Value> link = new LinkedHashMap<>();
      link.put("to", new Value.Text(parent.app() + "." + parent.model(), -1, place));
      link.put("primary_key", Model.TRUE);
      link.put("parent_link", Model.TRUE);
      String name = parent.model().toLowerCase(Locale.ROOT) + "_ptr";
      fields.add(0, Field.implied(name, FieldKind.ONE_TO_ONE, link, place));
    }
    return model.withFields(fields);
  }

  /** {@code order_with_respect_to} is a column of its own. */
  static Model ordered(Model model, Span place) {
    Value option = model.options().get("order_with_respect_to");
    boolean wanted = option != null && option.text() != null;
    if (wanted && model.field("_order") == null) {
      return model.withField(Field.implied("_order", FieldKind.ORDER, Map.of(), place));
    }
    return wanted ? model : model.withoutField("_order");
  }

  private static List<Value.Call> calls(Value value) {
    List<Value.Call> calls = new ArrayList<>();
    for (Value each : value == null ? List.<Value>of() : value.items()) {
      if (each instanceof Value.Call call) {
        calls.add(call);
      }
    }
    return calls;
  }
}
