class RemoveTrackLength < ActiveRecord::Migration[7.1]
  def change
    remove_column :tracks, :length
  end
end
