defmodule Radio.Music.Track do
  use Ecto.Schema
  import Ecto.Changeset

  schema "tracks" do
    field :title, :string
    field :length_ms, :integer

    timestamps(type: :utc_datetime)
  end

  def changeset(track, attrs) do
    track
    |> cast(attrs, [:title, :length_ms])
    |> validate_required([:title])
  end
end
