defmodule Radio.Repo.Migrations.CreateAlbums do
  use Ecto.Migration

  def change do
    create table(:albums) do
      add :title, :string, null: false

      timestamps()
    end
  end
end
