package dev.concertina;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Holds the house together: what docs/architecture.md says of packages is tested here. */
class ArchitectureTest {
  private static final String ROOT = "dev.concertina";
  private static final Path SOURCES = Path.of("src/main/java/dev/concertina");

  /** From the top down. A package may use those after it, never those before it. */
  private static final List<String> PACKAGES =
      List.of(
          "cli",
          "server",
          "github",
          "review",
          "check",
          "plan",
          "rule",
          "code",
          "migration",
          "django",
          "liquibase",
          "flyway",
          "rails",
          "alembic",
          "node",
          "ecto",
          "efcore",
          "laravel",
          "phinx",
          "syntax",
          "sql",
          "schema");

  private static final Set<String> WITH_IO = Set.of("cli", "server", "github");

  /** Types of java.net that only compute. */
  private static final Set<String> PURE_NET =
      Set.of(
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLEncoder",
          "java.net.URLDecoder");

  private static final Set<String> CLOCKS_AND_CHANCE =
      Set.of("java.time.Clock", "java.util.Date", "java.util.Timer", "java.security.SecureRandom");

  private static final Set<String> OUTSIDE_CALLS =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.exit",
          "java.lang.System.in",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.Runtime.exec",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Math.random",
          "java.nio.file.Path.toRealPath",
          "java.nio.file.Path.toAbsolutePath",
          "java.nio.file.Path.toFile",
          "java.util.UUID.randomUUID",
          "java.util.TimeZone.getDefault",
          "java.util.Locale.getDefault",
          "java.time.ZoneId.systemDefault");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void every_package_of_the_sources_is_looked_at() throws IOException {
    Set<String> looked =
        CLASSES.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
    assertThat(looked).isNotEmpty().isEqualTo(sourcePackages());
  }

  @Test
  void packages_are_one_level_and_known() throws IOException {
    assertThat(sourcePackages()).allSatisfy(name -> assertThat(PACKAGES).contains(shortName(name)));
  }

  @Test
  void packages_depend_only_downwards() {
    check(classes().should(dependOnlyDownwards()));
  }

  @Test
  void only_the_first_three_packages_touch_the_outside() {
    check(
        noClasses()
            .that(describe("are pure", ArchitectureTest::isPure))
            .should(dependOnClassesThat(describe("do I/O", ArchitectureTest::isOutside)))
            .orShould(reachOutside()));
  }

  @Test
  void names_say_what_a_class_is() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Manager|Impl)"));
  }

  @Test
  void nothing_static_changes() {
    check(fields().that().areStatic().should().beFinal());
  }

  @Test
  void every_package_says_what_it_is() throws IOException {
    assertThat(sourcePackages())
        .allSatisfy(
            name ->
                assertThat(SOURCES.resolve(shortName(name)).resolve("package-info.java")).exists());
  }

  @Test
  void every_public_type_has_javadoc() throws IOException {
    assertThat(undocumented()).isEmpty();
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static ArchCondition<JavaClass> dependOnlyDownwards() {
    return new ArchCondition<>("depend only on packages below their own") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        from.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isOurs(dependency.getTargetClass()))
            .filter(dependency -> level(dependency.getTargetClass()) < level(from))
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(from, dependency.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> reachOutside() {
    return new ArchCondition<>("ask the machine, the clock or chance") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        from.getAccessesFromSelf().stream()
            .filter(ArchitectureTest::asksOutside)
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.satisfied(from, access.getDescription())));
      }
    };
  }

  private static boolean asksOutside(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = owner.getName() + "." + access.getName();
    boolean now = owner.getPackageName().equals("java.time") && access.getName().equals("now");
    boolean chance =
        owner.getName().equals("java.util.Random")
            && access.getName().equals("<init>")
            && access.getTarget().getFullName().endsWith("()");
    return now || chance || OUTSIDE_CALLS.contains(name);
  }

  private static boolean isOutside(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return startsWithAny(name, "java.io.File", "java.io.RandomAccessFile", "java.io.Console")
        || startsWithAny(name, "java.nio.channels.", "java.sql.", "javax.net.", "javax.sql.")
        || name.matches("java\\.nio\\.file\\.(Files|FileSystems?|WatchService)")
        || name.matches("java\\.lang\\.Process(Builder|Handle)?")
        || name.equals("java.util.concurrent.ThreadLocalRandom")
        || CLOCKS_AND_CHANCE.contains(name)
        || (name.startsWith("java.net.") && !PURE_NET.contains(name));
  }

  private static boolean startsWithAny(String name, String... starts) {
    return Stream.of(starts).anyMatch(name::startsWith);
  }

  private static boolean isPure(JavaClass type) {
    return !WITH_IO.contains(shortName(type.getPackageName()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  private static int level(JavaClass type) {
    return PACKAGES.indexOf(shortName(type.getPackageName()));
  }

  private static String shortName(String packageName) {
    return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
  }

  private static Set<String> sourcePackages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(ArchitectureTest::isCode)
          .map(file -> SOURCES.relativize(file).getParent())
          .map(folder -> folder == null ? ROOT : ROOT + "." + folder.toString().replace('/', '.'))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static boolean isCode(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
  }

  private static List<String> undocumented() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      files = all.filter(ArchitectureTest::isCode).toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Predicate<Tree> bare = type -> docs.getDocComment(TreePath.getPath(unit, type)) == null;
        unit.getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
            .filter(bare)
            .forEach(type -> found.add(unit.getSourceFile().getName()));
      }
    }
    return found;
  }
}
