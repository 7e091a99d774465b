class TrackSerializer
  def initialize(track)
    @track = track
  end

  def as_json
    { title: @track.title, seconds: @track.length / 1000 }
  end
end
