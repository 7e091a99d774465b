class RequireTrackLength < ActiveRecord::Migration[7.1]
  def change
    change_column_null :tracks, :length, false, 0
  end
end
