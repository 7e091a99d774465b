package dev.concertina.code;

import dev.concertina.code.EntityClasses.Found;
import dev.concertina.syntax.SourceClass.Kind;
import dev.concertina.syntax.SourceClass.Member;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of an entity: of its fields, or of its getters where these carry the annotations. */
final class EntityColumns {
  private static final int DEEPEST = 4;

  private static final String[] WITHOUT_COLUMN = {
    "Transient",
    "Formula",
    "OneToMany",
    "ManyToMany",
    "ElementCollection",
    "MappedCollection",
    "ManyToAny",
    "Any",
    "Relation"
  };

  private static final String[] NAMES_COLUMN = {
    "Column", "TableField", "MappedProperty", "TableId"
  };

  private static final Set<String> PLAIN_TYPES =
      Set.of(
          "String",
          "Long",
          "Integer",
          "Boolean",
          "Double",
          "Float",
          "Short",
          "BigDecimal",
          "BigInteger",
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "OffsetDateTime",
          "ZonedDateTime",
          "Date",
          "UUID",
          "Set",
          "List",
          "Map",
          "Collection",
          "Int",
          "Byte",
          "Character",
          "Char");

  /** What well-known bases outside the repository declare. */
  private static final Map<String, String> LIBRARY =
      Map.of(
          "PanacheEntity", "id",
          "AbstractPersistable", "id",
          "AbstractAuditable", "id createdBy_id createdDate lastModifiedBy_id lastModifiedDate");

  private final EntityClasses classes;

  EntityColumns(EntityClasses classes) {
    this.classes = classes;
  }

  /** One class in whose name columns are gathered. */
  private record Part(Found found, boolean getters, Map<String, Spelling> overrides, int depth) {}

  List<Model.Field> of(EntityLine line) {
    Gathering fields = new Gathering();
    List<Found> all = line.classes();
    boolean getters = all.stream().anyMatch(EntityColumns::hasKeyAtGetter);
    Map<String, Spelling> overrides = new HashMap<>();
    line.entity().type().marks().forEach(mark -> overrides(mark, overrides));
    for (Found found : line.contributing()) {
      Part part = new Part(found, getters, overrides, 0);
      found.type().members().forEach(member -> add(member, part, fields));
    }
    for (Found found : line.keyed()) {
      Part part = new Part(found, getters, overrides, 0);
      found.type().members().stream()
          .filter(member -> member.hasMark("Id", "EmbeddedId"))
          .forEach(member -> add(member, part, fields));
    }
    line.discriminator()
        .ifPresent(name -> fields.add(new Model.Field(name, line.entity().place())));
    for (String base : line.libraryBases()) {
      for (String column : LIBRARY.getOrDefault(base, "").split(" ")) {
        fields.add(new Model.Field(Spelling.implied(column), line.entity().place()));
      }
    }
    return fields.fields();
  }

  private static boolean hasKeyAtGetter(Found found) {
    return found.type().members().stream()
        .anyMatch(member -> member.kind() == Kind.METHOD && member.hasMark("Id", "EmbeddedId"));
  }

  private void add(Member member, Part part, Gathering fields) {
    if (!isStored(member, part.getters)) {
      return;
    }
    Place place = part.found.place(member);
    String property = property(member);
    List<Spelling> joined = joined(member);
    if (!joined.isEmpty()) {
      joined.forEach(name -> fields.add(new Model.Field(name, place)));
    } else if (member.hasMark("ManyToOne", "OneToOne")) {
      fields.add(new Model.Field(Spelling.implied(property + "_id"), place));
    } else if (part.overrides.containsKey(property)) {
      fields.add(new Model.Field(part.overrides.get(property), place));
    } else if (!embedded(member, part, fields)) {
      fields.add(new Model.Field(column(member, property), place));
    }
  }

