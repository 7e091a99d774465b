pub async fn titles(pool: &sqlx::PgPool) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("SELECT title FROM tracks WHERE mood = $1", "calm").fetch_all(pool).await
}
