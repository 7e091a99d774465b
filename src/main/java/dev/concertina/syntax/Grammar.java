package dev.concertina.syntax;

import java.util.Set;
import java.util.function.Supplier;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterCSharp;
import org.treesitter.TreeSitterElixir;
import org.treesitter.TreeSitterJava;
import org.treesitter.TreeSitterPhp;
import org.treesitter.TreeSitterPython;
import org.treesitter.TreeSitterRuby;
import org.treesitter.TreeSitterTypescript;

/**
 * A programming language that can be read into trees. A grammar and its native library are loaded
 * when the first file of the language is read, so that a change without one does not pay for it.
 */
public enum Grammar {
  CSHARP("C#", TreeSitterCSharp::new),
  ELIXIR("Elixir", TreeSitterElixir::new),
  JAVA("Java", TreeSitterJava::new),
  PYTHON("Python", TreeSitterPython::new, "string"),
  PHP("PHP", TreeSitterPhp::new),
  RUBY("Ruby", TreeSitterRuby::new),
  /** JavaScript is read with it too. */
  TYPESCRIPT("TypeScript", TreeSitterTypescript::new);

  /** Far above any migration or model file that somebody wrote; in UTF-16 units. */
  private static final int LONGEST = 1 << 20;

  private final String title;
  private final Supplier<TSLanguage> loader;
  private final Set<String> whole;
  private TSLanguage language;
  private Vocabulary words;

  /**
   * @param whole the types of nodes whose text says all that is in them
   */
  Grammar(String title, Supplier<TSLanguage> loader, String... whole) {
    this.title = title;
    this.loader = loader;
    this.whole = Set.of(whole);
  }

  private synchronized void load() {
    if (language == null) {
      TSLanguage loaded = loader.get();
      words = new Vocabulary(loaded, whole);
      language = loaded;
    }
  }

  /**
   * The tree of a text. What is wrong in the text is a node of type {@code ERROR} among others.
   *
   * @throws UnreadableSourceException when the text is beyond every bound, or there is no native
   *     library for this platform
   */
  public SourceFile parse(String text) {
    if (text.length() > LONGEST) {
      throw new UnreadableSourceException("it has more than " + LONGEST + " characters");
    }
    try {
      load();
      return read(text);
    } catch (LinkageError | RuntimeException missing) {
      if (missing instanceof UnreadableSourceException bound) {
        throw bound;
      }
      // The library throws bare exceptions where it has no native code for the platform.
      throw new UnreadableSourceException(
          title + " can't be read on this platform: its grammar does not load");
    }
  }

  private SourceFile read(String text) {
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(language);
      try (TSTree tree = parser.parseString(null, text)) {
        return new SourceFile(text, new TreeCopy(words, new Utf8Offsets(text)).of(tree));
      }
    }
  }
}
