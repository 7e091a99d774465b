package dev.concertina.code;

import dev.concertina.code.EntityClasses.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Entities of JPA and Hibernate, and the classes and records that Spring Data JDBC, Micronaut Data
 * and MyBatis-Plus map in the same way.
 */
final class JpaEntities implements ModelReader {
  private final EntityClasses classes;
  private final EntityColumns columns;

  JpaEntities(Sources sources) {
    classes = new EntityClasses(sources);
    columns = new EntityColumns(classes);
  }

  @Override
  public boolean reads(String path, String text) {
    return (path.endsWith(".java") || path.endsWith(".kt"))
        && (text.contains("@Entity") || text.contains("@Table") || text.contains("@MappedEntity"));
  }

  @Override
  public List<Model> read(String path, String text) {
    List<Model> models = new ArrayList<>();
    for (Found found : classes.in(path)) {
      if (EntityLine.isEntity(found)) {
        EntityLine line = EntityLine.of(found, classes);
        List<Spelling> tables = tables(line.owner());
        models.add(new Model(tables, found.place(), columns.of(line)));
        models.addAll(EntityTables.of(found));
      }
    }
    return models;
  }

  private static List<Spelling> tables(Found found) {
    for (String mark : List.of("Table", "MappedEntity", "TableName", "Entity")) {
      Optional<Spelling> name = found.type().mark(mark).flatMap(EntityColumns::name);
      if (name.isPresent()) {
        // The name of an entity goes through the naming strategy, unlike that of a table.
        return List.of(mark.equals("Entity") ? Spelling.implied(name.get().text()) : name.get());
      }
    }
    return List.of(Spelling.implied(found.type().name()));
  }
}
