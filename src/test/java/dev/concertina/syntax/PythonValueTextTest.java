package dev.concertina.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what a migration says is written again. */
class PythonValueTextTest {

  private static final String IMPORTS =
      """
      import shop.fields
      from django.db import models
      from ...core.db.fields import SanitizedJSONField
      from .. import fields
      from . import make

      """;

  private static PythonExpression written(String expression) {
    PythonModule module = PythonModule.read(IMPORTS + "it = " + expression + "\n");
    return PythonValueText.of(module.constant("it"));
  }

  @Test
  void aNameOfAModuleBesideThisOneIsImportedFromThere() {
    PythonExpression field = written("SanitizedJSONField(default=dict)");
    assertThat(field.line()).isEqualTo("SanitizedJSONField(default=dict)");
    assertThat(field.imports()).containsExactly("from ...core.db.fields import SanitizedJSONField");
    assertThat(written("make()").line()).isEqualTo("make()");
    assertThat(written("make()").imports()).containsExactly("from . import make");
    assertThat(written("fields.Note()").line()).isEqualTo("Note()");
    assertThat(written("fields.Note()").imports()).containsExactly("from ..fields import Note");
  }

  @Test
  void aNameWithItsModuleImportsTheModule() {
    PythonExpression field = written("shop.fields.Note(null=True)");
    assertThat(field.line()).isEqualTo("shop.fields.Note(null=True)");
    assertThat(field.imports()).containsExactly("import shop.fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"...()", "(lambda: 1)()", "{}()", "[]()()", "(-1)()", "(a + b)()", "-a()"})
  void whatNobodyWouldCallIsNoTrouble(String expression) {
    assertThat(written(expression).line()).isNotEmpty();
  }
}
