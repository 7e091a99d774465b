package dev.concertina.migration;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes a tree of records, lists and maps compactly and reads it back, driven by the declared
 * types alone: bytes can't name a class. Far faster to start than a general mapper, and what is
 * read is built by the records' own constructors.
 */
final class RecordCodec<T> {

  private final Class<T> root;
  private final Map<Class<?>, Substitute<?, ?>> substitutes = new HashMap<>();
  private final Map<Type, Shape> shapes = new HashMap<>();

  /** How values of one type are written and read. */
  private interface Shape {
    void write(Object value, ByteWriter out) throws ReflectiveOperationException;

    Object read(ByteReader in) throws ReflectiveOperationException;
  }

  /** A type that is written as another one. */
  private record Substitute<A, B>(Class<B> type, Function<A, B> out, Function<B, A> in) {}

  private RecordCodec(Class<T> root) {
    this.root = root;
  }

  static <T extends Record> RecordCodec<T> of(Class<T> root) {
    return new RecordCodec<>(root);
  }

  <A, B extends Record> RecordCodec<T> with(
      Class<A> type, Class<B> written, Function<A, B> out, Function<B, A> in) {
    substitutes.put(type, new Substitute<>(written, out, in));
    return this;
  }

  byte[] write(T value) {
    ByteWriter out = new ByteWriter();
    try {
      shape(root).write(value, out);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException("a record of the schema can't be written", closed);
    }
    return out.bytes();
  }

  /** Throws an unchecked exception for bytes that it did not write. */
  T read(byte[] bytes) {
    try {
      return root.cast(shape(root).read(new ByteReader(bytes)));
    } catch (ReflectiveOperationException refused) {
      throw new IllegalArgumentException("a record refuses what was written", refused);
    }
  }

  /** The names and types of everything that is written: differs when a record has changed. */
  String layout() {
    Map<String, String> seen = new TreeMap<>();
    describe(root, seen);
    return seen.toString();
  }

  private void describe(Type type, Map<String, String> seen) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> describe(part, seen));
    } else if (type instanceof Class<?> plain && !seen.containsKey(plain.getName())) {
      if (substitutes.containsKey(plain)) {
        describe(substitutes.get(plain).type(), seen);
      } else if (plain.isRecord()) {
        RecordComponent[] components = plain.getRecordComponents();
        seen.put(
            plain.getName(),
            Arrays.stream(components)
                .map(c -> c.getName() + " " + c.getGenericType())
                .toList()
                .toString());
        Arrays.stream(components).forEach(c -> describe(c.getGenericType(), seen));
      } else if (plain.isEnum()) {
        seen.put(plain.getName(), Arrays.toString(plain.getEnumConstants()));
      } else if (plain.isSealed()) {
        seen.put(plain.getName(), Arrays.toString(plain.getPermittedSubclasses()));
        Arrays.stream(plain.getPermittedSubclasses()).forEach(part -> describe(part, seen));
      }
    }
  }

  private Shape shape(Type type) {
    Shape known = shapes.get(type);
    if (known == null) {
      known = build(type);
      shapes.put(type, known);
    }
    return known;
  }

  private Shape build(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] parts = generic.getActualTypeArguments();
      return generic.getRawType() == List.class ? list(parts[0]) : map(parts[0], parts[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return shape((v, out) -> out.text((String) v), ByteReader::text);
    } else if (plain == int.class || plain == Integer.class) {
      return shape((v, out) -> out.number((Integer) v), ByteReader::number);
    } else if (plain == boolean.class) {
      return shape((v, out) -> out.number((Boolean) v ? 1 : 0), in -> in.number() != 0);
    } else if (substitutes.containsKey(plain)) {
      return substituted(substitutes.get(plain));
    } else if (plain.isEnum()) {
      Object[] all = plain.getEnumConstants();
      return nullable(
          shape((v, out) -> out.number(((Enum<?>) v).ordinal()), in -> all[in.number()]));
    } else if (plain.isRecord()) {
      return nullable(new RecordShape(plain));
    } else if (plain.isSealed()) {
      return nullable(sealed(plain));
    }
    throw new IllegalStateException("no way to write a " + type.getTypeName());
  }

  private Shape list(Type element) {
    return nullable(
        shape(
            (value, out) -> {
              List<?> list = (List<?>) value;
              out.number(list.size());
              for (Object each : list) {
                shape(element).write(each, out);
              }
            },
            in -> {
              int size = in.size();
              List<Object> list = new ArrayList<>(size);
              for (int i = 0; i < size; i++) {
                list.add(shape(element).read(in));
              }
              return list;
            }));
  }

  private Shape map(Type key, Type value) {
    return nullable(
        shape(
            (map, out) -> {
              out.number(((Map<?, ?>) map).size());
              for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
                shape(key).write(entry.getKey(), out);
                shape(value).write(entry.getValue(), out);
              }
            },
            in -> {
              int size = in.size();
              Map<Object, Object> map = new LinkedHashMap<>();
              for (int i = 0; i < size; i++) {
                map.put(shape(key).read(in), shape(value).read(in));
              }
              return map;
            }));
  }

  private Shape sealed(Class<?> type) {
    List<Class<?>> kinds = Arrays.asList(type.getPermittedSubclasses());
    return shape(
        (value, out) -> {
          out.number(kinds.indexOf(value.getClass()));
          shape(value.getClass()).write(value, out);
        },
        in -> shape(kinds.get(in.number())).read(in));
  }

  private <A, B> Shape substituted(Substitute<A, B> substitute) {
    @SuppressWarnings("unchecked")
    Writing out =
        (value, bytes) -> shape(substitute.type()).write(substitute.out().apply((A) value), bytes);
    return nullable(
        shape(
            out,
            in ->
                substitute.in().apply(substitute.type().cast(shape(substitute.type()).read(in)))));
  }

  private interface Writing {
    void write(Object value, ByteWriter out) throws ReflectiveOperationException;
  }

  private interface Reading {
    Object read(ByteReader in) throws ReflectiveOperationException;
  }

  private static Shape shape(Writing writing, Reading reading) {
    return new Shape() {
      @Override
      public void write(Object value, ByteWriter out) throws ReflectiveOperationException {
        writing.write(value, out);
      }

      @Override
      public Object read(ByteReader in) throws ReflectiveOperationException {
        return reading.read(in);
      }
    };
  }

  private static Shape nullable(Shape shape) {
    return shape(
        (value, out) -> {
          out.number(value == null ? 0 : 1);
          if (value != null) {
            shape.write(value, out);
          }
        },
        in -> in.number() == 0 ? null : in.nested(() -> shape.read(in)));
  }

  private final class RecordShape implements Shape {

    private final Type[] types;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      types = Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
      accessors =
          Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
      Class<?>[] parameters =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        constructor = type.getDeclaredConstructor(parameters);
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException("every record has this constructor", impossible);
      }
    }

    @Override
    public void write(Object value, ByteWriter out) throws ReflectiveOperationException {
      for (int i = 0; i < types.length; i++) {
        shape(types[i]).write(accessors[i].invoke(value), out);
      }
    }

    @Override
    public Object read(ByteReader in) throws ReflectiveOperationException {
      Object[] values = new Object[types.length];
      for (int i = 0; i < types.length; i++) {
        values[i] = shape(types[i]).read(in);
      }
      return constructor.newInstance(values);
    }
  }
}
