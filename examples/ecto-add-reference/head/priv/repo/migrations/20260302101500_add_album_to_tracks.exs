defmodule Radio.Repo.Migrations.AddAlbumToTracks do
  use Ecto.Migration

  def change do
    alter table(:tracks) do
      add :album_id, references(:albums, on_delete: :nilify_all)
    end

    create index(:tracks, [:album_id])
  end
end
