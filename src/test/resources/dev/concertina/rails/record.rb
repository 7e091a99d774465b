# Prints what Active Record sends to PostgreSQL for each call of a file:
#   ruby record.rb calls.rb HOST PORT DATABASE USER
# A line "# Migration[5.0]" says for which release the calls behind it are written; an empty line ends a call.
require "active_record"

file, host, port, database, user = ARGV
ActiveRecord::Base.establish_connection(
  adapter: "postgresql", host: host, port: port, database: database, username: user)
ActiveRecord::Migration.verbose = false

NOT_THE_CALLS = /\A(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SELECT|SHOW)\b/
sent = []
ActiveSupport::Notifications.subscribe("sql.active_record") do |*, payload|
  sql = payload[:sql].strip
  sent << sql unless payload[:name] == "SCHEMA" || sql.match?(NOT_THE_CALLS)
end

SETUP = <<~SQL
  CREATE TABLE users (id bigserial PRIMARY KEY, name text, email character varying DEFAULT 'x', age integer,
    team_id bigint, owner_id bigint, owner_type text, status text, score numeric, admin boolean, data jsonb,
    tags text[], during daterange, created_at timestamp, updated_at timestamp);
  CREATE TABLE teams (id bigserial PRIMARY KEY, code text UNIQUE, name text);
  CREATE TABLE projects (id bigserial PRIMARY KEY, user_id bigint, title text);
  CREATE TABLE old_things (id bigserial PRIMARY KEY, note text);
  CREATE TABLE assemblies_parts (assembly_id bigint, part_id bigint);
  CREATE INDEX index_users_on_email ON users (email);
  CREATE INDEX index_users_on_team_id_and_age ON users (team_id, age);
  CREATE INDEX by_age ON users (age);
  CREATE UNIQUE INDEX users_lower_email ON users (lower(email));
  ALTER TABLE users ADD CONSTRAINT fk_rails_b2bbf87303 FOREIGN KEY (team_id) REFERENCES teams;
  ALTER TABLE users ADD CONSTRAINT fk_owner FOREIGN KEY (owner_id) REFERENCES users NOT VALID;
  ALTER TABLE users ADD CONSTRAINT age_positive CHECK (age > 0) NOT VALID;
  CREATE SCHEMA api;
  CREATE TABLE api.keys (id bigserial PRIMARY KEY, token text, user_id bigint);
SQL

version = "6.1"
calls = []
File.read(file).split(/\n{2,}/).each do |block|
  lines = block.lines.reject { |line| line.start_with?("#") && (version = line[/\[(.*)\]/, 1] || version) }
  code = lines.join.strip
  calls << [version.dup, code] unless code.empty?
end

connection = ActiveRecord::Base.connection
shown = nil
calls.each do |written_for, code|
  connection.begin_transaction(joinable: false)
  connection.raw_connection.exec(SETUP)
  connection.schema_cache.clear!
  migration = Class.new(ActiveRecord::Migration[written_for])
  migration.class_eval("def up\n#{code}\nend")
  sent.clear
  failure = nil
  begin
    migration.new.exec_migration(connection, :up)
  rescue ActiveRecord::StatementInvalid => e
    # What was sent counts: CONCURRENTLY, for one, is refused in the transaction that keeps the calls apart.
    failure = e unless e.message.match?(/cannot run inside a transaction block|UndefinedObject|FeatureNotSupported/)
  rescue StandardError => e
    failure = e
  end
  connection.rollback_transaction
  abort "#{code}\n#{failure.class}: #{failure.message}" if failure
  puts "# Migration[#{written_for}]", "" unless shown == written_for
  shown = written_for
  puts code, sent.map { |sql| "=> #{sql.gsub(/\s+/, ' ').strip}" }, ""
end
