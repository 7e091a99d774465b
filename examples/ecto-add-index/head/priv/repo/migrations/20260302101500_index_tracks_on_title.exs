defmodule Radio.Repo.Migrations.IndexTracksOnTitle do
  use Ecto.Migration

  def change do
    create index(:tracks, [:title])
    create index(:tracks, ["lower(title)"], concurrently: true)
  end
end
