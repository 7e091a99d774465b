defmodule Radio.Music.Album do
  use Ecto.Schema

  schema "albums" do
    field :title, :string

    timestamps(type: :utc_datetime)
  end
end
