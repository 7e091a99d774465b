package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityFrameworkModelsTest {
  private static final String AUDIO = "src/Media/Entities/Audio.cs";
  private static final String FILM = "src/Media/Entities/Film.cs";

  private final Application application =
      new Application()
          .with(
              "src/Media/Entities/Entity.cs",
              """
              namespace Media.Entities;

              public abstract class Entity
              {
                  public Guid Id { get; protected set; }
                  public DateTime CreatedAt { get; set; } = DateTime.UtcNow;
              }
              """)
          .with(
              AUDIO,
              """
              using System.ComponentModel.DataAnnotations.Schema;

              namespace Media.Entities
              {
                  /// <summary>An audio file.</summary>
                  [Table("audio_files", Schema = "media")]
                  [Index(nameof(Title))]
                  public partial class Audio : Entity, IComparable<Audio>
                  {
                      private readonly List<string> _lines = new();
                      public const string Kind = "x";

                      [Required, MaxLength(80)]
                      public string Title { get; set; } = "";

                      [Column("length_ms")]
                      public int? Length { get; set; }

                      public Dictionary<string, List<int>> FrameRates { get; init; } = new() { };
                      [NotMapped] public string Shown { get; set; }
                      public string Computed => $"{Title} {Length}";
                      public string Read { get; }
                      public static int Count { get; set; }
                      public virtual Album? Album { get; set; }
                      public ICollection<Tag> Tags { get; } = new List<Tag>();

                      public int Compare(Audio other)
                      {
                          if (other == null) { return 1; }
                          return 0;
                      }

                      public long AfterMethod { get; private set; }
                  }
              }
              """)
          .with(
              FILM,
              """
              namespace Media.Entities;
              public class Film
              {
                  public int Id { get; set; }
                  public int Reel { get; set; }
                  public int Gone { get; set; }
                  public string Title { get; set; }
              }
              """)
          .with(
              "src/Media/Data/FilmConfiguration.cs",
              """
              public class FilmConfiguration : IEntityTypeConfiguration<Film>
              {
                  public void Configure(EntityTypeBuilder<Film> builder)
                  {
                      builder.ToTable("tbl_movie");
                      builder.HasKey(x => x.Id);
                      builder.Property(x => x.Reel)
                          .HasColumnName("reel_no")
                          .IsRequired();
                      builder.Ignore(x => x.Gone);
                  }
              }
              """);

  private String of(String table, String column) {
    return application.declaring(table, column);
  }

  @Test
  void attributes_name_tables_and_columns() {
    assertThat(of("audio_files", null)).isEqualTo(application.at(AUDIO, "class Audio"));
    assertThat(of("audio_files", "length_ms")).isEqualTo(application.at(AUDIO, "int? Length"));
    assertThat(of("audio_files", "Title")).isEqualTo(application.at(AUDIO, "string Title"));
    assertThat(of("audio_files", "frame_rates")).isEqualTo(application.at(AUDIO, "FrameRates"));
    assertThat(of("audio_files", "AlbumId")).isEqualTo(application.at(AUDIO, "Album? Album"));
    assertThat(of("audio_files", "after_method")).isEqualTo(application.at(AUDIO, "AfterMethod"));
  }

  @Test
  void a_base_declares_in_another_file() {
    assertThat(of("audio_files", "created_at")).isEqualTo("src/Media/Entities/Entity.cs:6");
  }

  @Test
  void what_is_not_stored_is_no_column() {
    for (String name :
        new String[] {"shown", "computed", "read", "count", "tags", "kind", "_lines", "length"}) {
      assertThat(of("audio_files", name)).as(name).isEmpty();
    }
  }

  @Test
  void a_configuration_in_another_file_names_tables_and_columns() {
    assertThat(of("tbl_movie", "reel_no")).isEqualTo(application.at(FILM, "Reel"));
    assertThat(of("tbl_movie", "title")).isEqualTo(application.at(FILM, "Title"));
    assertThat(of("tbl_movie", "reel")).isEmpty();
    assertThat(of("tbl_movie", "gone")).isEmpty();
  }

  @Test
  void a_set_of_a_context_names_the_table() {
    application.with(
        "src/Media/Data/MediaContext.cs",
        "public class MediaContext : DbContext\n{\n  public DbSet<Film> Cinema { get; set; }\n}\n");
    assertThat(of("Cinema", "Title")).isEqualTo(application.at(FILM, "Title"));
    assertThat(of("Films", "Title")).isEqualTo(application.at(FILM, "Title"));
  }
}
