# Migration[6.1]

add_column :users, :nickname, :string

add_column :users, :nickname, :string, limit: 40, null: false, default: ""

add_column "users", "bio", :text, default: "it's", comment: "what they say"

add_column :users, :visits, :integer, default: 0, null: false

add_column :users, :visits, :integer, limit: 8

add_column :users, :visits, :integer, limit: 2, default: "7"

add_column :users, :big, :bigint

add_column :users, :price, :decimal, precision: 10, scale: 2, default: 1.5

add_column :users, :price, :decimal, precision: 10

add_column :users, :price, :decimal, default: 0

add_column :users, :rate, :float, default: 1

add_column :users, :active, :boolean, default: true, null: false

add_column :users, :active, :boolean, default: 0

add_column :users, :seen_at, :datetime

add_column :users, :seen_at, :datetime, precision: 6, default: -> { "now()" }

add_column :users, :seen_at, :timestamp, default: -> { 'CURRENT_TIMESTAMP' }, null: false

add_column :users, :born_on, :date, default: "2020-01-31"

add_column :users, :starts_at, :time

add_column :users, :settings, :jsonb, default: {}, null: false

add_column :users, :settings, :json

add_column :users, :labels, :string, array: true, default: []

add_column :users, :labels, :text, array: true, default: ["a", "b c"]

add_column :users, :token, :uuid, default: "gen_random_uuid()"

add_column :users, :avatar, :binary, limit: 1000

add_column :users, :ip, :inet

add_column :users, :mac, :macaddr

add_column :users, :title, :string, collation: "C"

add_column :users, :weird, "character varying(12)[]"

add_column :users, :bits, :bit, limit: 4

add_column :users, :bits, :bit_varying, limit: 8

add_column :users, :span, :interval

add_column :users, :range, :int4range

add_column :users, :search, :tsvector

add_column :users, :nick, :string, default: nil

add_column :users, :nick, :string, if_not_exists: true

add_columns :users, :a, :b, type: :integer, null: false, default: 1

add_timestamps :projects

add_timestamps :projects, null: true, default: -> { "now()" }

add_reference :projects, :team

add_reference :projects, :team, foreign_key: true, null: false

add_reference :projects, :author, foreign_key: { to_table: :users, on_delete: :cascade }, index: false

add_reference :projects, :team, type: :uuid, index: { unique: true, name: "by_team" }

add_reference :projects, :team, index: { algorithm: :concurrently }

add_reference :projects, :subject, polymorphic: true

add_reference :projects, :subject, polymorphic: { default: "User" }, null: false, index: { unique: true }

add_belongs_to :projects, :category, foreign_key: { to_table: :teams, validate: false, name: "fk_category" }

remove_column :users, :name

remove_column :users, :name, :text, default: "x"

remove_columns :users, :name, :age

remove_columns :users, :name, :age, type: :text

remove_timestamps :users

remove_reference :users, :team

remove_reference :users, :team, foreign_key: true

remove_reference :users, :owner, polymorphic: true, index: false

remove_belongs_to :users, :team, foreign_key: { to_table: :teams }

rename_column :users, :name, :full_name

change_column :users, :age, :bigint

change_column :users, :score, :string, limit: 10, null: false, default: "none"

change_column :users, :age, :integer, null: true, default: nil

change_column :users, :name, :integer, using: "name::integer"

change_column :users, :name, :integer, cast_as: :integer, null: true

change_column :users, :name, :string, collation: "C", comment: "the name"

change_column :users, :created_at, :datetime, precision: 6

change_column_default :users, :name, "nobody"

change_column_default :users, :name, nil

change_column_default :users, :age, from: nil, to: 3

change_column_default :users, :admin, from: true, to: false

change_column_default :users, :email, from: "x", to: nil

change_column_default :users, :created_at, -> { "now()" }

change_column_null :users, :name, false

change_column_null :users, :name, true

change_column_null :users, :name, false, "nobody"

change_column_null :users, :age, false, 0

