package dev.concertina.liquibase;

/** What each change type of Liquibase sends to PostgreSQL. */
final class Changes {

  private final Outbox out;
  private final TableChanges tables;
  private final ColumnChanges columns;
  private final ConstraintChanges constraints;
  private final ObjectChanges objects;
  private final RowChanges rows;
  private final ScriptChanges scripts;
  private final Audience audience;

  Changes(
      Identifiers names,
      Outbox out,
      Resources resources,
      Parameters parameters,
      Audience audience) {
    this.out = out;
    this.audience = audience;
    tables = new TableChanges(names, out);
    columns = new ColumnChanges(names, out);
    constraints = new ConstraintChanges(names, out);
    objects = new ObjectChanges(names, out);
    rows = new RowChanges(names, out, resources);
    scripts = new ScriptChanges(out, resources, parameters);
  }

  /** Sends what a change means; what else stands in a change set is passed over. */
  void write(Element change) {
    if (audience.otherDatabase(change)) {
      return;
    }
    switch (change.name()) {
      case "createTable" -> tables.create(change);
      case "dropTable" -> tables.drop(change);
      case "renameTable" -> tables.rename(change);
      case "setTableRemarks" -> tables.setTableRemarks(change);
      case "setColumnRemarks" -> tables.setColumnRemarks(change);
      case "addLookupTable" -> tables.addLookupTable(change);
      case "addColumn" -> columns.add(change);
      case "dropColumn" -> columns.drop(change);
      case "renameColumn" -> columns.rename(change);
      case "modifyDataType" -> columns.modifyType(change);
      case "addDefaultValue" -> columns.addDefault(change);
      case "dropDefaultValue" -> columns.dropDefault(change);
      case "addNotNullConstraint" -> columns.addNotNull(change);
      case "dropNotNullConstraint" -> columns.dropNotNull(change);
      case "addAutoIncrement" -> columns.addAutoIncrement(change);
      case "mergeColumns" -> columns.merge(change);
      default -> writeOthers(change);
    }
  }

  private void writeOthers(Element change) {
    switch (change.name()) {
      case "addPrimaryKey" -> constraints.addPrimaryKey(change);
      case "dropPrimaryKey" -> constraints.dropPrimaryKey(change);
      case "addUniqueConstraint" -> constraints.addUnique(change);
      case "addForeignKeyConstraint" -> constraints.addForeignKey(change);
      case "addCheckConstraint" -> constraints.addCheck(change);
      case "dropUniqueConstraint", "dropCheckConstraint" -> constraints.drop(change);
      case "dropForeignKeyConstraint" -> constraints.dropForeignKey(change);
      case "createIndex" -> objects.createIndex(change);
      case "dropIndex" -> objects.dropIndex(change);
      case "createSequence" -> objects.createSequence(change);
      case "alterSequence" -> objects.alterSequence(change);
      case "dropSequence" -> objects.dropSequence(change);
      case "renameSequence" -> objects.renameSequence(change);
      case "createView" -> createView(change);
      case "dropView" -> objects.dropView(change);
      case "renameView" -> objects.renameView(change);
      case "dropProcedure" -> objects.dropProcedure(change);
      case "insert" -> rows.insert(change);
      case "update" -> rows.update(change);
      case "delete" -> rows.delete(change);
      case "loadData" -> rows.load(change);
      case "loadUpdateData" -> rows.loadUpdate(change);
      case "sql" -> scripts.sql(change);
      case "sqlFile" -> scripts.file(change);
      case "createProcedure" -> scripts.routine(change, "procedureText", "procedureBody");
      case "createFunction" -> scripts.routine(change, "functionText", "functionBody");
      case "createTrigger" -> scripts.routine(change, "triggerText", "triggerBody");
      default -> writeNothing(change);
    }
  }

  private void createView(Element change) {
    if (change.filled("path") != null) {
      var read = scripts.read(change);
      if (read != null) {
        objects.createView(change, read.text());
      }
    } else if (change.text() != null || change.get("selectQuery") != null) {
      objects.createView(
          change, change.text() != null ? change.text().text() : change.get("selectQuery"));
    }
  }

  private void writeNothing(Element change) {
    switch (change.name()) {
      case "comment", "preConditions", "rollback", "modifySql", "validCheckSum", "property" -> {}
      case "empty", "output", "stop", "tagDatabase" -> {}
      case "customChange" -> out.unread(change.span(), "it runs the class " + change.get("class"));
      case "executeCommand" ->
          out.unread(change.span(), "it runs the program " + change.get("executable"));
      case "dropAllForeignKeyConstraints" ->
          out.unread(change.span(), "which foreign keys there are is only known when it runs");
      default -> out.unread(change.span(), "the change " + change.name() + " is not read");
    }
  }
}
