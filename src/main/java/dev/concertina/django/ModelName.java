package dev.concertina.django;

import dev.concertina.syntax.Value;
import java.util.Locale;

/** The name of a model with its app. Case does not count. */
record ModelName(String app, String model) {

  /** What the map of models knows it by. */
  String key() {
    return app + "." + model.toLowerCase(Locale.ROOT);
  }

  boolean is(ModelName other) {
    return key().equals(other.key());
  }

  /**
   * The model that a value means where the app and the model at hand are these: {@code
   * "shop.Order"}, {@code "Order"}, {@code "self"}, {@code settings.AUTH_USER_MODEL}, a class. Null
   * when it can't be told.
   */
  static ModelName of(Value value, ModelName self, Settings settings) {
    return switch (value) {
      case Value.Text text -> of(text.text(), self);
      case Value.Name name -> ofName(name.name(), self, settings);
      case null, default -> null;
    };
  }

  private static ModelName of(String text, ModelName self) {
    int dot = text.indexOf('.');
    if (text.equals("self")) {
      return self;
    }
    return dot < 0
        ? new ModelName(self.app, text)
        : new ModelName(text.substring(0, dot), text.substring(dot + 1));
  }

  private static ModelName ofName(String name, ModelName self, Settings settings) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    String swapped = settings.model(last);
    if (swapped != null) {
      return of(swapped, self);
    }
    // A class: shop.orders.models.Order is the model Order of the app orders.
    int models = name.indexOf(".models.");
    return models < 0
        ? null
        : new ModelName(name.substring(name.lastIndexOf('.', models - 1) + 1, models), last);
  }
}
