class FillTrackLength < ActiveRecord::Migration[7.1]
  class Track < ActiveRecord::Base
  end

  def up
    change_column_default :tracks, :length, from: nil, to: 0
    Track.where(length: nil).update_all(length: 0)
    Track.find_each { |track| track.update!(title: track.title.strip) }
  end
end
