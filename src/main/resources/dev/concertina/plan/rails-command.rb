# bin/rails runner "require './{path}'; {class}.new.run"
class {class}
  # The rows as the table has them, without the model's callbacks and scopes.
  class Row < ActiveRecord::Base
    self.table_name = {table}
    self.primary_key = {key}
    self.inheritance_column = nil
  end

  def run(batch_size: 1_000, pause: 0.1)
    pending.in_batches(of: batch_size) do |batch|
      changed = batch.{change}
      puts format("%d rows changed", changed)
      sleep pause
    end
  end

  def remaining
    pending.count
  end

  private

  def pending
    Row.{pending}
  end
end
