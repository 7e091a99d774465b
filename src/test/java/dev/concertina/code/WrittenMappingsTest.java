package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Declarations that are read line by line, or tag by tag. */
class WrittenMappingsTest {
  private final Application application = new Application();

  private String in(String path, String text, String table, String column) {
    return application.with(path, text).declaring(table, column);
  }

  @Test
  void schemas_of_ecto() {
    String path = "lib/media/audio.ex";
    String text =
        """
        defmodule Media.Audio do
          use Ecto.Schema

          @primary_key {:uuid, :binary_id, autogenerate: true}
          schema "audio" do
            field :length, :integer, source: :length_ms
            field(:title, :string)
            field :shown, :string, virtual: true
            # field :gone, :string
            belongs_to :album, Media.Album
            belongs_to :owner, User, foreign_key: :owner_ref
            has_many :tracks, Media.Track
            embeds_one :meta, Meta do
              field :inner, :string
            end

            timestamps(inserted_at: :created_at)
          end

          def changeset(audio, attrs) do
            field :later
          end
        end
        """;
    assertThat(in(path, text, "audio", "length_ms")).isEqualTo(path + ":6");
    assertThat(in(path, text, "audio", "title")).isEqualTo(path + ":7");
    assertThat(in(path, text, "audio", "album_id")).isEqualTo(path + ":10");
    assertThat(in(path, text, "audio", "owner_ref")).isEqualTo(path + ":11");
    assertThat(in(path, text, "audio", "meta")).isEqualTo(path + ":13");
    assertThat(in(path, text, "audio", "created_at")).isEqualTo(path + ":17");
    assertThat(in(path, text, "audio", "updated_at")).isEqualTo(path + ":17");
    assertThat(in(path, text, "audio", "uuid")).isEqualTo(path + ":5");
    for (String name : new String[] {"length", "shown", "gone", "tracks", "later", "id"}) {
      assertThat(in(path, text, "audio", name)).as(name).isEmpty();
    }
  }

  @Test
  void tables_of_jooq() {
    String path = "src/generated/org/media/jooq/tables/Audio.java";
    String text =
        """
        public class Audio extends TableImpl<AudioRecord> {
          public final TableField<AudioRecord, Integer> LENGTH =
              createField(DSL.name("length"), SQLDataType.INTEGER, this, "");

          public Audio() {
            this(DSL.name("audio"), null);
          }
        }
        """;
    assertThat(in(path, text, "audio", "length")).isEqualTo(path + ":3");
    assertThat(in(path, text, "audio", null)).isEqualTo(path + ":1");
    assertThat(application.references("audio", "length").get(0).generated()).isTrue();
  }

  @Test
  void result_maps_of_mybatis() {
    String path = "src/main/resources/mapper/AudioMapper.xml";
    String text =
        """
        <mapper namespace="org.media.AudioMapper">
          <resultMap id="audio" type="org.media.Audio">
            <id column="id" property="id"/>
            <!-- <result column="gone" property="gone"/> -->
            <result column="length_ms"
                    property="length"/>
          </resultMap>
          <insert id="add">INSERT INTO audio (id, length_ms) VALUES (#{id}, #{length})</insert>
          <select id="all">SELECT a.* FROM audio a JOIN album b ON b.id = a.album_id</select>
        </mapper>
        """;
    assertThat(in(path, text, "audio", "length_ms")).isEqualTo(path + ":5");
    assertThat(in(path, text, "audio", "gone")).isEmpty();
    assertThat(in(path, text, "album", "length_ms")).isEmpty();
  }

  @Test
  void classes_of_hibernate_in_xml() {
    String path = "src/main/resources/Audio.hbm.xml";
    String text =
        """
        <hibernate-mapping package="org.media">
          <class name="Audio" table="audio">
            <id name="id"/>
            <property name="length" column="length_ms"/>
            <many-to-one name="album"><column name="album_ref"/></many-to-one>
          </class>
          <class name="Film" table="film"><property name="reel"/></class>
        </hibernate-mapping>
        """;
    assertThat(in(path, text, "audio", "length_ms")).isEqualTo(path + ":4");
    assertThat(in(path, text, "audio", "album_ref")).isEqualTo(path + ":5");
    assertThat(in(path, text, "film", "reel")).isEqualTo(path + ":7");
    assertThat(in(path, text, "audio", "reel")).isEmpty();
  }

  @Test
  void models_of_prisma_may_be_left_out() {
    String path = "prisma/schema.prisma";
    String text =
        """
        model Audio {
          id     Int  @id
          length Int  @map("length_ms") // @ignore
          gone   Int  @ignore
          @@map("audio")
        }

        model Film {
          reel Int
          @@ignore
          @@map("film")
        }
        """;
    assertThat(in(path, text, "audio", "length_ms")).isEqualTo(path + ":3");
    assertThat(in(path, text, "audio", "gone")).isEmpty();
    assertThat(in(path, text, "film", "reel")).isEmpty();
  }
}
