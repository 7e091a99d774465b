diesel::table! {
    tracks (id) {
        id -> Int8,
        title -> Text,
    }
}
