package dev.concertina.code;

import dev.concertina.code.EntityClasses.Found;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of an entity beside its own: those between entities, and those of collections. */
final class EntityTables {

  private EntityTables() {}

  static List<Model> of(Found entity) {
    List<Model> models = new ArrayList<>();
    for (Member member : entity.type().members()) {
      for (String kind : List.of("JoinTable", "CollectionTable")) {
        member.mark(kind).flatMap(mark -> table(mark, member, entity)).ifPresent(models::add);
      }
    }
    return models;
  }

  private static Optional<Model> table(Value.Call mark, Member member, Found entity) {
    Place place = entity.place(member);
    List<Model.Field> columns = new ArrayList<>();
    List<Value> joins = new ArrayList<>();
    for (String key : List.of("joinColumns", "inverseJoinColumns")) {
      Value value = mark.named().get(key);
      if (value != null) {
        joins.addAll(value.items().isEmpty() ? List.of(value) : value.items());
      }
    }
    member.mark("Column").ifPresent(joins::add);
    for (Value join : joins) {
      if (join instanceof Value.Call call) {
        EntityColumns.name(call).ifPresent(name -> columns.add(new Model.Field(name, place)));
      }
    }
    return EntityColumns.name(mark).map(name -> new Model(List.of(name), place, columns));
  }
}
