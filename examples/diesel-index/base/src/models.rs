use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = crate::schema::tracks)]
pub struct Track {
    pub id: i64,
    pub title: String,
    pub mood: String,
}
