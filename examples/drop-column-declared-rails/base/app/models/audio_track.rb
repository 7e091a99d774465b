class AudioTrack < ApplicationRecord
  validates :title, presence: true
end
