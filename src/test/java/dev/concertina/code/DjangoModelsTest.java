package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DjangoModelsTest {
  private static final String MIXINS = "api/models/mixins.py";
  private static final String MEDIA = "api/models/media.py";
  private static final String AUDIO = "api/models/audio.py";

  private final Application application =
      new Application()
          .with(
              "api/models/__init__.py",
              "from api.models.audio import *\nfrom .media import AbstractMedia\n")
          .with(
              MIXINS,
              """
              from django.db import models


              class IdentifierMixin(models.Model):
                  identifier = models.UUIDField(unique=True, db_index=True)

                  class Meta:
                      abstract = True


              class Plain:
                  not_a_column = models.IntegerField()
              """)
          .with(
              MEDIA,
              """
              from django.db import models

              from api.models.mixins import IdentifierMixin, Plain


              class AbstractMedia(IdentifierMixin, Plain, models.Model):
                  created_on = models.DateTimeField(auto_now_add=True)
                  url = models.URLField(
                      unique=True,
                      max_length=1000,
                  )
                  hidden = models.BooleanField(default=False)
                  provider = models.ForeignKey("Provider", on_delete=models.CASCADE)

                  class Meta:
                      abstract = True
              """)
          .with(
              AUDIO,
              """
              from django.contrib.postgres.fields import ArrayField
              from django.db import models

              from api.models import AbstractMedia


              class AudioSet(AbstractMedia):
                  title = models.CharField(max_length=80)


              class Audio(AbstractMedia):
                  hidden = None
                  audioset = models.ForeignKey("AudioSet", null=True, on_delete=models.SET_NULL)
                  bit_rate = models.IntegerField(blank=True, null=True)
                  sample_rate = models.IntegerField(db_column="rate_hz", null=True)
                  genres = ArrayField(models.CharField(max_length=80), null=True)
                  tags = models.ManyToManyField("core.Tag", related_name="tracks")
                  lists = models.ManyToManyField("AudioList", through="Membership")

                  objects = models.Manager()

                  class Meta(AbstractMedia.Meta):
                      ordering = ["-created_on"]
                      managed = False


              class Podcast(Audio):
                  episode = models.IntegerField()


              class LoudAudio(Audio):
                  class Meta:
                      proxy = True


              class Report(models.Model):
                  code = models.CharField(primary_key=True, max_length=8)

                  class Meta:
                      db_table = '"stats"."nsfw_reports"'
                      app_label = "elsewhere"
              """);

  private String of(String table, String column) {
    return application.declaring(table, column);
  }

  private String audio(String text) {
    return application.at(AUDIO, text);
  }

  @Test
  void a_field_is_a_column() {
    assertThat(of("api_audio", "bit_rate")).isEqualTo(audio("bit_rate"));
    assertThat(of("api_audio", "genres")).isEqualTo(audio("genres"));
    assertThat(of("api_audio", "objects")).isEmpty();
  }

  @Test
  void a_field_may_call_its_column_otherwise() {
    assertThat(of("api_audio", "rate_hz")).isEqualTo(audio("rate_hz"));
    assertThat(of("api_audio", "sample_rate")).isEmpty();
  }

  @Test
  void a_foreign_key_is_the_id_of_another_model() {
    assertThat(of("api_audio", "audioset_id")).isEqualTo(audio("audioset = "));
    assertThat(of("api_audio", "audioset")).isEmpty();
  }

  @Test
  void abstract_bases_declare_in_other_files() {
    assertThat(of("api_audio", "url")).isEqualTo(application.at(MEDIA, "url ="));
    assertThat(of("api_audio", "provider_id")).isEqualTo(application.at(MEDIA, "provider ="));
    assertThat(of("api_audio", "identifier")).isEqualTo(application.at(MIXINS, "identifier ="));
    assertThat(of("api_audioset", "identifier")).isEqualTo(application.at(MIXINS, "identifier ="));
  }

  @Test
  void a_class_that_is_no_model_adds_no_field() {
    assertThat(of("api_audio", "not_a_column")).isEmpty();
  }

  @Test
  void a_child_may_take_a_field_away() {
    assertThat(of("api_audio", "hidden")).isEmpty();
    assertThat(of("api_audioset", "hidden")).isEqualTo(application.at(MEDIA, "hidden"));
  }

  @Test
  void an_id_is_implied_where_no_field_is_the_key() {
    assertThat(of("api_audio", "id")).isEqualTo(audio("class Audio("));
    assertThat(of("nsfw_reports", "id")).isEmpty();
    assertThat(of("nsfw_reports", "code")).isEqualTo(audio("code ="));
  }

  @Test
  void a_model_with_a_parent_has_a_table_of_its_own() {
    assertThat(of("api_podcast", "episode")).isEqualTo(audio("episode"));
    assertThat(of("api_podcast", "audio_ptr_id")).isEqualTo(audio("class Podcast"));
    assertThat(of("api_podcast", "bit_rate")).isEmpty();
    assertThat(of("api_podcast", "id")).isEmpty();
  }

  @Test
  void a_proxy_has_no_table() {
    assertThat(of("api_loudaudio", null)).isEmpty();
  }

  @Test
  void many_to_many_fields_have_tables() {
    assertThat(of("api_audio_tags", "audio_id")).isEqualTo(audio("tags ="));
    assertThat(of("api_audio_tags", "tag_id")).isEqualTo(audio("tags ="));
    assertThat(of("api_audio", "tags")).isEmpty();
    assertThat(of("api_audio_lists", "audio_id")).isEmpty();
  }

  @Test
  void the_model_declares_its_table() {
    assertThat(of("api_audio", null)).isEqualTo(audio("class Audio("));
  }

  @Test
  void the_label_of_an_app_may_be_configured() {
    application
        .with(
            "shop/orders/apps.py",
            """
            from django.apps import AppConfig


            class OrdersConfig(AppConfig):
                name = "shop.orders"
                label = "sales"
            """)
        .with(
            "shop/orders/models.py",
            """
            from django.contrib.auth.models import AbstractUser
            from django.db import models


            class Line(models.Model):
                amount = models.IntegerField()


            class Buyer(AbstractUser):
                last_name = None
            """);
    assertThat(of("sales_line", "amount"))
        .isEqualTo(application.at("shop/orders/models.py", "amount"));
    assertThat(of("sales_buyer", "last_login"))
        .isEqualTo(application.at("shop/orders/models.py", "class Buyer"));
    assertThat(of("sales_buyer", "last_name")).isEmpty();
    assertThat(of("other_line", "amount")).isEmpty();
  }

  @Test
  void forms_and_serializers_declare_nothing() {
    application.with(
        "api/serializers.py",
        """
        from rest_framework import serializers
        from api.models import Audio


        class Audio(serializers.ModelSerializer):
            loudness = serializers.IntegerField()
        """);
    assertThat(of("api_audio", "loudness")).isEmpty();
  }

  @Test
  void a_price_of_two_columns_has_none_of_its_own() {
    application.with(
        "shop/sales/models.py",
        """
        from django.db import models
        from django_prices.models import MoneyField, TaxedMoneyField


        class Sale(models.Model):
            total_net = MoneyField(max_digits=12, decimal_places=2)
            total = TaxedMoneyField(net_field="total_net", gross_field="total_gross")
        """);
    assertThat(of("sales_sale", "total_net"))
        .isEqualTo(application.at("shop/sales/models.py", "total_net ="));
    assertThat(of("sales_sale", "total")).isEmpty();
  }

  @Test
  void bases_that_go_in_circles_end() {
    application
        .with("loop/models.py", "from loop.other import B\n\nclass A(B):\n    x = 1\n")
        .with("loop/other.py", "from loop.models import A\n\nclass B(A):\n    y = 1\n");
    assertThat(of("loop_a", "x")).isEmpty();
  }

  @Test
  void no_file_is_read_that_neither_names_the_table_nor_is_inherited() {
    application.with("api/unrelated.py", "from django.db import models\n");
    of("api_audio", "url");
    assertThat(application.read()).contains(MIXINS).doesNotContain("api/unrelated.py");
  }
}
