defmodule Radio.Music do
  import Ecto.Query

  alias Radio.Music.Track
  alias Radio.Repo

  def list_short_tracks(limit) do
    Repo.all(from t in Track, where: t.length < ^limit, order_by: t.title)
  end
end
