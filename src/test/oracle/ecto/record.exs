# What Ecto sends to PostgreSQL for each call of calls.txt: written to sent.txt, or compared with it. Each runs in a
# migration on a real database, which DATABASE_URL names and which is empty, and is rolled back.
#   elixir -pa 'EBIN/*' record.exs FOLDER [--check]
[folder | options] = System.argv()
Application.put_env(:logger, :level, :error)
Logger.configure(level: :error)

defmodule Recorder.Repo do
  use Ecto.Repo, otp_app: :recorder, adapter: Ecto.Adapters.Postgres
end

defmodule Recorder do
  @base """
  DROP SCHEMA IF EXISTS public, app CASCADE;
  CREATE SCHEMA public;
  CREATE SCHEMA app;
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE TABLE users (id bigserial PRIMARY KEY, uid uuid UNIQUE, org_id bigint, email varchar(255) UNIQUE, UNIQUE (id, org_id));
  CREATE TABLE audio (id bigserial PRIMARY KEY, title varchar(255), length integer, tags text[], org_id bigint, user_id bigint REFERENCES users);
  ALTER TABLE audio DROP CONSTRAINT audio_user_id_fkey;
  ALTER TABLE audio ADD CONSTRAINT audio_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
  CREATE INDEX audio_user_id_index ON audio (user_id);
  CREATE TABLE plain (a integer);
  CREATE TABLE songless (a integer);
  CREATE TABLE app.labels (id bigserial PRIMARY KEY);
  CREATE TABLE app.songs (id bigserial PRIMARY KEY, title varchar(255));
  """

  def start do
    for app <- [:telemetry, :db_connection, :postgrex, :ecto, :ecto_sql], do: {:ok, _} = Application.ensure_all_started(app)
    {:ok, _} = Recorder.Repo.start_link(url: System.fetch_env!("DATABASE_URL"), pool_size: 2, log: false)
    :telemetry.attach("sent", [:recorder, :repo, :query], &__MODULE__.note/4, nil)
  end

  def note(_event, _times, %{query: query}, _config) do
    Process.put(:sent, [query | Process.get(:sent, [])])
  end

  def base do
    for statement <- String.split(@base, ";\n", trim: true), do: Recorder.Repo.query!(statement)
  end

  # A concurrent index can be in no transaction; all else is rolled back in one.
  def run(call, config, number) do
    base()
    module = compile(call, number)
    run = fn ->
      Process.put(:sent, [])
      Ecto.Migration.Runner.run(Recorder.Repo, config, number, module, :forward, :change, :up, log: false)
      Process.get(:sent) |> Enum.reverse() |> Enum.map(&String.replace(&1, ~r/\s*\n\s*/, " "))
    end

    if call =~ "concurrently: true" do
      run.()
    else
      {:error, sent} = Recorder.Repo.transaction(fn -> Recorder.Repo.rollback(run.()) end)
      Enum.reject(sent, &(&1 in ["begin", "commit", "rollback"]))
    end
  end

  defp compile(call, number) do
    name = "Recorder.Migration#{number}"
    Code.put_compiler_option(:ignore_module_conflict, true)

    [{module, _} | _] =
      Code.compile_string("""
      defmodule #{name} do
        use Ecto.Migration
        import Ecto.Query
        @disable_ddl_transaction true
        @disable_migration_lock true
        def change do
          #{call}
        end
        def never, do: from(u in "users")
      end
      """)

    module
  end
end

Recorder.start()

{recorded, _config} =
  Path.join(folder, "calls.txt")
  |> File.read!()
  |> String.split("\n", trim: true)
  |> Enum.reject(&String.starts_with?(&1, "#"))
  |> Enum.with_index(1)
  |> Enum.map_reduce([], fn
    {"config " <> config = line, _number}, _ ->
      {config, _} = Code.eval_string("[#{config}]")
      {line, config}

    {call, number}, config ->
      sent =
        try do
          Recorder.run(call, config, number)
        rescue
          failure -> ["FAILS #{Exception.message(failure) |> String.replace(~r/\s*\n\s*/, " ")}"]
        end

      {Enum.join([call | Enum.map(sent, &("  " <> &1))], "\n"), config}
  end)

recorded = Enum.join(recorded, "\n") <> "\n"
target = Path.join(folder, "sent.txt")

if "--check" in options do
  if File.read!(target) != recorded do
    File.write!(target <> ".new", recorded)
    IO.puts("#{target} is not what Ecto sends; see #{target}.new")
    System.halt(1)
  end
else
  File.write!(target, recorded)
end
