package dev.concertina.proof;

/** The procedure that the plan prints, called in a session of its own. */
final class ProcedureCall implements BatchCommand {

  /** The SQLSTATE of a statement that somebody has ended. */
  private static final String CANCELED = "57014";

  private final Database database;
  private final String name;
  private final String remaining;

  /**
   * @param script creates the procedure and calls it
   * @param remaining the query by which the plan counts the rows
   */
  ProcedureCall(Database database, String script, String remaining) {
    this.database = database;
    this.remaining = remaining;
    String call = "\nCALL ";
    int at = script.lastIndexOf(call);
    name = script.substring(at + call.length(), script.lastIndexOf('('));
    database.run(script.substring(0, at));
  }

  @Override
  public Started start(int batchSize, double pause, String after) {
    Client client = database.connect();
    String from = after == null ? "NULL" : after;
    Running call =
        client.start(
            "SET statement_timeout = 0; CALL "
                + name
                + "(batch_size => "
                + batchSize
                + ", pause => "
                + pause
                + ", start_at => "
                + from
                + ")");
    return new Started() {
      @Override
      public void interrupt() {
        database.run("SELECT pg_cancel_backend(" + client.backend() + ")");
      }

      @Override
      public String end() {
        try (client) {
          while (!call.done()) {
            Thread.onSpinWait();
          }
          call.await();
          return String.join("\n", client.messages());
        } catch (Refused refused) {
          if (refused.state().equals(CANCELED)) {
            return "canceled";
          }
          throw refused;
        }
      }
    };
  }

  @Override
  public long dryRun() {
    try (Client client = database.connect()) {
      return Long.parseLong(client.value(remaining));
    }
  }
}
