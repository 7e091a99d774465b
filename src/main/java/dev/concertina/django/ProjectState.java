package dev.concertina.django;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The models of a project after some of its migrations. It never changes; a change is another. */
public final class ProjectState {

  /** Apps of Django itself, whose keys are integers in every project. */
  private static final Set<String> CONTRIB =
      Set.of("admin", "auth", "contenttypes", "flatpages", "redirects", "sessions", "sites");

  private final Settings settings;
  private final Map<String, Model> models;
  private final Catalogue catalogue;

  private ProjectState(Settings settings, Map<String, Model> models, Catalogue catalogue) {
    this.settings = settings;
    this.models = models;
    this.catalogue = catalogue;
  }

  /** A project before its first migration. */
  public static ProjectState of(Settings settings) {
    return new ProjectState(settings, Map.of(), new Catalogue());
  }

  Settings settings() {
    return settings;
  }

  /** A copy that may be changed. */
  Catalogue catalogue() {
    return catalogue.copy();
  }

  List<Model> models() {
    return List.copyOf(models.values());
  }

  /** Whether a migration so far has created the model. */
  boolean knows(ModelName name) {
    return models.containsKey(name.key());
  }

  /** The model of this name; one that no migration has created is as Django would make it. */
  Model model(ModelName name) {
    Model known = models.get(name.key());
    if (known != null) {
      return known;
    }
    FieldKind key =
        CONTRIB.contains(name.app())
            ? FieldKind.AUTO
            : FieldKind.of(settings.autoField(), settings);
    return Model.outside(name, key == FieldKind.UNKNOWN ? FieldKind.BIG_AUTO : key);
  }

  ProjectState with(Model model) {
    Map<String, Model> changed = new LinkedHashMap<>(models);
    changed.put(model.key().key(), model);
    return new ProjectState(settings, changed, catalogue);
  }

  ProjectState without(ModelName name) {
    Map<String, Model> changed = new LinkedHashMap<>(models);
    changed.remove(name.key());
    return new ProjectState(settings, changed, catalogue);
  }

  ProjectState map(UnaryOperator<Model> change) {
    Map<String, Model> changed = new LinkedHashMap<>();
    for (Model model : new ArrayList<>(models.values())) {
      Model after = change.apply(model);
      changed.put(after.key().key(), after);
    }
    return new ProjectState(settings, changed, catalogue);
  }

  ProjectState with(Catalogue made) {
    return new ProjectState(settings, models, made);
  }
}
