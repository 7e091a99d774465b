package dev.concertina.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The rules as the build leaves them in the jar: the front matter of all rule files in one
 * resource, and the blocks of each page in one of its own, so that a run parses neither YAML nor
 * Markdown.
 */
public final class CompiledRules {

  private static final int ALL = 0;
  private static final int ANY = 1;
  private static final int NOT = 2;
  private static final int IN = 3;
  private static final int AT_LEAST = 4;

  private CompiledRules() {}

  /** The bytes that {@link RuleBook#builtIn} reads. */
  public static byte[] of(RuleBook book) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(book.rules().size());
      for (Rule rule : book.rules()) {
        write(rule, out);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory can be written", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads them back.
   *
   * @param page gives the text of the rule of an id
   */
  static List<Rule> read(byte[] bytes, FactBook facts, Function<String, RuleText> page)
      throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int count = in.readShort();
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rules.add(rule(in, facts, page));
    }
    return rules;
  }

  /** The blocks of a rule file's page, as {@link #blocks} reads them. */
  public static byte[] page(String markdown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      List<MarkdownBlock> blocks = MarkdownBlock.parse(markdown);
      out.writeShort(blocks.size());
      for (MarkdownBlock block : blocks) {
        out.writeByte(block.kind().ordinal());
        out.writeUTF(block.text());
        out.writeShort(block.line());
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory can be written", impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads a page back. */
  static List<MarkdownBlock> blocks(byte[] page) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
      List<MarkdownBlock> blocks = new ArrayList<>();
      MarkdownBlock.Kind[] kinds = MarkdownBlock.Kind.values();
      for (int n = in.readShort(); n > 0; n--) {
        blocks.add(new MarkdownBlock(kinds[in.readByte()], in.readUTF(), in.readShort()));
      }
      return blocks;
    } catch (IOException e) {
      throw new IllegalStateException("a page of the rules can't be read: " + e.getMessage(), e);
    }
  }

  private static void write(Rule rule, DataOutputStream out) throws IOException {
    out.writeUTF(rule.id());
    out.writeByte(rule.kind().ordinal());
    out.writeByte(rule.levels().size());
    for (Rule.Level level : rule.levels()) {
      out.writeByte(level.severity().ordinal());
      write(level.when(), out);
    }
    write(rule.kinds(), out);
    write(rule.where(), out);
    out.writeBoolean(rule.on());
    out.writeBoolean(rule.aside());
    out.writeUTF(rule.related() == null ? "" : rule.related());
  }

  private static Rule rule(DataInputStream in, FactBook facts, Function<String, RuleText> page)
      throws IOException {
    String id = in.readUTF();
    Kind kind = Kind.values()[in.readByte()];
    List<Rule.Level> levels = new ArrayList<>();
    for (int n = in.readByte(); n > 0; n--) {
      levels.add(new Rule.Level(Severity.values()[in.readByte()], condition(in, facts)));
    }
    Set<String> kinds = words(in);
    Condition where = condition(in, facts);
    boolean on = in.readBoolean();
    boolean aside = in.readBoolean();
    String related = in.readUTF();
    return new Rule(
        id,
        kind,
        levels,
        kinds,
        where,
        on,
        aside,
        related.isEmpty() ? null : related,
        page.apply(id));
  }

  private static void write(Condition condition, DataOutputStream out) throws IOException {
    switch (condition) {
      case Condition.All all -> write(ALL, all.parts(), out);
      case Condition.Any any -> write(ANY, any.parts(), out);
      case Condition.Not not -> write(NOT, List.of(not.part()), out);
      case Condition.In in -> {
        out.writeByte(IN);
        out.writeUTF(in.fact().name());
        write(in.words(), out);
      }
      case Condition.AtLeast least -> {
        out.writeByte(AT_LEAST);
        out.writeUTF(least.fact().name());
        out.writeInt(least.rank());
      }
    }
  }

  private static void write(int tag, List<Condition> parts, DataOutputStream out)
      throws IOException {
    out.writeByte(tag);
    out.writeShort(parts.size());
    for (Condition part : parts) {
      write(part, out);
    }
  }

  private static Condition condition(DataInputStream in, FactBook facts) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case ALL -> new Condition.All(conditions(in, facts));
      case ANY -> new Condition.Any(conditions(in, facts));
      case NOT -> new Condition.Not(conditions(in, facts).get(0));
      case IN -> new Condition.In(facts.fact(in.readUTF()), words(in));
      case AT_LEAST -> new Condition.AtLeast(facts.fact(in.readUTF()), in.readInt());
      default -> throw new IOException("no condition has the tag " + tag);
    };
  }

  private static List<Condition> conditions(DataInputStream in, FactBook facts) throws IOException {
    List<Condition> parts = new ArrayList<>();
    for (int n = in.readShort(); n > 0; n--) {
      parts.add(condition(in, facts));
    }
    return parts;
  }

  private static void write(Collection<String> words, DataOutputStream out) throws IOException {
    out.writeShort(words.size());
    for (String word : words.stream().sorted().toList()) {
      out.writeUTF(word);
    }
  }

  private static Set<String> words(DataInputStream in) throws IOException {
    Set<String> words = new HashSet<>();
    for (int n = in.readShort(); n > 0; n--) {
      words.add(in.readUTF());
    }
    return words;
  }
}
