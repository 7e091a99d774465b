defmodule Radio.Repo.Migrations.CreateTracks do
  use Ecto.Migration

  def change do
    create table(:tracks) do
      add :title, :string, null: false
      add :length, :integer

      timestamps()
    end
  end
end
