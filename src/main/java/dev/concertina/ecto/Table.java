package dev.concertina.ecto;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;

/**
 * A table that a call speaks of.
 *
 * @param prefix its schema, or null
 * @param options what {@code table} was given with its name
 */
record Table(String name, String prefix, Options options) {

  static Table of(Value value, RepoSettings settings) {
    if (!(value instanceof Value.Call call) || !call.name().equals("table")) {
      throw new UnreadException("the table is built at run time");
    }
    Options options = Options.of(call, 1);
    return new Table(Names.of(call.argument("name", 0)), prefix(options, settings), options);
  }

  /** The schema that an option says, else the one that the repo is configured with. */
  static String prefix(Options options, RepoSettings settings) {
    String given = options.text("prefix");
    return given == null ? settings.prefix() : given;
  }

  String sql() {
    return Names.quote(prefix, name);
  }

  /** The key that the table gets without being asked for one, or null. */
  Change key(RepoSettings settings, Value.Call create) {
    Value asked = options.get("primary_key");
    boolean own = asked != null && !asked.isTrue();
    Options key = own && asked.isFalse() ? null : own ? Options.of(asked) : settings.key();
    if (key == null) {
      return null;
    }
    Value type = key.get("type");
    Value name = key.get("name");
    return new Change(
        "add",
        name == null ? "id" : Names.of(name),
        type == null ? new Value.Text("bigserial", -1, create.span()) : type,
        key.with("primary_key", new Value.Flag(true, create.span())),
        create.span());
  }
}
