defmodule Radio.Music.Track do
  use Ecto.Schema
  import Ecto.Changeset

  schema "tracks" do
    field :title, :string
    field :length, :integer

    timestamps(type: :utc_datetime)
  end

  def changeset(track, attrs) do
    track
    |> cast(attrs, [:title, :length])
    |> validate_required([:title])
  end
end
