package dev.concertina.cli;

import dev.concertina.rule.CompiledRules;
import dev.concertina.rule.FactBook;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RuleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts the built-in rules into the form that runs read. The build runs it; nobody else does. */
public final class RuleCompiler {

  private RuleCompiler() {}

  /** Reads the rules of a folder and writes them to another one: RULES TARGET. */
  public static void main(String[] arguments) throws IOException {
    try {
      compile(Path.of(arguments[0]), Path.of(arguments[1]));
    } catch (RuleException e) {
      e.mistakes().forEach(System.err::println);
      System.exit(ExitStatus.FAILED);
    }
  }

  /** Throws a {@link RuleException} that says everything that is wrong with the rules. */
  static void compile(Path rules, Path target) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        String path = rules.relativize(file).toString().replace('\\', '/');
        String id = path.substring(0, path.length() - ".md".length());
        texts.put(id, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    RuleBook book = RuleBook.read(texts, "rules/", new FactBook());
    Files.createDirectories(target);
    Files.write(target.resolve("compiled"), CompiledRules.of(book));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path page = target.resolve(text.getKey() + ".page");
      Files.createDirectories(page.getParent());
      Files.write(page, CompiledRules.page(text.getValue()));
    }
  }
}
