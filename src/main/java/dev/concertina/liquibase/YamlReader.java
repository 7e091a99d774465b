package dev.concertina.liquibase;

import dev.concertina.schema.Span;
import dev.concertina.sql.LineTable;
import dev.concertina.sql.Statement.Comment;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into values that know their places; no tag of it makes an object. */
final class YamlReader {

  private static final int LONGEST = 1 << 23;

  private final String text;
  private final LineTable lines;
  private final int[] offsets;
  private int values;

  YamlReader(String text) {
    this.text = text;
    lines = new LineTable(text);
    offsets = offsets(text);
  }

  Document read() {
    try {
      Node node = new Yaml(options()).compose(new StringReader(text));
      if (node == null) {
        throw new UnreadableSourceException("it is empty");
      }
      return new Document(new MappedElements().of(value(node, 0)), comments());
    } catch (YAMLException wrong) {
      String message = wrong.getMessage().lines().findFirst().orElse("").strip();
      throw new UnreadableSourceException("it is no well-formed YAML: " + message);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    options.setNestingDepthLimit(Document.DEEPEST);
    options.setProcessComments(true);
    return options;
  }

  private List<Comment> comments() {
    List<Comment> comments = new ArrayList<>();
    if (text.indexOf('#') >= 0) {
      for (Event event : new Yaml(options()).parse(new StringReader(text))) {
        if (event instanceof CommentEvent comment) {
          Span span = span(comment.getStartMark(), comment.getEndMark());
          comments.add(new Comment(comment.getValue().strip(), span));
        }
      }
    }
    return comments;
  }

  private Value value(Node node, int depth) {
    // An alias stands for what it names each time anew, and may name what it is in.
    if (++values > Document.MOST_ELEMENTS || depth > Document.DEEPEST) {
      throw new UnreadableSourceException("it has too many values, or too many inside each other");
    }
    Span span = span(node.getStartMark(), node.getEndMark());
    return switch (node) {
      case MappingNode mapping -> {
        List<Map.Entry<Value, Value>> entries = new ArrayList<>();
        mapping.getValue().forEach(entry -> add(entry, depth, entries));
        yield new Value.Mapping(entries, span);
      }
      case SequenceNode sequence ->
          new Value.Many(
              sequence.getValue().stream().map(item -> value(item, depth + 1)).toList(), span);
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Value.Nothing(span);
      case ScalarNode scalar -> text(scalar, span);
      default -> new Value.Unknown("", span);
    };
  }

  private void add(NodeTuple entry, int depth, List<Map.Entry<Value, Value>> entries) {
    Value key = value(entry.getKeyNode(), depth + 1);
    Value value = value(entry.getValueNode(), depth + 1);
    if ("<<".equals(key.text()) && value instanceof Value.Mapping merged) {
      entries.addAll(merged.entries());
    } else {
      entries.add(Map.entry(key, value));
    }
  }

  /**
   * A literal block is taken as it stands in the file, with the blanks that begin its lines: no
   * change minds them, and places in it are exact.
   */
  private Value.Text text(ScalarNode scalar, Span span) {
    String value = scalar.getValue();
    boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL;
    int from = block ? text.indexOf('\n', span.start()) + 1 : span.start();
    if (block && from > 0 && from < span.end()) {
      return new Value.Text(text.substring(from, span.end()), from, span);
    }
    boolean quoted = !scalar.isPlain();
    int start = quoted ? span.start() + 1 : span.start();
    return new Value.Text(value, text.startsWith(value, start) ? start : -1, span);
  }

  /** Without the white space that a block ends with. */
  private Span span(Mark start, Mark end) {
    int from = offset(start);
    int to = offset(end);
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return lines.span(from, to);
  }

  private int offset(Mark mark) {
    int index = mark.getIndex();
    return offsets == null ? Math.min(index, text.length()) : offsets[index];
  }

  /** Where each code point begins, by which marks count; null where that is each character. */
  private static int[] offsets(String text) {
    int points = text.codePointCount(0, text.length());
    if (points == text.length()) {
      return null;
    }
    int[] offsets = new int[points + 1];
    int at = 0;
    for (int i = 0; i < points; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[points] = at;
    return offsets;
  }
}
