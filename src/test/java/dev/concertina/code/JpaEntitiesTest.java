package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JpaEntitiesTest {
  private static final String ROOT = "src/main/java/org/audio/";
  private static final String AUDIO = ROOT + "domain/Audio.java";
  private static final String BASE = ROOT + "core/AbstractMedia.java";

  private final Application application =
      new Application()
          .with(
              BASE,
              """
              package org.audio.core;

              import jakarta.persistence.*;

              @MappedSuperclass
              public abstract class AbstractMedia<K> extends Plain {
                @Id @GeneratedValue private Long id;

                @Column(name = "created_on_utc", nullable = false)
                private OffsetDateTime createdDate;

                @Version private int version;
              }
              """)
          .with(
              ROOT + "core/Plain.java",
              "package org.audio.core;\nclass Plain { private String unmapped; }\n")
          .with(
              ROOT + "domain/Money.java",
              """
              package org.audio.domain;

              @Embeddable
              public class Money {
                private BigDecimal amount;

                @Column(name = "currency_code")
                private String currency;
              }
              """)
          .with(
              AUDIO,
              """
              package org.audio.domain;

              import jakarta.persistence.*;
              import org.audio.core.AbstractMedia;

              @Entity
              @Table(name = "m_audio", schema = "media", uniqueConstraints = {
                  @UniqueConstraint(columnNames = {"isrc"}, name = "isrc_unique")})
              public class Audio extends AbstractMedia<Long> implements Serializable {
                private static final long serialVersionUID = 1L;
                private static final String LENGTH = "len" + "gth_ms";

                @Column(name = LENGTH)
                private Integer length;

                private String sampleRate;
                private transient String cached;
                @Transient private String display;

                @ManyToOne(fetch = FetchType.LAZY)
                @JoinColumn(name = "album_ref", nullable = false)
                private Album album;

                @ManyToOne private Owner mainOwner;

                @OneToOne(mappedBy = "audio") private Waveform waveform;
                @OneToMany(mappedBy = "audio") private Set<Comment> comments;

                @ManyToMany
                @JoinTable(
                    name = "m_audio_tag",
                    joinColumns = @JoinColumn(name = "audio_id"),
                    inverseJoinColumns = {@JoinColumn(name = "tag_id")})
                private Set<Tag> tags;

                private Money price;

                @Embedded
                @AttributeOverrides({
                  @AttributeOverride(name = "amount", column = @Column(name = "fee_amount"))
                })
                private Money fee;

                @Formula("a + b") private int sum;

                public String getTitle() {
                  return "x";
                }
              }
              """);

  private String of(String table, String column) {
    return application.declaring(table, column);
  }

  private String audio(String text) {
    return application.at(AUDIO, text);
  }

  @Test
  void a_table_may_be_named() {
    assertThat(of("m_audio", null)).isEqualTo(audio("class Audio"));
    assertThat(of("audio", "sample_rate")).isEmpty();
  }

  @Test
  void a_field_is_a_column_in_the_spelling_of_a_naming_strategy() {
    assertThat(of("m_audio", "sample_rate")).isEqualTo(audio("sampleRate"));
    assertThat(of("m_audio", "samplerate")).isEqualTo(audio("sampleRate"));
  }

  @Test
  void a_column_may_be_named_also_by_a_constant() {
    assertThat(of("m_audio", "length_ms")).isEqualTo(audio("Integer length"));
    assertThat(of("m_audio", "length")).isEmpty();
  }

  @Test
  void what_is_not_stored_is_no_column() {
    for (String name :
        new String[] {
          "cached",
          "display",
          "sum",
          "title",
          "waveform_id",
          "comments",
          "unmapped",
          "serial_version_uid"
        }) {
      assertThat(of("m_audio", name)).as(name).isEmpty();
    }
  }

  @Test
  void an_association_has_a_column_of_the_other_key() {
    assertThat(of("m_audio", "album_ref")).isEqualTo(audio("Album album"));
    assertThat(of("m_audio", "main_owner_id")).isEqualTo(audio("mainOwner"));
  }

  @Test
  void a_mapped_superclass_declares_in_another_file() {
    assertThat(of("m_audio", "created_on_utc")).isEqualTo(application.at(BASE, "createdDate"));
    assertThat(of("m_audio", "id")).isEqualTo(application.at(BASE, "Long id"));
  }

  @Test
  void an_embedded_type_declares_in_another_file() {
    String money = ROOT + "domain/Money.java";
    assertThat(of("m_audio", "amount")).isEqualTo(application.at(money, "amount"));
    assertThat(of("m_audio", "currency_code")).isEqualTo(application.at(money, " currency;"));
    assertThat(of("m_audio", "fee_amount")).isEqualTo(application.at(money, "amount"));
    assertThat(of("m_audio", "price")).isEmpty();
  }

  @Test
  void a_table_between_two_entities_is_declared() {
    assertThat(of("m_audio_tag", "tag_id")).isEqualTo(audio("Set<Tag> tags"));
  }

  @Test
  void subclasses_share_a_table_unless_they_say_otherwise() {
    application
        .with(
            ROOT + "domain/Item.java",
            """
            package org.audio.domain;
            @Entity
            @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
            @DiscriminatorColumn(name = "kind")
            class Item { @Id Long id; }
            """)
        .with(
            ROOT + "domain/Book.java",
            "package org.audio.domain;\n@Entity\nclass Book extends Item {\n  String isbn;\n}\n")
        .with(
            ROOT + "domain/Event.java",
            """
            package org.audio.domain;
            @Entity
            @Inheritance(strategy = InheritanceType.JOINED)
            class Event { @Id Long id; String title; }
            """)
        .with(
            ROOT + "domain/Concert.java",
            "package org.audio.domain;\n@Entity\nclass Concert extends Event {\n  String hall;\n}\n");
    assertThat(of("item", "isbn")).isEqualTo(ROOT + "domain/Book.java:4");
    assertThat(of("item", "kind"))
        .isEqualTo(application.at(ROOT + "domain/Item.java", "class Item"));
    assertThat(of("concert", "hall")).isEqualTo(ROOT + "domain/Concert.java:4");
    assertThat(of("concert", "id"))
        .isEqualTo(application.at(ROOT + "domain/Event.java", "Long id"));
    assertThat(of("concert", "title")).isEmpty();
    assertThat(of("event", "hall")).isEmpty();
  }

  @Test
  void annotations_may_stand_on_getters() {
    application.with(
        ROOT + "domain/Track.java",
        """
        package org.audio.domain;
        @Entity
        class Track {
          private Long id;
          private String other;
          @Id public Long getId() { return id; }
          public String getSubTitle() { return other; }
          @Transient public String getNothing() { return ""; }
          public String compute() { return ""; }
        }
        """);
    String track = ROOT + "domain/Track.java";
    assertThat(of("track", "sub_title")).isEqualTo(track + ":7");
    assertThat(of("track", "other")).isEmpty();
    assertThat(of("track", "nothing")).isEmpty();
  }

  @Test
  void records_of_spring_data_are_entities() {
    application.with(
        ROOT + "domain/Podcast.java",
        """
        package org.audio.domain;

        import org.springframework.data.relational.core.mapping.Table;

        @Table("podcasts")
        public record Podcast(
            @Id Long id,
            String feedUrl,
            @Column("lang") String language,
            @MappedCollection Set<Episode> episodes) {
          public String label() {
            return language;
          }
        }
        """);
    String podcast = ROOT + "domain/Podcast.java";
    assertThat(of("podcasts", "feed_url")).isEqualTo(application.at(podcast, "feedUrl"));
    assertThat(of("podcasts", "lang")).isEqualTo(application.at(podcast, "language,"));
    assertThat(of("podcasts", "episodes")).isEmpty();
  }

  @Test
  void a_class_without_annotation_is_no_entity() {
    application.with(
        ROOT + "domain/Film.java",
        "package org.audio.domain;\n// @Entity\nclass Film { int reel; }\n");
    assertThat(of("film", "reel")).isEmpty();
  }

  @Test
  void classes_of_kotlin_are_entities() {
    String film = "src/main/kotlin/org/audio/domain/Film.kt";
    application
        .with(
            "src/main/kotlin/org/audio/core/Stamped.kt",
            """
            package org.audio.core

            @MappedSuperclass
            abstract class Stamped {
                @Column(name = "created_at", updatable = false)
                lateinit var created: Instant
            }
            """)
        .with(
            film,
            """
            package org.audio.domain

            import jakarta.persistence.*
            import org.audio.core.Stamped

            private val log = LoggerFactory.getLogger(Film::class.java)

            /** A film. */
            @Entity
            @Table(name = "films", indexes = [Index(columnList = "title")])
            data class Film(
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
                val id: Long? = null,
                @field:Column(name = "length_ms", nullable = false)
                var length: Int,
                val frameRate: Map<String, List<Int>> = mapOf("a" to listOf(1, 2)),
                @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "studio_ref") val studio: Studio,
                @Transient val shown: String = "",
                plain: Int,
            ) : Stamped(), Comparable<Film> {
                var laterField: String? = null

                @OneToMany(mappedBy = "film")
                val scenes: MutableSet<Scene> = mutableSetOf()

                val computed: String
                    get() = "$laterField"

                fun compare(): Int {
                    val local = 1
                    return local
                }

                companion object {
                    val shared = 1
                }
            }
            """);
    assertThat(of("films", "length_ms")).isEqualTo(application.at(film, "var length"));
    assertThat(of("films", "frame_rate")).isEqualTo(application.at(film, "frameRate"));
    assertThat(of("films", "studio_ref")).isEqualTo(application.at(film, "val studio"));
    assertThat(of("films", "later_field")).isEqualTo(application.at(film, "laterField"));
    assertThat(of("films", "created_at")).isEqualTo("src/main/kotlin/org/audio/core/Stamped.kt:6");
    assertThat(of("films", null)).isEqualTo(application.at(film, "data class"));
    for (String name : new String[] {"shown", "plain", "scenes", "computed", "local", "shared"}) {
      assertThat(of("films", name)).as(name).isEmpty();
    }
  }
}
