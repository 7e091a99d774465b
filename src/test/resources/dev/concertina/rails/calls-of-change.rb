# Calls of a change method, one a line; reversible.rb says which of them Rails can turn round.
add_column :t, :c, :text
remove_column :t, :c
remove_column :t, :c, :text
remove_column :t, :c, :string, null: false
remove_columns :t, :a, :b
remove_columns :t, :a, :b, type: :text
drop_table :t
drop_table(:t) { |x| x.text :c }
drop_table :t, id: false
remove_index :t, :c
remove_index :t, column: :c
remove_index :t, column: [:a, :b], name: "i"
remove_index :t, name: "i"
remove_index :t, [:a, :b]
change_column :t, :c, :text
change_column_default :t, :c, 0
change_column_default :t, :c, from: nil, to: 0
change_column_default :t, :c, to: 0
change_column_null :t, :c, false
change_column_comment :t, :c, "x"
change_column_comment :t, :c, from: "a", to: "b"
change_table_comment :t, "x"
change_table_comment :t, from: "a", to: "b"
remove_foreign_key :t, :o
remove_foreign_key :t, column: :o_id
remove_foreign_key :t, to_table: :o
remove_foreign_key :t, to_table: :o, column: :x
remove_check_constraint :t, "c > 0"
remove_check_constraint :t, "c > 0", name: "n"
remove_reference :t, :o
remove_timestamps :t
rename_column :t, :a, :b
rename_table :t, :u
rename_index :t, "a", "b"
add_reference :t, :o
add_foreign_key :t, :o
add_index :t, :c
create_table(:t) { |x| x.text :c }
create_join_table :a, :b
drop_join_table :a, :b
enable_extension "citext"
disable_extension "citext"
execute "ANALYZE"
add_timestamps :t
change_table(:t) { |x| x.remove :c }
change_table(:t) { |x| x.remove :c, type: :text }
change_table(:t) { |x| x.change :c, :text }
change_table(:t) { |x| x.change_default :c, 0 }
change_table(:t) { |x| x.change_default :c, from: nil, to: 0 }
change_table(:t) { |x| x.remove_index :c }
change_table(:t) { |x| x.remove_index name: "i" }
change_table(:t) { |x| x.rename :a, :b }
change_table(:t) { |x| x.text :note }
change_table(:t) { |x| x.remove_references :o }
change_table(:t) { |x| x.remove_timestamps }
change_table(:t) { |x| x.change_null :c, false }
