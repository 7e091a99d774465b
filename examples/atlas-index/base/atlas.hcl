env "prod" {
  url = "postgres://app@db:5432/player"
  migration {
    dir = "file://migrations"
  }
}
