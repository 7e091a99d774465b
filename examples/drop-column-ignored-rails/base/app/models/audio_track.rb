class AudioTrack < ApplicationRecord
  self.ignored_columns += %w[waveform_url]

  validates :title, presence: true
end
