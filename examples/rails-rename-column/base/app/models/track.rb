class Track < ApplicationRecord
  scope :longest, -> { order(length: :desc) }
end
