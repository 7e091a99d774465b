# Says for each call of a file whether a rollback turns it round or stops at it:
#   ruby reversible.rb calls-of-change.rb > reversible-6.1.txt
require "active_record"

# What the block of change_table asks the connection for.
class Connection
  def update_table_definition(name, base)
    ActiveRecord::ConnectionAdapters::Table.new(name, base)
  end
end

File.foreach(ARGV[0], chomp: true) do |call|
  next if call.start_with?("#")

  recorder = ActiveRecord::Migration::CommandRecorder.new(Connection.new)
  begin
    recorder.revert { recorder.instance_eval(call) }
    puts "back  #{call}"
  rescue ActiveRecord::IrreversibleMigration
    puts "stops #{call}"
  end
end
