defmodule Radio.Repo.Migrations.RenameTrackLength do
  use Ecto.Migration

  def change do
    rename table(:tracks), :length, to: :length_ms
  end
end
