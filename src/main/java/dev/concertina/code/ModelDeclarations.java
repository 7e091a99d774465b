package dev.concertina.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who declares what: every framework whose models can be read. No file is read as a tree that has
 * not the name of a wanted table in a place where a model has it.
 */
final class ModelDeclarations {
  private final List<ModelReader> schemas = List.of(new PrismaSchema(), new DieselSchema());
  private final List<ModelReader> readers;
  private final TableWords words;
  private final boolean wanted;
  private final Collection<Subject> subjects;
  private final IgnoredColumns ignored;

  /** A subject and where it is declared. */
  record Declared(Subject subject, Place place) {}

  ModelDeclarations(Sources sources, Collection<Subject> subjects, Dictionary dictionary) {
    this.subjects = subjects;
    List<Target> asked = dictionary.targets().stream().filter(Target::declared).toList();
    words = new TableWords(asked);
    wanted = !asked.isEmpty();
    ignored = new IgnoredColumns(sources, words);
    readers =
        List.of(
            new DjangoModels(sources),
            new SqlAlchemyModels(sources),
            new RailsModels(sources),
            new JpaEntities(sources),
            new DecoratedEntities(sources),
            new DrizzleTables(sources),
            new SequelizeModels(sources),
            new EntityFrameworkModels(sources),
            new EctoSchemas(),
            new JooqTables(),
            new XmlMappings());
  }

  /** The columns that models of the files that were read say not to have. */
  IgnoredColumns ignored() {
    return ignored;
  }

  /** What the models of one file declare of what is wanted, in that file or in their bases'. */
  List<Declared> in(String path, String text) {
    List<Declared> declared = new ArrayList<>();
    for (ModelReader schema : schemas) {
      if (schema.reads(path, text)) {
        read(schema, path, text, declared);
      }
    }
    for (ModelReader reader : wanted ? readers : List.<ModelReader>of()) {
      if (reader.reads(path, text) && words.mayModel(text, reader.namesTables(text))) {
        read(reader, path, text, declared);
      }
    }
    return declared;
  }

  private void read(ModelReader reader, String path, String text, List<Declared> declared) {
    for (Model model : reader.read(path, text)) {
      subjects.forEach(subject -> note(model, subject, declared));
    }
  }

  private void note(Model model, Subject subject, List<Declared> declared) {
    if (model.isOf(subject.relation().local())) {
      place(model, subject).ifPresent(place -> declared.add(new Declared(subject, place)));
      if (subject.part() != null && subject.declared() && model.ignores(subject.part())) {
        ignored.add(subject, model.place().file());
      }
    }
  }

  private static Optional<Place> place(Model model, Subject subject) {
    if (subject.part() == null) {
      return Optional.of(model.place());
    }
    return subject.declared() ? model.declaring(subject.part()) : model.naming(subject.part());
  }
}
