package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DjangoVersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "django==4.2.11 ; python_version >= '3.8'|4.2 exact",
        "Django>=3.2,<4|3.2",
        "django[argon2]~=5.0|5.0",
        "Django = \"^4.1\"|4.1",
        "    \"django>=5.2\",|5.2",
        "dependencies = [|none",
        "django = {extras = [\"x\"], version = \"^4.2\"}|4.2",
        "django-filter==23.1|none",
        "`name = \"django\"\nversion = \"5.1.4\"`|5.1 exact",
        "`\"django\": {\n  \"hashes\": [\"sha256:0\"],\n  \"version\": \"==3.2.25\"`|3.2 exact",
      })
  void versions(String text, String expected) {
    String found =
        DjangoVersion.in(text)
            .map(v -> v.major() + "." + v.minor() + (v.exact() ? " exact" : ""))
            .orElse("none");
    assertThat(found).isEqualTo(expected);
  }
}
