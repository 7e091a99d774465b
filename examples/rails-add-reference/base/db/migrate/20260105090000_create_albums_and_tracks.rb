class CreateAlbumsAndTracks < ActiveRecord::Migration[7.1]
  def change
    create_table :albums do |t|
      t.string :title, null: false
      t.timestamps
    end
    create_table :tracks do |t|
      t.string :title, null: false
      t.integer :length
      t.timestamps
    end
  end
end
