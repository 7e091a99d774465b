class Track < ApplicationRecord
  scope :longest, -> { order(length_ms: :desc) }
end
