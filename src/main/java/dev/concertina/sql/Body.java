package dev.concertina.sql;

import dev.concertina.schema.Operation;
import java.util.List;

/**
 * What the body of a routine or of a DO block would execute.
 *
 * @param operations its static SQL; what is built at run time is not analysed
 * @param loops whether it has a loop
 * @param commits whether it ends transactions itself
 * @param opaque why none of it can be judged, or null
 * @param copiesColumns see {@link Operation.CreateRoutine}
 */
record Body(
    List<Operation> operations,
    boolean loops,
    boolean commits,
    String opaque,
    boolean copiesColumns) {

  Body {
    operations = List.copyOf(operations);
  }

  /** Why a part of it can't be judged, or null when all of it can. */
  String unjudged() {
    if (opaque != null) {
      return opaque;
    }
    return operations.stream()
        .filter(Operation.NotAnalysed.class::isInstance)
        .map(operation -> ((Operation.NotAnalysed) operation).reason())
        .findFirst()
        .orElse(null);
  }

  static Body opaque(String reason) {
    return new Body(List.of(), false, false, reason, false);
  }
}
