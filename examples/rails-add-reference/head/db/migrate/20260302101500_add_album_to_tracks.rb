class AddAlbumToTracks < ActiveRecord::Migration[7.1]
  def change
    add_reference :tracks, :album, foreign_key: true
  end
end
