class IndexTracksOnTitle < ActiveRecord::Migration[7.1]
  def change
    add_index :tracks, :title, unique: true
  end
end
