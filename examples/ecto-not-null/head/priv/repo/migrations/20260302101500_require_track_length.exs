defmodule Radio.Repo.Migrations.RequireTrackLength do
  use Ecto.Migration

  def change do
    execute "UPDATE tracks SET length = 0 WHERE length IS NULL", ""

    alter table(:tracks) do
      modify :length, :integer, null: false, from: {:integer, null: true}
    end
  end
end
