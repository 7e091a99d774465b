package dev.concertina.ecto;

import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.ElixirValues.Block;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;
import java.util.List;

/**
 * A loop: {@code for t <- [:a, :b], do: drop(table(t))}.
 *
 * @param generators each a pattern and the list that it goes through
 * @param body what is done for each, or null
 */
record Comprehension(List<Node> generators, Value body) {

  Comprehension {
    generators = List.copyOf(generators);
  }

  static Comprehension of(Node loop, ElixirValues values) {
    List<Node> generators =
        ElixirValues.arguments(loop).stream()
            .filter(part -> values.operator(part).equals("<-"))
            .filter(part -> part.child("left") != null && part.child("right") != null)
            .toList();
    Value body =
        values.value(loop) instanceof Value.Call call
                && call.named().get("do") instanceof Block block
            ? block
            : null;
    return new Comprehension(generators, body);
  }
}
