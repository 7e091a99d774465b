package dev.concertina.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/**
 * Which lines of some classes a piece of work does not reach. The work runs on classes of its own,
 * so that no other test counts.
 */
final class Unreached {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path CLASSES = Path.of("target/classes");

  private Unreached() {}

  /**
   * Runs the work and answers the lines that it left out, as {@code Postgres: return null;}.
   *
   * @param work a public class with a public constructor without parameters
   * @param watched by simple name, which of the program's classes to look at
   */
  static List<String> lines(
      Class<? extends Runnable> work, String folder, Predicate<String> watched) throws Exception {
    LoggerRuntime runtime = new LoggerRuntime();
    RuntimeData data = new RuntimeData();
    runtime.startup(data);
    Watching loader = new Watching(new Instrumenter(runtime), folder.replace('/', '.'), watched);
    ((Runnable) loader.loadClass(work.getName()).getConstructor().newInstance()).run();
    ExecutionDataStore reached = new ExecutionDataStore();
    data.collect(reached, new SessionInfoStore(), false);
    runtime.shutdown();
    CoverageBuilder coverage = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(reached, coverage);
    // Also those that the work never came to.
    try (Stream<Path> classes = Files.list(CLASSES.resolve(folder))) {
      for (Path file : classes.filter(file -> watched.test(simpleName(file))).toList()) {
        analyzer.analyzeClass(Files.readAllBytes(file), file.toString());
      }
    }
    List<String> lines = new ArrayList<>();
    for (IClassCoverage known : coverage.getClasses()) {
      String file = known.getSourceFileName();
      List<String> source = Files.readAllLines(SOURCES.resolve(folder).resolve(file));
      for (int line = known.getFirstLine(); line <= known.getLastLine() && line > 0; line++) {
        int status = known.getLine(line).getStatus();
        if (status == ICounter.NOT_COVERED) {
          lines.add(file.replace(".java", ": ") + source.get(line - 1).strip());
        }
      }
    }
    return lines;
  }

  private static String simpleName(Path file) {
    return file.getFileName().toString().replace(".class", "");
  }

  /** Defines the program's classes anew, and has those that are watched say where they were. */
  private static final class Watching extends ClassLoader {
    private final Instrumenter instrumenter;
    private final String watchedPackage;
    private final Predicate<String> watched;

    Watching(Instrumenter instrumenter, String watchedPackage, Predicate<String> watched) {
      super(Unreached.class.getClassLoader());
      this.instrumenter = instrumenter;
      this.watchedPackage = watchedPackage;
      this.watched = watched;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || !name.startsWith("dev.concertina.")) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          if (in == null) {
            throw new ClassNotFoundException(name);
          }
          byte[] bytes = in.readAllBytes();
          int end = name.lastIndexOf('.');
          if (name.substring(0, end).equals(watchedPackage)
              && watched.test(name.substring(end + 1))) {
            bytes = instrumenter.instrument(bytes, name);
          }
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }
}