change_column_null :users, :admin, false, false

change_column_comment :users, :name, "it's a name"

change_column_comment :users, :name, from: nil, to: "a name"

change_table_comment :users, "people"

change_table_comment :users, from: "people", to: nil

add_index :users, :name

add_index :users, [:team_id, :name], unique: true

add_index "users", ["name"], name: "by_name"

add_index :users, %w[name email], order: { name: :desc }

add_index :users, :name, order: :desc

add_index :users, :name, where: "name IS NOT NULL"

add_index :users, :tags, using: :gin

add_index :users, :name, opclass: :text_pattern_ops

add_index :users, [:name, :email], opclass: { name: :text_pattern_ops }

add_index :users, :name, algorithm: :concurrently

add_index :users, :name, unique: true, algorithm: :concurrently, if_not_exists: true, where: "age > 3"

add_index :users, "lower(name)"

add_index :users, "lower(name), age", unique: true, name: "lower_name"

add_index :users, :name, length: 10

add_index :users, :name, comment: "for the search"

add_index "api.keys", :token

remove_index :users, :email

remove_index :users, column: :email

remove_index :users, column: [:team_id, :age]

remove_index :users, name: :by_age

remove_index :users, :email, algorithm: :concurrently

remove_index :users, name: "by_age", algorithm: :concurrently

remove_index :users, :email, if_exists: true

rename_index :users, "by_age", "by_years"

rename_index "users", :by_age, :by_years

add_foreign_key :projects, :users

add_foreign_key :projects, :users, validate: false

add_foreign_key :projects, :users, column: :user_id, on_delete: :nullify, on_update: :cascade

add_foreign_key :users, :teams, column: :status, primary_key: :code, name: "fk_code"

add_foreign_key :users, :teams, column: "owner_id", on_delete: :restrict

remove_foreign_key :users, :teams

remove_foreign_key :users, column: :team_id

remove_foreign_key :users, name: :fk_owner

validate_foreign_key :users, :teams

validate_foreign_key :users, name: :fk_owner

add_check_constraint :users, "age > 1", name: "age_over_one"

add_check_constraint :users, "age > 1"

add_check_constraint :users, "name IS NOT NULL", name: "users_name_null", validate: false

remove_check_constraint :users, name: "age_positive"

validate_check_constraint :users, name: "age_positive"

validate_constraint :users, :age_positive

drop_table :old_things

drop_table :old_things, if_exists: true

drop_table :teams, force: :cascade

drop_join_table :assemblies, :parts

enable_extension "citext"

enable_extension :pgcrypto

disable_extension "citext"

create_schema "audit"

drop_schema "api"

execute "UPDATE users SET name = email"

execute <<~SQL
  ALTER TABLE users
    SET (fillfactor = 70)
SQL

execute("CREATE INDEX x ON users (name)".squish)

create_table :things

create_table :things do |t|
  t.string :name, null: false
  t.text :body
  t.integer :a, :b, default: 0
  t.timestamps
end

create_table "things", id: :uuid do |t|
  t.string "name"
end

create_table :things, id: :uuid, default: -> { "md5(random()::text)::uuid" } do |t|
  t.bigint :n
end

create_table :things, id: :integer do |t|
  t.date :on
end

create_table :things, id: :bigint do |t|
  t.boolean :ok, default: false, null: false
end

create_table :things, id: :string, primary_key: :code do |t|
  t.jsonb :data, default: {}
end

create_table :things, id: { type: :string, limit: 12 }, primary_key: "key"

create_table :things, primary_key: :thing_id do |t|
  t.time :at
end

create_table :things, primary_key: [:a, :b] do |t|
  t.integer :a
  t.integer :b
end

create_table :things, id: false do |t|
  t.primary_key :code, :string
  t.column :note, :text, comment: "a note"
end

create_table :things, id: false, force: true do |t|
  t.bigserial :n, null: false
end

create_table :things, force: :cascade, comment: "things" do |t|
  t.string :name, comment: "its name", index: true
