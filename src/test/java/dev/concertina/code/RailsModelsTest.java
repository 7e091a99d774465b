package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RailsModelsTest {
  private static final String AUDIO = "app/models/audio.rb";

  private final Application application =
      new Application()
          .with(
              "app/models/application_record.rb",
              """
              class ApplicationRecord < ActiveRecord::Base
                self.abstract_class = true
              end
              """);

  private String in(String text, String table, String column) {
    return application.with(AUDIO, text).declaring(table, column);
  }

  @Test
  void a_model_has_every_column_of_its_table() {
    String text =
        """
        # frozen_string_literal: true

        class Audio < ApplicationRecord
          belongs_to :album
          validates :title, presence: true
        end
        """;
    assertThat(in(text, "audios", "length")).isEqualTo(AUDIO + ":3");
    assertThat(in(text, "audios", null)).isEqualTo(AUDIO + ":3");
    assertThat(in(text, "albums", "length")).isEmpty();
  }

  @Test
  void a_constraint_is_no_column() {
    application.with(AUDIO, "class Audio < ApplicationRecord\nend\n");
    Subject constraint = Subject.other(dev.concertina.schema.Name.of("audios"), "audios_title_key");
    assertThat(
            new IdentifierScan(application, path -> false, java.util.List.of(constraint))
                .to(constraint))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.ignored_columns = %w[length]",
        "self.ignored_columns += %w(length bitrate)",
        "self.ignored_columns = [:length]",
        "self.ignored_columns += [\n    'bitrate', # soon\n    'length',\n  ].freeze",
        "self.ignored_columns = %i[bitrate] + [\"length\"]",
        "self.ignored_columns = [*super, 'length']",
        "self.ignored_columns = ['bitrate']\n  self.ignored_columns += ['length']",
        "ignored_columns << 'length'",
        "GONE = %w[length].freeze\n  self.ignored_columns = GONE",
        "ignore_column :length, remove_with: '16.4', remove_after: '2026-01-01'",
        "self.only_columns = %w[id title]"
      })
  void an_ignored_column_is_no_longer_used(String line) {
    String text = "class Audio < ApplicationRecord\n  " + line + "\nend\n";
    application.with(AUDIO, text);
    assertThat(application.references("audios", "length")).isEmpty();
    assertThat(application.declaring("audios", "title")).isEqualTo(AUDIO + ":1");
  }

  @Test
  void what_is_ignored_is_used_by_sql_and_queries_alone() {
    application
        .with(AUDIO, "class Audio < ApplicationRecord\n  self.ignored_columns = %w[length]\nend\n")
        .with("app/controllers/audios_controller.rb", "render json: { length: audio.length }\n")
        .with("app/views/audios/show.html.erb", "<%= @audio.length %>\n")
        .with("lib/a.rb", "Audio.where(length: 3)\n")
        .with("lib/b.rb", "execute('SELECT length FROM audios')\n");
    assertThat(application.references("audios", "length"))
        .extracting(Reference::file)
        .containsExactlyInAnyOrder("lib/a.rb", "lib/b.rb");
  }

  @Test
  void a_comment_ignores_nothing() {
    String text = "class Audio < ApplicationRecord\n  # self.ignored_columns = %w[length]\nend\n";
    assertThat(in(text, "audios", "length")).isEqualTo(AUDIO + ":1");
  }

  @Test
  void a_concern_may_ignore_columns_for_the_model() {
    application.with(
        "app/models/concerns/without_length.rb",
        """
        module WithoutLength
          extend ActiveSupport::Concern

          included do
            self.ignored_columns += %w[length]
          end
        end
        """);
    String text = "class Audio < ApplicationRecord\n  include WithoutLength\nend\n";
    assertThat(in(text, "audios", "length")).isEmpty();
    assertThat(in(text, "audios", "title")).isEqualTo(AUDIO + ":1");
  }

  @Test
  void a_table_may_have_another_name() {
    String text = "class Audio < ApplicationRecord\n  self.table_name = 'media.tracks'\nend\n";
    assertThat(in(text, "tracks", "length")).isEqualTo(AUDIO + ":1");
    assertThat(in(text, "audios", "length")).isEmpty();
  }

  @Test
  void a_module_may_be_a_prefix_or_none() {
    String text = "module Media\n  class AudioFile < ApplicationRecord\n  end\nend\n";
    assertThat(in(text, "media_audio_files", "length")).isEqualTo(AUDIO + ":2");
    assertThat(in(text, "audio_files", "length")).isEqualTo(AUDIO + ":2");
    assertThat(in(text, "other_audio_files", "length")).isEmpty();
  }

  @Test
  void a_model_may_inherit_from_a_record_of_its_own_database() {
    application.with(
        "app/models/media_record.rb",
        "class MediaRecord < ActiveRecord::Base\n  self.abstract_class = true\nend\n");
    assertThat(in("class Person < MediaRecord\nend\n", "people", "age")).isEqualTo(AUDIO + ":1");
  }

  @Test
  void classes_of_one_table_are_declared_by_the_first() {
    application.with("app/models/track.rb", "class Track < ApplicationRecord\nend\n");
    assertThat(in("class Audio < Track\nend\n", "tracks", "length"))
        .isEqualTo("app/models/track.rb:1");
    assertThat(in("class Audio < Track\nend\n", "audios", "length")).isEmpty();
  }

  @Test
  void other_classes_are_no_models() {
    assertThat(in("class Audio < ApplicationController\nend\n", "audios", "length")).isEmpty();
    assertThat(in("class Audio\n  def length; 3; end\nend\n", "audios", "title")).isEmpty();
  }

  @Test
  void models_are_not_asked_for_what_stays() {
    application.with(AUDIO, "class Audio < ApplicationRecord\nend\n");
    Subject stays = Subject.queried(dev.concertina.schema.Name.of("audios"));
    assertThat(new IdentifierScan(application, path -> false, java.util.List.of(stays)).to(stays))
        .extracting(Reference::kind)
        .doesNotContain(Reference.Kind.DECLARES);
    assertThat(application.read()).doesNotContain("app/models/application_record.rb");
  }
}
