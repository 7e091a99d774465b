package dev.concertina.schema;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Operations that are executed at another place than they are written at. */
public final class Placed {

  private Placed() {}

  /** The same operation at another place. */
  public static Operation at(Operation operation, Span span) {
    RecordComponent[] parts = operation.getClass().getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        boolean place = parts[i].getName().equals("span");
        values[i] = place ? span : parts[i].getAccessor().invoke(operation);
      }
      return (Operation) operation.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("every operation is a record", impossible);
    }
  }
}
