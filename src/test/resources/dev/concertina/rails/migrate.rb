# Runs what is new in a folder of migrations as "rails db:migrate" does, or a file's code:
#   ruby migrate.rb HOST PORT DATABASE USER FOLDER [FILE CODE]
require "active_record"

host, port, database, user, folder, file, code = ARGV
ActiveRecord::Base.establish_connection(
  adapter: "postgresql", host: host, port: port, database: database, username: user)
ActiveRecord::Migration.verbose = false
if file
  load file
  eval(code)
else
  ActiveRecord::MigrationContext.new(folder, ActiveRecord::SchemaMigration).up
end
