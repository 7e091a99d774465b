ActiveRecord::Schema[7.1].define(version: 2026_03_02_101500) do
  create_table "tracks", force: :cascade do |t|
    t.string "title", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
  end
end
