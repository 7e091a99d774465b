package dev.concertina.code;

import dev.concertina.code.TypeScriptFiles.Found;
import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entities of TypeORM and MikroORM, models of sequelize-typescript: classes whose members have
 * decorators. Models of Objection say their table in a static member.
 */
final class DecoratedEntities implements ModelReader {
  private static final int DEEPEST = 6;

  private static final String[] COLUMNS = {
    "Column",
    "PrimaryColumn",
    "PrimaryGeneratedColumn",
    "CreateDateColumn",
    "UpdateDateColumn",
    "DeleteDateColumn",
    "VersionColumn",
    "ViewColumn",
    "Property",
    "PrimaryKey",
    "Enum",
    "Unique",
    "CreatedAt",
    "UpdatedAt",
    "DeletedAt",
    "ForeignKey",
    "SerializedPrimaryKey"
  };

  private final TypeScriptFiles files;

  DecoratedEntities(Sources sources) {
    files = new TypeScriptFiles(sources);
  }

  @Override
  public boolean reads(String path, String text) {
    return TypeScriptFiles.isOne(path)
        && (text.contains("@Entity") || text.contains("@Table") || text.contains("tableName"));
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (Found found : files.in(path)) {
      tables(found)
          .ifPresent(
              tables -> {
                Gathering fields = new Gathering();
                collect(found, "", fields, 0);
                models.add(new Model(List.of(tables), found.place(), fields.fields()));
                found.type().members().forEach(member -> join(found, member, models));
              });
    }
    return models;
  }

  private static Optional<Spelling> tables(Found found) {
    for (String mark : List.of("Entity", "Table", "ViewEntity")) {
      Optional<Value.Call> call = found.type().mark(mark);
      if (call.isPresent()) {
        return Optional.of(
            name(call.get()).orElse(Spelling.implied(Inflection.words(found.type().name()))));
      }
    }
    return found.type().members().stream()
        .filter(member -> member.kind() == Kind.APART && member.name().equals("tableName"))
        .filter(member -> member.value() != null && member.value().text() != null)
        .map(member -> Spelling.exact(member.value().text()))
        .findFirst();
  }

  private void collect(Found found, String prefix, Gathering fields, int depth) {
    if (depth > DEEPEST || !fields.enter()) {
      return;
    }
    for (Member member : found.type().members()) {
      member(found, member, prefix, fields, depth);
    }
    for (String base : found.type().bases()) {
      files
          .named(base, found.path(), found.source())
          .ifPresent(parent -> collect(parent, prefix, fields, depth + 1));
    }
  }

  private void member(Found found, Member member, String prefix, Gathering fields, int depth) {
    Place place = found.place(member);
    Optional<Spelling> joined = member.mark("JoinColumn").flatMap(DecoratedEntities::name);
    Optional<Found> embedded = embedded(found, member);
    if (embedded.isPresent()) {
      collect(embedded.get(), prefix + member.name() + "_", fields, depth + 1);
    } else if (joined.isPresent()) {
      fields.add(new Model.Field(joined.get(), place));
    } else if (member.hasMark("ManyToOne") || member.hasMark("OneToOne") && owns(member)) {
      Spelling implied = Spelling.implied(prefix + member.name() + "_id");
      Optional<Spelling> said = member.mark("ManyToOne").flatMap(DecoratedEntities::name);
      fields.add(new Model.Field(said.orElse(implied), place));
    } else if (member.hasMark(COLUMNS)) {
      fields.add(new Model.Field(column(member, prefix), place));
    } else if (member.kind() == Kind.APART && member.name().equals("jsonSchema")) {
      schema(found, member, fields);
    }
  }

  private static boolean owns(Member member) {
    return member.hasMark("JoinColumn")
        || member.mark("OneToOne").map(call -> option(call, "owner")).isPresent();
  }

  private Optional<Found> embedded(Found found, Member member) {
    for (String mark : List.of("Column", "Embedded")) {
      Optional<Value> type = member.mark(mark).map(call -> call.argument("", 0));
      if (type.isPresent() && type.get() instanceof Value.Name name) {
        Optional<Found> other = files.named(name.name(), found.path(), found.source());
        if (other.isPresent()) {
          return other;
        }
      }
    }
    return Optional.empty();
  }

  private static Spelling column(Member member, String prefix) {
    for (String mark : COLUMNS) {
      Optional<Spelling> name = member.mark(mark).flatMap(DecoratedEntities::name);
      if (name.isPresent()) {
        return name.get();
      }
    }
    return Spelling.implied(prefix + member.name());
  }

  /** The properties that Objection checks. */
  private static void schema(Found found, Member member, Gathering fields) {
    Value properties =
        member.value() instanceof Value.Mapping schema ? schema.get("properties") : null;
    if (properties instanceof Value.Mapping known) {
      known
          .entries()
          .forEach(
              entry -> {
                String name = entry.getKey().text();
                if (name != null) {
                  Place place = new Place(found.path(), entry.getKey().span().line());
                  fields.add(new Model.Field(Spelling.implied(name), place));
                }
              });
    }
  }

  private static void join(Found found, Member member, List<Model> models) {
    Optional<Value.Call> mark = member.mark("JoinTable");
    Optional<Spelling> table = mark.flatMap(DecoratedEntities::name);
    if (table.isPresent()) {
      Place place = found.place(member);
      List<Model.Field> fields = new ArrayList<>();
      for (String side : List.of("joinColumn", "inverseJoinColumn")) {
        Value column = option(mark.get(), side);
        Value name = column instanceof Value.Mapping options ? options.get("name") : null;
        if (name != null && name.text() != null) {
          fields.add(new Model.Field(Spelling.exact(name.text()), place));
        }
      }
      models.add(new Model(List.of(table.get()), place, fields));
    }
  }

  /** The name of a table or column among the options of a decorator, or as its first text. */
  private static Optional<Spelling> name(Value.Call mark) {
    for (String key : List.of("name", "tableName", "fieldName", "field", "joinColumn")) {
      Value name = option(mark, key);
      if (name != null && name.text() != null) {
        return Optional.of(Spelling.exact(name.text()));
      }
    }
    Value first = mark.argument("", 0);
    boolean table = mark.shortName().equals("Entity") || mark.shortName().equals("JoinTable");
    return table && first != null && first.text() != null
        ? Optional.of(Spelling.exact(first.text()))
        : Optional.empty();
  }

  private static Value option(Value.Call mark, String key) {
    for (Value argument : mark.arguments()) {
      if (argument instanceof Value.Mapping options && options.get(key) != null) {
        return options.get(key);
      }
    }
    return null;
  }
}
