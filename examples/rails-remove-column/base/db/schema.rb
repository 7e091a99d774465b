ActiveRecord::Schema[7.1].define(version: 2026_01_05_090000) do
  create_table "tracks", force: :cascade do |t|
    t.string "title", null: false
    t.integer "length"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
    t.index ["length"], name: "index_tracks_on_length"
  end
end
