package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlAlchemyModelsTest {
  private static final String BASE = "app/db/base.py";
  private static final String AUDIO = "app/models/audio.py";

  private final Application application =
      new Application()
          .with("app/db/__init__.py", "from .base import Base, Stamped\n")
          .with(
              BASE,
              """
              from datetime import datetime

              from sqlalchemy import Column, DateTime
              from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


              class Base(DeclarativeBase):
                  pass


              class Stamped:
                  created_at: Mapped[datetime] = mapped_column(DateTime)
                  updated_on = Column("updated_at", DateTime)
              """);

  private String in(String text, String table, String column) {
    return application.with(AUDIO, text).declaring(table, column);
  }

  private String at(String text) {
    return application.at(AUDIO, text);
  }

  @Test
  void classes_in_the_old_style() {
    String text =
        """
        import sqlalchemy as sa
        from app.db import Base, Stamped


        class Audio(Stamped, Base):
            __tablename__ = "audio"
            __table_args__ = {"schema": "media"}

            id = sa.Column(sa.Integer, primary_key=True)
            len = sa.Column("length", sa.Integer)
            album_id = sa.Column(sa.ForeignKey("album.id"))
            album = sa.orm.relationship("Album")
            notes = sa.orm.deferred(sa.Column(sa.Text))


        class LoudAudio(Audio):
            loudness = sa.Column(sa.Integer)
        """;
    assertThat(in(text, "audio", "length")).isEqualTo(at("\"length\""));
    assertThat(in(text, "audio", "len")).isEmpty();
    assertThat(in(text, "audio", "album_id")).isEqualTo(at("album_id"));
    assertThat(in(text, "audio", "album")).isEmpty();
    assertThat(in(text, "audio", "notes")).isEqualTo(at("notes"));
    assertThat(in(text, "audio", "updated_at")).isEqualTo(application.at(BASE, "updated_on"));
    assertThat(in(text, "audio", "loudness")).isEqualTo(at("loudness"));
    assertThat(in(text, "audio", null)).contains(at("class Audio"));
  }

  @Test
  void classes_in_the_new_style() {
    String text =
        """
        from sqlalchemy.orm import Mapped, mapped_column, relationship

        from app.db import Base, Stamped


        class Audio(Stamped, Base):
            __tablename__ = "audio"

            id: Mapped[int] = mapped_column(primary_key=True)
            title: Mapped[str]
            len: Mapped[int | None] = mapped_column("length")
            tags: Mapped[list["Tag"]] = relationship(back_populates="audio")
            album: Mapped["Album"] = relationship()
        """;
    assertThat(in(text, "audio", "title")).isEqualTo(at("title"));
    assertThat(in(text, "audio", "length")).isEqualTo(at("\"length\""));
    assertThat(in(text, "audio", "len")).isEmpty();
    assertThat(in(text, "audio", "created_at")).isEqualTo(application.at(BASE, "created_at"));
    assertThat(in(text, "audio", "tags")).isEmpty();
    assertThat(in(text, "audio", "album")).isEmpty();
  }

  @Test
  void tables_without_a_class() {
    String text =
        """
        from sqlalchemy import Column, Integer, MetaData, Table

        metadata = MetaData()

        audio = Table(
            "audio",
            metadata,
            Column("id", Integer, primary_key=True),
            Column("length", Integer),
        )
        """;
    assertThat(in(text, "audio", "length")).isEqualTo(at("\"length\""));
    assertThat(in(text, "audio", null)).isEqualTo(at("= Table"));
  }

  @Test
  void models_of_flask() {
    String text =
        """
        from app.extensions import db


        class AudioFile(db.Model):
            id = db.Column(db.Integer, primary_key=True)
            length = db.Column(db.Integer)


        class Abstract(db.Model):
            __abstract__ = True
            other = db.Column(db.Integer)
        """;
    assertThat(in(text, "audio_file", "length")).isEqualTo(at("length"));
    assertThat(in(text, "abstract", "other")).isEmpty();
  }

  @Test
  void models_of_sqlmodel() {
    String text =
        """
        from sqlmodel import Field, Relationship, SQLModel


        class AudioBase(SQLModel):
            title: str = Field(index=True)
            length: int | None = None


        class Audio(AudioBase, table=True):
            id: int | None = Field(default=None, primary_key=True)
            album: "Album" = Relationship(back_populates="audio")


        class AudioPublic(AudioBase):
            shown: bool
        """;
    assertThat(in(text, "audio", "length")).isEqualTo(at("length"));
    assertThat(in(text, "audio", "title")).isEqualTo(at("title"));
    assertThat(in(text, "audio", "album")).isEmpty();
    assertThat(in(text, "audiopublic", "shown")).isEmpty();
  }
}
