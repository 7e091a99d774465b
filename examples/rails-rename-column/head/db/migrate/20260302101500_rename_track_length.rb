class RenameTrackLength < ActiveRecord::Migration[7.1]
  def change
    rename_column :tracks, :length, :length_ms
  end
end