  private static boolean isStored(Member member, boolean getters) {
    boolean accessor = member.name().matches("(get|is)\\p{Lu}.*") && member.type() != null;
    boolean wanted =
        switch (member.kind()) {
          case APART -> false;
          case FIELD -> !getters || member.hasMark(NAMES_COLUMN);
          case METHOD -> accessor && (getters || member.hasMark("Column", "JoinColumn"));
        };
    boolean other =
        member.mark("OneToOne").filter(mark -> mark.named().containsKey("mappedBy")).isPresent()
            || member
                .mark("TableField")
                .map(mark -> mark.named().get("exist"))
                .filter(Value::isFalse)
                .isPresent();
    return wanted && !other && !member.hasMark(WITHOUT_COLUMN);
  }

  private static String property(Member member) {
    if (member.kind() != Kind.METHOD) {
      return member.name();
    }
    String rest = member.name().replaceFirst("^(get|is)", "");
    return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
  }

  private static Spelling column(Member member, String property) {
    for (String mark : NAMES_COLUMN) {
      Optional<Spelling> name = member.mark(mark).flatMap(EntityColumns::name);
      if (name.isPresent()) {
        return name.get();
      }
    }
    return Spelling.implied(property);
  }

  private static List<Spelling> joined(Member member) {
    List<Spelling> names = new ArrayList<>();
    member.mark("JoinColumn").flatMap(EntityColumns::name).ifPresent(names::add);
    member
        .mark("JoinColumns")
        .map(mark -> mark.argument("value", 0))
        .ifPresent(
            all -> {
              for (Value one : all.items()) {
                if (one instanceof Value.Call call) {
                  name(call).ifPresent(names::add);
                }
              }
            });
    return names;
  }

  /** Adds the columns of a type that is stored in its owner's table; false when it is no such. */
  private boolean embedded(Member member, Part part, Gathering fields) {
    if (member.type() == null || part.depth > DEEPEST || !isClassName(member.type())) {
      return false;
    }
    boolean said = member.hasMark("Embedded", "EmbeddedId");
    boolean may = said || !PLAIN_TYPES.contains(member.type()) && !member.hasMark("Enumerated");
    if (!may) {
      return false;
    }
    Optional<Found> type = classes.embeddable(member.type(), part.found, said);
    if (type.isEmpty()) {
      return false;
    }
    if (!fields.enter()) {
      return true;
    }
    Map<String, Spelling> overrides = new HashMap<>();
    member.marks().forEach(mark -> overrides(mark, overrides));
    for (Found found : EntityLine.of(type.get(), classes).classes()) {
      Part inner = new Part(found, part.getters, overrides, part.depth + 1);
      found.type().members().forEach(each -> add(each, inner, fields));
    }
    return true;
  }

  private static boolean isClassName(String type) {
    return Character.isUpperCase(type.charAt(0));
  }

  private static void overrides(Value.Call mark, Map<String, Spelling> overrides) {
    if (mark.shortName().equals("AttributeOverride")) {
      Value name = mark.argument("name", -1);
      Value column = mark.argument("column", -1);
      if (name != null && name.text() != null && column instanceof Value.Call call) {
        name(call).ifPresent(spelling -> overrides.put(name.text(), spelling));
      }
    } else if (mark.shortName().equals("AttributeOverrides")) {
      Value all = mark.argument("value", 0);
      for (Value one : all == null ? List.<Value>of() : all.items()) {
        if (one instanceof Value.Call call) {
          overrides(call, overrides);
        }
      }
    }
  }

  /** The name that an annotation gives a table or column; a constant is mostly called like it. */
  static Optional<Spelling> name(Value.Call mark) {
    Value name =
        mark.named().containsKey("name") ? mark.named().get("name") : mark.argument("value", 0);
    if (name != null && name.text() != null && !name.text().isEmpty()) {
      return Optional.of(Spelling.exact(name.text()));
    }
    return name instanceof Value.Name constant
        ? Optional.of(
            Spelling.implied(constant.name().substring(constant.name().lastIndexOf('.') + 1)))
        : Optional.empty();
  }
}
