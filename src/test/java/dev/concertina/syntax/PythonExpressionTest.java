package dev.concertina.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written for others to copy is Python again, and reads as what it was. */
class PythonExpressionTest {

  private static Value read(String expression) {
    String file =
        """
        import uuid
        import django.contrib.postgres.indexes
        from django.conf import settings
        from django.db import models
        from catalog.fields import Money
        x = %s
        """;
    return PythonModule.read(file.formatted(expression)).constant("x");
  }

  private static String written(String expression) {
    return PythonValueText.of(read(expression)).line();
  }

  @Test
  void values_are_written_as_django_writes_them() {
    assertThat(written("models.CharField(max_length=20, choices=[('a', 'A')])"))
        .isEqualTo("models.CharField(max_length=20, choices=[(\"a\", \"A\")])");
    assertThat(written("models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True)"))
        .isEqualTo("models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True)");
    assertThat(written("models.Q(a=1) & ~models.Q(b='x')"))
        .isEqualTo("(models.Q(a=1) & ~models.Q(b=\"x\"))");
    assertThat(written("models.F('a').desc(nulls_last=True)"))
        .isEqualTo("models.F(\"a\").desc(nulls_last=True)");
    assertThat(written("{'a': [1, (2,)]}")).isEqualTo("{\"a\": (1, (2,))}");
  }

  @Test
  void names_of_other_modules_are_imported() {
    assertThat(PythonValueText.of(read("Money(default=uuid.uuid4)")).imports())
        .containsExactly("import catalog.fields", "import uuid");
    assertThat(PythonValueText.of(read("models.F(settings.X)")).imports())
        .containsExactly("from django.conf import settings");
  }

  @Test
  void what_is_not_certain_is_left_out() {
    assertThat(written("models.CharField(**options)")).isEqualTo("...");
  }

  @Test
  void a_string_can_be_in_either_quotes_and_on_several_lines() {
    assertThat(PythonExpression.text("a \"b\"").line()).isEqualTo("'a \"b\"'");
    assertThat(PythonExpression.text("it's \"b\"").line()).isEqualTo("\"it's \\\"b\\\"\"");
    assertThat(PythonExpression.text("\u202E\n").line()).isEqualTo("\"\\U0000202e\\n\"");
    assertThat(PythonExpression.text("one two three").lines(9))
        .containsExactly("\"one two\"", "\" three\"");
    assertThat(PythonExpression.text("no_room_for_this").lines(4))
        .containsExactly("\"no_room_for_this\"");
  }

  @Test
  void a_call_that_is_too_long_has_its_arguments_on_lines_of_their_own() {
    PythonExpression call =
        PythonExpression.call(
            "migrate",
            List.of(
                PythonExpression.named("first", PythonExpression.text("one")),
                PythonExpression.named("second", PythonExpression.text("two"))));
    assertThat(call.lines(40)).containsExactly("migrate(first=\"one\", second=\"two\")");
    assertThat(call.lines(32))
        .containsExactly("migrate(", "    first=\"one\", second=\"two\"", ")");
    assertThat(call.lines(20))
        .containsExactly("migrate(", "    first=\"one\",", "    second=\"two\",", ")");
  }
}
