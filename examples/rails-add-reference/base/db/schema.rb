ActiveRecord::Schema[7.1].define(version: 2026_01_05_090000) do
  # These are extensions that must be enabled in order to support this database
  enable_extension "plpgsql"

  create_table "albums", force: :cascade do |t|
    t.string "title", null: false
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
  end

  create_table "tracks", force: :cascade do |t|
    t.string "title", null: false
    t.integer "length"
    t.datetime "created_at", null: false
    t.datetime "updated_at", null: false
  end
end
