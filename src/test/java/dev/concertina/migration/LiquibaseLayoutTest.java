package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.plan.LiquibaseChange;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changelogs are found, ordered and compared as Liquibase does it. */
class LiquibaseLayoutTest {

  private static final String PATH = "db/changelog/2.xml";
  private static final String TABLE = set("1", "<createTable tableName='audio'>%s</createTable>");

  private static String set(String id, String content) {
    return "<changeSet id='" + id + "' author='me'>" + content + "</changeSet>";
  }

  private static String table(String type) {
    return TABLE.formatted("<column name='title' type='" + type + "'/>");
  }

  private static Change edited(String before, String after) {
    InMemoryTree base = InMemoryTree.of(PATH, LiquibaseChange.xml(before));
    ChangedFile file =
        InMemoryTree.edited(PATH, LiquibaseChange.xml(before), LiquibaseChange.xml(after));
    return Change.read(base, base, List.of(file), LayoutSettings.NONE);
  }

  private static Change added(InMemoryTree base, String path, String text) {
    return Change.read(base, base, List.of(InMemoryTree.added(path, text)), LayoutSettings.NONE);
  }

  private static List<String> sent(Change change) {
    return change.migrations().stream()
        .flatMap(migration -> migration.statements().stream())
        .map(Statement::sql)
        .toList();
  }

  @Test
  void a_change_set_that_is_added_is_no_edit() {
    Change change =
        edited(table("text"), table("text") + set("2", "<dropTable tableName='audio'/>"));
    assertThat(change.edits()).isEmpty();
    assertThat(sent(change)).containsExactly("DROP TABLE audio");
  }

  @Test
  void an_edited_change_set_is_an_edit_at_its_first_line() {
    Change change = edited(table("varchar(9)"), "\n" + table("text"));
    assertThat(change.edits()).hasSize(1);
    assertThat(change.edits().get(0).matters()).isTrue();
    assertThat(change.edits().get(0).firstChange().line()).isEqualTo(5);
  }

  @Test
  void white_space_and_what_goes_back_make_no_edit() {
    String before = set("1", "<sql>SELECT  1</sql>");
    String after =
        set(
            "1",
            "\n<comment>why</comment><preConditions/><sql>SELECT 1 -- one\n</sql>"
                + "<rollback>SELECT 2</rollback>");
    assertThat(edited(before, after).edits()).isEmpty();
  }

