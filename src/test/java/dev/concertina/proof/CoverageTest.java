package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Operation;
import dev.concertina.schema.OperationKind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the dialect tells apart is measured. */
class CoverageTest {

  private static final List<Operation> MEASURED =
      EffectCases.all().stream()
          .flatMap(subject -> subject.cases().stream())
          .flatMap(given -> Prediction.operations(given.statement()).stream())
          .flatMap(operation -> Stream.concat(Stream.of(operation), operation.body().stream()))
          .toList();

  /**
   * What only a framework's own language says; its body is measured as the SQL that it stands for.
   */
  private static final Set<String> WITHOUT_SQL =
      Set.of("run-code", "one-way", "forget-column", "forget-table");

  @Test
  void everyOperation() {
    assertThat(OperationKind.all())
        .filteredOn(kind -> !WITHOUT_SQL.contains(kind))
        .isSubsetOf(MEASURED.stream().map(Operation::kind).distinct().toList());
  }

  /** Each option of a table, each change of a domain, each kind of object, each lock mode. */
  @Test
  void everyOptionOfAnOperation() {
    List<Object> options =
        Stream.of(Operation.class.getPermittedSubclasses())
            .flatMap(operation -> Stream.of(operation.getRecordComponents()))
            .map(RecordComponent::getType)
            .filter(Class::isEnum)
            .distinct()
            .<Object>flatMap(type -> Arrays.stream(type.getEnumConstants()))
            .toList();
    assertThat(options)
        .isNotEmpty()
        .isSubsetOf(MEASURED.stream().flatMap(CoverageTest::parts).distinct().toList());
  }

  private static Stream<Object> parts(Operation operation) {
    return Stream.of(operation.getClass().getRecordComponents())
        .map(component -> part(operation, component))
        .filter(Objects::nonNull);
  }

  private static Object part(Operation operation, RecordComponent component) {
    try {
      return component.getAccessor().invoke(operation);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot read " + component, e);
    }
  }

  @Test
  void everyConstraint() {
    assertThat(List.<Object>of((Object[]) Constraint.class.getPermittedSubclasses()))
        .isSubsetOf(
            MEASURED.stream()
                .filter(Operation.AddConstraint.class::isInstance)
                .<Object>map(o -> ((Operation.AddConstraint) o).constraint().getClass())
                .toList());
  }
}
