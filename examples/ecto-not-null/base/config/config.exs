import Config

config :radio,
  ecto_repos: [Radio.Repo],
  generators: [timestamp_type: :utc_datetime]

config :radio, Radio.Repo, migration_timestamps: [type: :utc_datetime]