  @Test
  void one_that_is_gone_is_an_edit() {
    assertThat(edited(table("text") + set("2", "<empty/>"), set("2", "<empty/>")).edits())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "runOnChange=\"true\",",
    "runAlways=\"true\",",
    ",<validCheckSum>ANY</validCheckSum>"
  })
  void some_may_be_edited(String attribute, String child) {
    String before =
        table("varchar(9)").replace("author=", (attribute == null ? "" : attribute) + " author=");
    String after =
        before
            .replace("varchar(9)", "text")
            .replace("</changeSet>", (child == null ? "" : child) + "</changeSet>");
    assertThat(edited(before, after).edits()).isEmpty();
  }

  @Test
  void two_of_one_name_collide() {
    Change change =
        edited(table("text"), table("text") + set("2", "<empty/>") + set("2", "<empty/>"));
    assertThat(change.collisions()).extracting(Change.Collision::version).containsExactly("me:2");
  }

  @Test
  void a_file_that_moves_runs_again_unless_it_has_a_logical_path() {
    String text = LiquibaseChange.xml(table("text"));
    String fixed = text.replace("<databaseChangeLog ", "<databaseChangeLog logicalFilePath='a' ");
    for (String content : List.of(text, fixed)) {
      InMemoryTree base = InMemoryTree.of(PATH, content);
      ChangedFile moved = InMemoryTree.renamed(PATH, "db/changelog/two.xml", content, content);
      Change change = Change.read(base, base, List.of(moved), LayoutSettings.NONE);
      assertThat(change.edits()).hasSize(content.equals(fixed) ? 0 : 1);
      assertThat(change.migrations()).isEmpty();
    }
  }

  @Test
  void the_history_is_what_the_root_brings_in_in_its_order() {
    InMemoryTree base =
        InMemoryTree.of(
            "app/src/main/resources/db/master.xml",
            LiquibaseChange.xml(
                "<property name='name' value='audio'/>"
                    + "<include file='z/changelog.yaml' relativeToChangelogFile='true'/>"
                    + "<includeAll path='db/all'/>"
                    + "<include file='db/other-changelog.xml' context='mysql'/>"),
            "app/src/main/resources/db/z/changelog.yaml",
            "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: me\n    changes:\n"
                + "    - createTable: {tableName: \"${name}\", columns: [{column: {name: id, type: int}}]}\n",
            "app/src/main/resources/db/all/1.xml",
            LiquibaseChange.xml(
                set(
                    "1",
                    "<addColumn tableName='audio'><column name='title' type='text'/></addColumn>")),
            "lib/src/main/resources/db/other-changelog.xml",
            LiquibaseChange.xml(set("1", "<dropTable tableName='audio'/>")));
    History history = new History(base, LayoutSettings.NONE, ReplayCache.NONE);
    String root = "app/src/main/resources/db/master.xml";
    assertThat(history.paths(root))
        .containsExactly(
            root,
            "app/src/main/resources/db/z/changelog.yaml",
            "app/src/main/resources/db/all/1.xml",
            "lib/src/main/resources/db/other-changelog.xml");
    Schema schema = history.replay(root);
    assertThat(schema.table(dev.concertina.schema.Name.of("audio")).orElseThrow().column("title"))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "'dbms=\"oracle\"', false",
    "'dbms=\"!postgresql\"', false",
    "'dbms=\"h2, postgresql\"', true",
    "'dbms=\"!oracle\"', true",
    "'context=\"mysql\"', false",
    "'context=\"mysql or postgresql\"', true",
    "'context=\"!test\"', true",
    "'context=\"test, dev\"', false",
    "'context=\"prod and !faker\"', true",
    "'contextFilter=\"(eu or us) and oracle\"', false",
    "'context=\"eu) or (\"', true",
    "'labels=\"one\"', true",
    "'ignore=\"true\"', false"
  })
  void what_is_for_others_is_not_judged(String attribute, boolean judged) {
    String text = table("text").replace("author=", attribute + " author=");
    Change change = added(InMemoryTree.of(), PATH, LiquibaseChange.xml(text));
    assertThat(sent(change)).hasSize(judged ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "<dbms type='mysql'/>, false",
    "<not><dbms type='postgresql'/></not>, false",
    "<or><dbms type='mysql'/><dbms type='postgresql'/></or>, true",
    "<not><columnExists tableName='audio' columnName='title'/></not>, true",
    "<and><dbms type='postgresql'/><sqlCheck expectedResult='0'>SELECT 1</sqlCheck></and>, true"
  })
  void preconditions_on_the_database_decide(String condition, boolean judged) {
    String content = "<preConditions onFail='MARK_RAN'>" + condition + "</preConditions>";
    String text = set("1", content + "<dropTable tableName='audio'/>");
    Change change = added(InMemoryTree.of(), PATH, LiquibaseChange.xml(text));
    assertThat(sent(change)).hasSize(judged ? 1 : 0);
  }

  @Test
  void findings_stand_at_the_element() {
    String text =
        LiquibaseChange.xml(
            set(
                "1",
                "\n<addColumn tableName='a'>\n  <column name='b' type='int'/>\n</addColumn>"
                    + "\n<sql><![CDATA[\nDROP TABLE a;]]></sql>"));
    List<Statement> statements =
        added(InMemoryTree.of(), PATH, text).migrations().get(0).statements();
    assertThat(statements).extracting(one -> one.span().line()).containsExactly(6, 9);
    assertThat(text.substring(statements.get(0).span().start(), statements.get(0).span().end()))
        .isEqualTo("<column name='b' type='int'/>");
    assertThat(statements.get(1).text()).isEqualTo("DROP TABLE a");
  }

  @ParameterizedTest
  @CsvSource({
    "xml, '<databaseChangeLog><changeSet id=\"1\" author=\"a\">', no well-formed XML",
    "xml, '<!DOCTYPE x [<!ENTITY e \"e\">]><databaseChangeLog/>', entities of its own",
    "xml, '<databaseChangeLog><changeSet id=</databaseChangeLog>', no well-formed XML",
    "yaml, 'databaseChangeLog: [', no well-formed YAML",
    "yaml, 'a: &a [*a, *a]\ndatabaseChangeLog: *a', too many values",
    "json, '{\"databaseChangeLog\": [', no well-formed JSON",
    "json, '[\"databaseChangeLog\"]', no databaseChangeLog"
  })
  void what_can_not_be_read_says_why(String format, String text, String reason) {
    Change change = added(InMemoryTree.of(), "db/changelog/x." + format, text);
    assertThat(reasons(change)).singleElement().asString().contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "<customChange class='org.x.Fill'/>, the class org.x.Fill",
    "<executeCommand executable='rm'/>, the program rm",
    "<dropAllForeignKeyConstraints baseTableName='a'/>, only known when it runs",
    "<sqlFile path='none.sql'/>, none.sql is not in the repository",
    "<loadData tableName='a' file='a.csv'/>, a.csv is not in the repository",
    "<frobnicate/>, the change frobnicate is not read",
    "<dropTable tableName='a'/><modifySql><regExpReplace replace='a' with='b'/></modifySql>, regular expression"
  })
  void what_is_only_known_at_run_time_is_not_analysed(String content, String reason) {
    Change change = added(InMemoryTree.of(), PATH, LiquibaseChange.xml(set("1", content)));
    assertThat(reasons(change)).singleElement().asString().contains(reason);
  }

  private static List<String> reasons(Change change) {
    return change.migrations().stream()
        .flatMap(migration -> migration.statements().stream())
        .flatMap(statement -> statement.operations().stream())
        .filter(Operation.NotAnalysed.class::isInstance)
        .map(operation -> ((Operation.NotAnalysed) operation).reason())
        .toList();
  }

  @Test
  void a_script_of_a_change_set_is_judged_at_the_change_set_and_edited_by_its_rules() {
    String once = set("1", "<sqlFile path='sql/f.sql' relativeToChangelogFile='true'/>");
    String again = once.replace("author=", "runOnChange='true' author=");
    String script = "db/changelog/sql/f.sql";
    for (String content : List.of(once, again)) {
      InMemoryTree base = InMemoryTree.of(PATH, LiquibaseChange.xml(content), script, "SELECT 1;");
      ChangedFile file = InMemoryTree.edited(script, "SELECT 1;", "SELECT 2;");
      Change edited = Change.read(base, base, List.of(file), LayoutSettings.NONE);
      assertThat(edited.edits()).hasSize(content.equals(once) ? 1 : 0);
      assertThat(sent(edited)).containsExactly("SELECT 2");
    }
    InMemoryTree none = InMemoryTree.of();
    Change added =
        Change.read(
            none,
            none,
            List.of(
                InMemoryTree.added(PATH, LiquibaseChange.xml(once)),
                InMemoryTree.added(script, "DROP TABLE audio;")),
            LayoutSettings.NONE);
    assertThat(sent(added)).containsExactly("DROP TABLE audio");
    assertThat(added.migrations()).extracting(Migration::path).containsExactly(PATH);
  }

  @Test
  void one_that_ran_at_each_change_may_go() {
    String gone = set("2", "<empty/>").replace("author=", "runOnChange='true' author=");
    assertThat(edited(table("text") + gone, table("text")).edits()).isEmpty();
  }

  @Test
  void an_alias_bomb_is_given_up() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    Change change =
        added(InMemoryTree.of(), "db/changelog/x.yaml", bomb + "databaseChangeLog: *a29\n");
    assertThat(reasons(change)).hasSize(1);
  }

  @Test
  void suppressions_are_comments_of_the_format() {
    String xml =
        LiquibaseChange.xml(
            set("1", "<!-- concertina: allow a because b --><dropTable tableName='a'/>")
                + set("2", "<dropTable tableName='b'/>"));
    String yaml =
        "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: me\n    changes:\n"
            + "    # concertina: allow a because b\n    - dropTable: {tableName: a}\n"
            + "- changeSet:\n    id: 2\n    author: me\n    changes:\n"
            + "    - dropTable: {tableName: b}\n";
    String sql =
        "--liquibase formatted sql\n--changeset me:1\n-- concertina: allow a because b\n"
            + "DROP TABLE a;\n--changeset me:2\nDROP TABLE b;\n";
    for (Change change :
        List.of(
            added(InMemoryTree.of(), PATH, xml),
            added(InMemoryTree.of(), "db/changelog/2.yaml", yaml),
            added(InMemoryTree.of(), "db/changelog/2.sql", sql))) {
      List<Statement> statements =
          change.migrations().stream().flatMap(m -> m.statements().stream()).toList();
      assertThat(statements).hasSize(2);
      assertThat(statements.get(0).comments())
          .extracting(Statement.Comment::text)
          .contains("concertina: allow a because b");
      assertThat(statements.get(1).comments())
          .extracting(Statement.Comment::text)
          .doesNotContain("concertina: allow a because b");
    }
  }
}
