package dev.concertina.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chain of calls, as {@code DB::table('a')->where('b', 1)->update([…])}. */
public final class Chain {

  private Chain() {}

  /** Its calls from the first to the last. */
  public static List<Value.Call> calls(Value.Call last) {
    List<Value.Call> calls = new ArrayList<>();
    Value at = last;
    while (at instanceof Value.Call call) {
      calls.add(call);
      at = call.receiver();
    }
    Collections.reverse(calls);
    return calls;
  }

  /** The call that it begins with. */
  public static Value.Call first(Value.Call last) {
    return calls(last).get(0);
  }

  /** The class or variable that it begins with: {@code DB}, {@code $table}; empty for others. */
  public static String root(Value.Call last) {
    Value.Call first = first(last);
    int scope = first.name().indexOf("::");
    if (scope >= 0) {
      String name = first.name().substring(0, scope);
      return name.substring(name.lastIndexOf('\\') + 1);
    }
    return first.receiver() instanceof Value.Name name ? name.name() : "";
  }

  /** The name of a call without its class. */
  public static String method(Value.Call call) {
    return call.name().substring(call.name().lastIndexOf(':') + 1);
  }
}