end

create_table :things, if_not_exists: true do |t|
  t.string :name, index: { unique: true, name: "thing_name" }
end

create_table :things, temporary: true do |t|
  t.datetime :at, precision: 3
end

create_table :things do |t|
  t.references :user
  t.belongs_to :team, foreign_key: true, null: false, index: false
  t.references :owner, polymorphic: true, index: { name: "by_owner" }
  t.references :author, type: :integer, foreign_key: { to_table: :users, on_delete: :cascade }
  t.index [:user_id, :team_id], unique: true
  t.index "lower(owner_type)", name: "lower_type"
end

create_table :things do |t|
  t.integer :n
  t.integer :m
  t.check_constraint "n > 0", name: "positive"
  t.check_constraint "m > 0"
  t.foreign_key :users, column: :n
end

create_table :things, options: "WITH (fillfactor = 70)" do |t|
  t.inet :ip
  t.decimal :price, precision: 8, scale: 2, default: "0.5"
  t.numeric :other
  t.float :f, limit: 53
  t.binary :raw
  t.xml :doc
  t.daterange :during
end

create_table :things, as: "SELECT * FROM users"

create_table "api.things" do |t|
  t.string :name
  t.index :name
end

create_join_table :assemblies, :users

create_join_table :users, :teams, table_name: :memberships do |t|
  t.index [:user_id, :team_id]
end

create_join_table :music_artists, :music_records, column_options: { null: true, type: :uuid }

change_table :users do |t|
  t.string :first, :last, null: false, default: ""
  t.rename :name, :full_name
  t.remove :age
  t.index :email, name: "mail"
  t.references :category, foreign_key: { to_table: :teams }
  t.change :status, :string, limit: 9, null: true
  t.change_default :admin, true
  t.change_null :admin, false
end

change_table :users do |t|
  t.remove_index :email
  t.rename_index "by_age", "by_years"
  t.remove_foreign_key :teams
end

change_table :projects, bulk: true do |t|
  t.string :a, default: "x"
  t.integer :b
  t.remove :title
  t.change :user_id, :string
  t.change_default :user_id, nil
  t.change_null :user_id, true
  t.index :user_id
  t.date :c, comment: "day"
  t.timestamps
end

change_table :projects, bulk: true do |t|
  t.references :team, foreign_key: true
  t.string :z, index: true
end

change_table :users do |t|
  t.remove_references :team
  t.remove_timestamps
  t.foreign_key :teams, column: :owner_id, name: "fk_two"
  t.column :extra, :jsonb, default: []
end

%i[users teams].each do |table|
  add_column table, :shared, :boolean, default: false
end

{ users: :a, teams: :b }.each { |table, column| add_column table, column, :text }

[[:users, :a], [:teams, :b]].each { |table, column| add_index table, :name, name: "#{table}_#{column}" }

reversible do |dir|
  dir.up { execute "UPDATE users SET age = 1" }
  dir.down { execute "UPDATE users SET age = 2" }
end

up_only { execute "DELETE FROM teams" }

# Migration[6.0]

create_table :things do |t|
  t.references :owner, polymorphic: true
  t.timestamps
end

add_reference :projects, :subject, polymorphic: true

# Migration[5.2]

create_table :things do |t|
  t.timestamps
end

add_timestamps :projects

change_column :users, :score, :string, null: false, default: "x"

# Migration[5.1]

change_column :users, :score, :string, null: false, default: "x"

create_table :things, id: :uuid do |t|
  t.references :user
end

# Migration[5.0]

create_table :things do |t|
  t.references :user
  t.string :name
end

create_table :things, id: :bigint

add_reference :projects, :team

create_join_table :assemblies, :users

# Migration[4.2]

create_table :things do |t|
  t.references :user
  t.timestamps
end

create_table :things do |t|
  t.references :user, index: true
  t.timestamps null: false
end

add_reference :projects, :team

add_timestamps :projects

remove_index :users, :email
