package dev.concertina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.rule.CompiledRules;
import dev.concertina.rule.RuleBook;
import dev.concertina.rule.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build does with the rule files. */
class RuleCompilerTest {
  @TempDir Path folder;

  @Test
  void the_rules_of_this_repository_compile() throws IOException {
    Path target = folder.resolve("new");
    RuleCompiler.compile(Path.of("rules"), target);
    assertThat(target.resolve("compiled")).hasBinaryContent(CompiledRules.of(RuleBook.builtIn()));
    assertThat(target.resolve("any/renamed-column.page"))
        .hasBinaryContent(
            CompiledRules.page(Files.readString(Path.of("rules/any/renamed-column.md"))));
  }

  @Test
  void everything_that_is_wrong_ends_the_build() throws IOException {
    Files.createDirectory(folder.resolve("any"));
    Files.writeString(folder.resolve("any/one.md"), "---\nseverity: loud\n---\n# One\n");
    Files.writeString(folder.resolve("any/two.md"), "# Two\n");
    assertThatThrownBy(() -> RuleCompiler.compile(folder, folder.resolve("new")))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("rules/any/one.md:2: expected a severity")
        .hasMessageContaining("rules/any/two.md:1: expected front matter");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
