package dev.concertina.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concertina.sql.Statement.Comment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonModuleTest {

  private static Value read(String expression) {
    String imports =
        """
        from django.db import migrations, models as m
        import django.utils.timezone
        import textwrap, a.b as ab
        from . import here
        from .near import far as away
        SQL = "select 1"
        LOOP = LOOP
        """;
    PythonModule module = PythonModule.read(imports + "class C:\n    v = " + expression + "\n");
    return module.classes().get("C").attributes().get("v");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a'|a",
        "\"it's\"|it's",
        "'a' \"b\"|ab",
        "'a' + 'b'|ab",
        "r'a\\n'|a\\n",
        "'a\\x41\\u00e9\\101\\q'|aAéA\\q",
        "'''x'''|x",
        "f'plain'|plain",
        "SQL|select 1",
        "textwrap.dedent('''x''')|x",
        "'😀é'|😀é",
      })
  void strings(String written, String text) {
    assertThat(read(written).text()).isEqualTo(text);
  }

  @Test
  void stringsOverSeveralLines() {
    assertThat(read("('a'\n  'b')").text()).isEqualTo("ab");
    assertThat(read("'a\\\nb'").text()).isEqualTo("ab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"f'a{b}'", "b'x'", "lambda: 1", "a if b else c", "x[0]", "[i for i in x]", "not a"})
  void whatIsComputedIsUnknown(String written) {
    assertThat(read(written)).isInstanceOf(Value.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "m.CharField, django.db.models.CharField",
    "migrations, django.db.migrations",
    "django.utils.timezone.now, django.utils.timezone.now",
    "ab.c, a.b.c",
    "here, .here",
    "away, .near.far",
    "list, list",
    "LOOP, LOOP"
  })
  void namesAreThoseOfTheirModules(String written, String name) {
    assertThat(read(written))
        .isInstanceOfSatisfying(
            Value.Name.class, value -> assertThat(value.name()).isEqualTo(name));
  }

  @Test
  void callsHaveTheirArguments() {
    Value.Call call = (Value.Call) read("m.CharField(1, None, max_length=-20, null=True)");
    assertThat(call.name()).isEqualTo("django.db.models.CharField");
    assertThat(call.shortName()).isEqualTo("CharField");
    assertThat(call.argument("max_length", 5))
        .isInstanceOfSatisfying(
            Value.Number.class, number -> assertThat(number.digits()).isEqualTo("-20"));
    assertThat(call.argument("x", 1).isNull()).isTrue();
    assertThat(call.argument("null", -1).isTrue()).isTrue();
    assertThat(call.argument("y", 7)).isNull();
    assertThat(call.complete()).isTrue();
    assertThat(((Value.Call) read("f(*a)")).complete()).isFalse();
  }

  @Test
  void operatorsAreCalls() {
    Value.Call and = (Value.Call) read("~m.Q(a=1) & m.Q(b__in=[1, 2])");
    assertThat(and.name()).isEqualTo("&");
    assertThat(((Value.Call) and.arguments().get(0)).name()).isEqualTo("~");
    Value.Call method = (Value.Call) read("[1].index(2)");
    assertThat(method.name()).isEqualTo("index");
    assertThat(method.receiver().items()).hasSize(1);
  }

  @Test
  void listsGrow() {
    assertThat(read("[1] + [2, 3]").items()).hasSize(3);
    PythonModule module = PythonModule.read("class C:\n    v = [1]\n    v += [2]\n");
    assertThat(module.classes().get("C").attributes().get("v").items()).hasSize(2);
  }

  @Test
  void aStringKnowsWhereItStands() {
    String text = "class é:\n    v = 'select 1'\n    w = 'a\\n'\n";
    PythonClass read = PythonModule.read(text).classes().get("é");
    Value.Text value = (Value.Text) read.attributes().get("v");
    assertThat(text.substring(value.start())).startsWith("select 1'");
    assertThat(value.span().line()).isEqualTo(2);
    assertThat(value.span().column()).isEqualTo(9);
    assertThat(((Value.Text) read.attributes().get("w")).start()).isEqualTo(-1);
  }

  @Test
  void aClassKnowsItsOwnNames() {
    PythonModule module =
        PythonModule.read("a = 1\nclass C:\n    a = [f()]\n    b = g(a)\nclass D:\n    b = [a]\n");
    Value.Call call = (Value.Call) module.classes().get("C").attributes().get("b");
    assertThat(call.arguments().get(0).items()).hasSize(1);
    assertThat(module.classes().get("D").attributes().get("b").items().get(0))
        .isInstanceOf(Value.Number.class);
  }

  @Test
  void classesHoldClasses() {
    PythonModule module =
        PythonModule.read(
            """
            from django.db import models
            @final
            class A(models.Model, metaclass=M):
                '''doc'''
                class Meta:
                    db_table = "a"  # here
                name: str = models.CharField()
                def f(self): pass
            def up(apps, editor):
                return 1
            """);
    PythonClass read = module.classes().get("A");
    assertThat(read.bases()).startsWith("django.db.models.Model");
    assertThat(read.nested().get("Meta").attributes().get("db_table").text()).isEqualTo("a");
    assertThat(read.attributes()).containsOnlyKeys("name");
    assertThat(module.function("up").is("function_definition")).isTrue();
    assertThat(module.function("f")).isNull();
    assertThat(module.file().comments()).extracting(Comment::text).containsExactly("here");
    assertThat(module.file().error()).isNull();
  }

  @Test
  void whatIsNoPythonIsFound() {
    assertThat(PythonModule.read("class A(:\n  x = = 1\n").file().error()).isNotNull();
    assertThat(PythonModule.read("").file().error()).isNull();
  }

  @Test
  void boundsHold() {
    assertThatThrownBy(() -> PythonModule.read("x = " + "[".repeat(600) + "]".repeat(600)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("nested too deeply");
    assertThatThrownBy(() -> PythonModule.read(" ".repeat(2_000_000)))
        .isInstanceOf(UnreadableSourceException.class)
        .hasMessageContaining("characters");
  }
}
