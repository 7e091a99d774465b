package dev.concertina.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule says, read from the Markdown below its front matter.
 *
 * @param title the first line of a comment, with placeholders
 * @param why the first paragraph, with placeholders
 * @param steps the safe path, in order
 * @param alternatives cheaper ways that reach the same end, best first, with placeholders
 * @param note a remark about the whole path, or null
 * @param fix the statement that replaces the one at hand, or null
 * @param unsafe examples with marked lines
 * @param safe examples without findings
 */
public record RulePage(
    Template title,
    Template why,
    List<StepText> steps,
    List<Template> alternatives,
    Template note,
    Template fix,
    List<Example> unsafe,
    List<Example> safe) {

  /**
   * A step of the safe path as it is written.
   *
   * @param when a fact that must be set ({@code column.not-null}), {@code not} before one that must
   *     not, several joined by {@code and}; or null for a step that is always there
   * @param deploy the release it belongs to
   * @param after whether it runs on its own after that release is everywhere
   */
  public record StepText(
      Template title,
      String phase,
      int deploy,
      boolean after,
      boolean transactional,
      Template schema,
      Template code,
      Template gate,
      Template rollback,
      String when,
      int line) {}

  /**
   * An example.
   *
   * @param heading the text that introduces it, or the empty string
   * @param text its SQL with directives; see {@code docs/writing-rules.md}
   * @param line where the code block starts in the file, from 1
   */
  public record Example(String heading, String text, int line) {}

  /** Reads a page; what is missing is empty, and {@link RuleFile} says so. */
  static RulePage of(List<MarkdownBlock> blocks) {
    Map<String, List<MarkdownBlock>> sections = new LinkedHashMap<>();
    List<MarkdownBlock> section = sections.computeIfAbsent("", k -> new ArrayList<>());
    String title = "";
    for (MarkdownBlock block : blocks) {
      if (block.kind() == MarkdownBlock.Kind.TITLE) {
        title = block.text();
      } else if (block.kind() == MarkdownBlock.Kind.SECTION) {
        section = sections.computeIfAbsent(block.text(), k -> new ArrayList<>());
      } else {
        section.add(block);
      }
    }
    List<MarkdownBlock> path = sections.getOrDefault("Safe path", List.of());
    return new RulePage(
        new Template(title),
        new Template(firstParagraph(sections.get(""))),
        StepReader.read(path),
        path.stream()
            .filter(b -> b.kind() == MarkdownBlock.Kind.BULLET)
            .map(b -> new Template(b.text()))
            .toList(),
        optional(sections.get("Note")),
        fix(sections.get("Fix")),
        examples(sections.get("Unsafe")),
        examples(sections.get("Safe")));
  }

  private static String firstParagraph(List<MarkdownBlock> section) {
    return section.stream()
        .filter(b -> b.kind() == MarkdownBlock.Kind.PARAGRAPH)
        .map(MarkdownBlock::text)
        .findFirst()
        .orElse("");
  }

  private static Template optional(List<MarkdownBlock> section) {
    return section == null ? null : new Template(firstParagraph(section));
  }

  private static Template fix(List<MarkdownBlock> section) {
    return section == null
        ? null
        : section.stream()
            .filter(b -> b.kind() == MarkdownBlock.Kind.CODE)
            .map(b -> new Template(b.text()))
            .findFirst()
            .orElse(null);
  }

  private static List<Example> examples(List<MarkdownBlock> section) {
    if (section == null) {
      return List.of();
    }
    List<Example> examples = new ArrayList<>();
    String heading = "";
    for (MarkdownBlock block : section) {
      if (block.kind() == MarkdownBlock.Kind.CODE) {
        examples.add(new Example(heading, block.text(), block.line()));
        heading = "";
      } else {
        heading = block.text();
      }
    }
    return List.copyOf(examples);
  }
}
