package dev.concertina.ecto;

import dev.concertina.syntax.Value;
import java.util.Set;

/** Functions of Elixir's own library: which go through a list, and which change no database. */
final class Library {

  private static final Set<String> LOOPS =
      Set.of(
          "Enum.each",
          "Enum.map",
          "Enum.flat_map",
          "Enum.filter",
          "Stream.each",
          "Stream.map",
          "Stream.flat_map",
          "Task.async_stream");

  private static final Set<String> HARMLESS =
      Set.of(
          "Access",
          "Application",
          "Atom",
          "Base",
          "Code",
          "Date",
          "DateTime",
          "Decimal",
          "Ecto.UUID",
          "Enum",
          "File",
          "Float",
          "IO",
          "Integer",
          "Jason",
          "Kernel",
          "Keyword",
          "List",
          "Logger",
          "Map",
          "MapSet",
          "Mix",
          "Module",
          "NaiveDateTime",
          "Path",
          "Process",
          "Regex",
          "Stream",
          "String",
          "System",
          "Task",
          "Time",
          "Tuple",
          "UUID");

  private static final Set<String> KERNEL =
      Set.of(
          "abs",
          "alias",
          "apply",
          "dbg",
          "elem",
          "fragment",
          "from",
          "hd",
          "import",
          "inspect",
          "index",
          "is_nil",
          "length",
          "map_size",
          "raise",
          "repo",
          "require",
          "reraise",
          "round",
          "send",
          "table",
          "then",
          "throw",
          "tl",
          "tap",
          "to_string",
          "unique_index",
          "use",
          "where",
          "select",
          "order_by",
          "limit",
          "join",
          "put_in",
          "receive",
          "self",
          "spawn",
          "__MODULE__",
          "constraint",
          "references",
          "direction",
          "prefix",
          "quote",
          "to_charlist");

  private Library() {}

  /** Whether a function calls its last argument for each item of its first. */
  static boolean goesThrough(String name) {
    return LOOPS.contains(name);
  }

  static boolean isHarmless(Value.Call call) {
    if (call.receiver() != null) {
      // A field of something, or a function of Erlang's.
      return true;
    }
    int dot = call.name().lastIndexOf('.');
    return dot < 0
        ? KERNEL.contains(call.name()) || call.arguments().isEmpty() && call.named().isEmpty()
        : HARMLESS.contains(call.name().substring(0, dot));
  }
}
