package dev.concertina.cli;

import dev.concertina.check.RepositoryConfiguration;
import dev.concertina.check.RuleLaws;
import dev.concertina.rule.Rule;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RuleException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code concertina rules test}: holds rule files to the laws that the built-in ones keep. */
final class RulesTestCommand implements Action {
  @Override
  public Usage usage() {
    return new Usage(
            "rules test", "Holds the rules of a folder to the laws: examples find what they mark.")
        .optionalOperand("DIR", "The folder of the rules. Default: .github/concertina/rules.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    Path chosen =
        Path.of(
            given.operands().isEmpty() ? RepositoryConfiguration.RULES : given.operands().get(0));
    Path root = terminal.folder().resolve(chosen).normalize();
    if (!Files.isDirectory(root)) {
      throw new CommandFailure(chosen + ": no such folder");
    }
    Map<String, String> texts = texts(root);
    if (texts.isEmpty()) {
      throw new CommandFailure(chosen + ": no rules in it; a rule is FOLDER/NAME.md");
    }
    List<String> broken = broken(texts, chosen.toString().replace('\\', '/') + "/");
    broken.forEach(line -> terminal.out().println(line));
    if (broken.isEmpty()) {
      String rules = texts.size() == 1 ? "1 rule keeps" : texts.size() + " rules keep";
      terminal.out().println(rules + " the laws.");
    }
    terminal.out().flush();
    return broken.isEmpty() ? ExitStatus.PASSED : ExitStatus.FAILED;
  }

  private static Map<String, String> texts(Path root) {
    FolderTree tree = FolderTree.plain(root);
    Map<String, String> texts = new TreeMap<>();
    for (String path : tree.files().keySet()) {
      if (path.endsWith(".md") && path.contains("/") && !path.endsWith("/README.md")) {
        byte[] bytes =
            tree.read(path).orElseThrow(() -> new CommandFailure(path + ": can't be read"));
        String id = path.substring(0, path.length() - ".md".length());
        texts.put(id, new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** Everything that is wrong: first what can't be read, else every law that is broken. */
  private static List<String> broken(Map<String, String> texts, String root) {
    RuleBook builtIn = RuleBook.builtIn();
    RuleBook team;
    try {
      team = RuleBook.read(texts, root, builtIn.facts());
    } catch (RuleException e) {
      return e.mistakes().stream().map(RuleException.Mistake::toString).toList();
    }
    RuleLaws laws = new RuleLaws(builtIn.with(team));
    List<String> broken = new ArrayList<>();
    for (Rule rule : team.rules()) {
      for (String sentence : laws.broken(rule)) {
        broken.add(root + rule.id() + ".md: " + sentence);
      }
    }
    return broken;
  }
}
