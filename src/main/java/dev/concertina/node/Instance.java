package dev.concertina.node;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.Value;

/** {@code this} in a class of the program: what it declares, and what its base gives it. */
final class Instance extends Host {

  private final ClassValue type;
  private final Expressions expressions;
  private final Host base;

  /**
   * @param base what the framework's class does, or null
   */
  Instance(ClassValue type, Expressions expressions, Host base) {
    super(type.span());
    this.type = type;
    this.expressions = expressions;
    this.base = base;
  }

  @Override
  Value get(String property, dev.concertina.schema.Span at) {
    Value own = own(property);
    if (own != null) {
      return own;
    }
    return base == null ? new Value.Unknown(property, at) : base.get(property, at);
  }

  @Override
  Value invoke(String method, Arguments with) {
    if (own(method) instanceof Closure function) {
      return with.flow().call(function, with.values(), with.span());
    }
    return base == null ? super.invoke(method, with) : base.invoke(method, with);
  }

  private Value own(String name) {
    Node member = type.member(name);
    if (member == null) {
      return null;
    } else if (member.is("method_definition")) {
      return new Closure(member, type.scope(), type.module(), this, type.span());
    }
    Node value = member.child("value");
    if (value == null) {
      return null;
    }
    Scope scope = new Scope(type.scope());
    scope.declare("this", this);
    return expressions.value(value, scope);
  }
}
