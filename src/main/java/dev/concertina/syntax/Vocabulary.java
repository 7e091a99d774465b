package dev.concertina.syntax;

import java.util.Set;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/** The names of a grammar's nodes and fields by their numbers. */
final class Vocabulary {

  /** What every grammar calls the part that it can't read. */
  private static final int ERROR = 0xFFFF;

  private final String[] types;
  private final boolean[] named;
  private final String[] fields;

  private final Set<String> whole;

  /**
   * @param whole the types of nodes whose text says all that is in them
   */
  Vocabulary(TSLanguage language, Set<String> whole) {
    this.whole = whole;
    types = new String[language.symbolCount()];
    named = new boolean[types.length];
    for (int symbol = 0; symbol < types.length; symbol++) {
      types[symbol] = language.symbolName(symbol);
      named[symbol] = language.symbolType(symbol) == TSSymbolType.TSSymbolTypeRegular;
    }
    fields = new String[language.fieldCount() + 1];
    for (int field = 1; field < fields.length; field++) {
      fields[field] = language.fieldNameForId(field);
    }
  }

  String type(int symbol) {
    return symbol == ERROR ? "ERROR" : types[symbol];
  }

  boolean isWhole(String type) {
    return whole.contains(type);
  }

  boolean isNamed(int symbol) {
    return symbol == ERROR || named[symbol];
  }

  /** The name of a field, or null for 0, which is none. */
  String field(int field) {
    return fields[field];
  }
}
