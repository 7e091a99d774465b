package dev.concertina.schema;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One table that two files call differently: one writes a placeholder of its framework in place of
 * the schema, the other writes the schema out. A table of which the history knows only the first
 * name is meant by the second too.
 */
public final class Templates {

  private final Schema schema;

  private Templates(Schema schema) {
    this.schema = schema;
  }

  /** The same operation, which calls each table as its CREATE TABLE did. */
  public static Operation resolved(Operation operation, Schema schema) {
    return schema.hasTemplates()
        ? (Operation) new Templates(schema).resolved(operation)
        : operation;
  }

  private Object resolved(Object value) {
    return switch (value) {
      case Name name -> resolved(name);
      case List<?> list -> list.stream().map(this::resolved).toList();
      case Operation operation -> rebuilt(operation);
      case Constraint constraint -> rebuilt(constraint);
      case Operation.Partition partition -> rebuilt(partition);
      case null, default -> value;
    };
  }

  private Name resolved(Name name) {
    Name created = Name.of(name.local());
    boolean meant =
        !name.schema().isEmpty()
            && schema.templated.has(created)
            && schema.tables.has(created)
            && !schema.knowsRelation(name);
    return meant ? created : name;
  }

  private Object rebuilt(Object value) {
    RecordComponent[] parts = value.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    List<Object> values = new ArrayList<>();
    boolean changed = false;
    try {
      for (RecordComponent part : parts) {
        Object before = part.getAccessor().invoke(value);
        Object after = resolved(before);
        changed |= after != null && !after.equals(before);
        values.add(after);
      }
      return changed
          ? value.getClass().getDeclaredConstructor(types).newInstance(values.toArray())
          : value;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("operations and their parts are records", impossible);
    }
  }
}
