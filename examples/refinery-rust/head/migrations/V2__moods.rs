use barrel::{backend::Pg, types, Migration};

pub fn migration() -> String {
    let mut m = Migration::new();
    m.change_table("tracks", |t| { t.drop_column("mood"); });
    m.make::<Pg>()
}
