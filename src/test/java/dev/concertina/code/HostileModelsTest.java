package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are cut off anywhere, or that say more and more, are read to an end. */
class HostileModelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          A.java  | @Entity @Table(name = "audio", x = {@Y(z = 1), "a" + "b"})~class Audio<T> extends Base<T> {~ @Column(name = "x") static final String X = "y", Z;~ @Id String getX() { return x; }~}~record audio(@Column("y") int a) {}
          A.kt    | import a.b~@Entity @Table(name = "audio")~data class Audio<T>(@field:Column(name = ["x"], y = Z(1)) val a: Map<A, B>? = mapOf(1 to 2), b: Int) : Base<T>(1), C {~ @Id lateinit var c: D.E~ val d get() = "${a}"~ fun f() {}~}
          a.rb    | module A~ class Audio < ApplicationRecord~  self.table_name = "audio"~  X = %w[a b].freeze~  self.ignored_columns += X + [:c]~  ignored_columns << "d"~  include(Foo, &bar)~ end~end
          a.py    | from . import models~class Audio(models.Model, B(), x=1):~ __tablename__ = "audio"~ a: Mapped[int] = mapped_column("b", *c)~ d = models.ForeignKey("self", db_column="e", on_delete=x)~ m = models.ManyToManyField(to=A.B)~ class Meta:~  db_table = "audio"~t = Table("audio", m, Column("x"))
          a.ts    | import {a as b} from "./c"; export * from "./d";~@Entity({ name: "audio" }) export class Audio extends Mix(Base) {~ @Column({ name: 'x' }) a!: number = 1; static get tableName() { return "audio"; }~ @ManyToOne(() => A) @JoinColumn b: C;~}~export const t = pgTable("audio", { ...s, a: text("b").notNull() }, (t) => [1]); // drizzle-orm~Audio.init({ a: { field: "b" } }, { tableName: "audio" }); // Sequelize
          A.cs    | using X;~namespace A.B {~[Table("audio", Schema = Y), Z] public class Audio<T> : Base<T>, IC where T : new() {~ [Key] public int? Id { get; set; } = 1; public List<A<B>> C => new(); public int[] D { get; init; }~ void F(int a) { if (a) { } }~}~record R([Column("a")] int B = 2);~}~class Audios { DbSet<Audio> X; void G() { b.Entity<Audio>(e => e.ToTable("audio").Property(x => x.A).HasColumnName("b")); } }
          a.ex    | @primary_key {:id, :binary_id}~schema "audio" do~ field :a, :string, source: :b~ belongs_to(:c, D)~ timestamps(inserted_at: :e)~end
          a.xml   | <mapper><resultMap id="a"><!-- x --><result column="b"/></resultMap><insert>insert into audio</insert></mapper>
          b.xml   | <hibernate-mapping><class name="Audio" table="audio"><id name="a"/><property name="b"><column name="c"/></property></class>
          """)
  void files_that_are_cut_off(String path, String text) {
    String whole = text.replace("~", "\n");
    for (int end = 0; end <= whole.length(); end++) {
      Application application = new Application().with(path, whole.substring(0, end));
      assertThat(application.references("audio", "none")).isNotNull();
      Application rest = new Application().with(path, whole.substring(end) + "audio");
      assertThat(rest.references("audio", "none")).isNotNull();
    }
  }

  @Test
  void constants_that_double() {
    StringBuilder java = new StringBuilder("@Entity @Table(name = \"audio\")\nclass Audio {\n");
    StringBuilder python = new StringBuilder("A0 = ['x']\n");
    StringBuilder ruby = new StringBuilder("class Audio < ApplicationRecord\nA0 = ['x']\n");
    StringBuilder script = new StringBuilder("// drizzle-orm\nconst A0 = { a: text() };\n");
    java.append("static final String A0 = \"x\";\n");
    for (int i = 1; i < 64; i++) {
      String before = "A" + (i - 1);
      java.append("static final String A%d = %s + %s;%n".formatted(i, before, before));
      python.append("A%d = %s + %s%n".formatted(i, before, before));
      ruby.append("A%d = %s + %s%n".formatted(i, before, before));
      script.append("const A%d = { ...%s, ...%s };%n".formatted(i, before, before));
    }
    java.append("@Column(name = A63) int a;\nint length;\n}\n");
    python.append("class Audio(models.Model):\n    length = models.IntegerField(x=A63)\n");
    ruby.append("self.ignored_columns = A63\nend\n");
    script.append("const audio = pgTable('audio', { ...A63, length: text() });\n");
    Application application =
        new Application()
            .with("media/A.java", java.toString())
            .with("media/a.py", python.toString())
            .with("media/a.rb", ruby.toString())
            .with("media/a.ts", script.toString());
    assertThat(application.declaring("audio", "length"))
        .contains("media/A.java", "media/a.rb", "media/a.ts");
  }

  @Test
  void classes_that_lead_to_more_and_more_classes() {
    Application application = new Application();
    for (int i = 0; i < 24; i++) {
      String name = i == 0 ? "Audio" : "C" + i;
      String next = "C" + (i + 1);
      StringBuilder java = new StringBuilder("@Entity @Embeddable class %s {%n".formatted(name));
      StringBuilder script =
          new StringBuilder(
              "export * from './C%d'; export * from './C%d';%n@Entity() export class %s extends Mix(%s, %s) {%n"
                  .formatted(i + 1, i + 2, name, next, next));
      StringBuilder python = new StringBuilder();
      for (int k = 0; k < 24; k++) {
        java.append("@Embedded %s f%d;%n".formatted(next, k));
        script.append("@Column(() => %s) f%d: string;%n".formatted(next, k));
        python.append("from media.m%d import *%n".formatted((i + k) % 24));
      }
      python.append("class %s(%s, %s):%n    x = Column()%n".formatted(name, next, next + "b"));
      python.append("class %sb(%s, %s):%n    y = Column()%n".formatted(name, next, next + "b"));
      application
          .with("j/" + name + ".java", java + "}\n")
          .with("t/" + name + ".ts", script + "}\n")
          .with("media/m" + i + ".py", python.toString());
    }
    assertThat(application.declaring("audio", "x")).contains("media/m");
  }

  @Test
  void tags_that_never_end() {
    String text = "<hibernate-mapping>" + "<class <!-- ".repeat(30_000) + "table=\"audio\"";
    assertThat(new Application().with("a.hbm.xml", text).declaring("audio", "x")).isEmpty();
  }
}
