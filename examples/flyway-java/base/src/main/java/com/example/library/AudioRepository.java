package com.example.library;

import org.springframework.jdbc.core.JdbcTemplate;

class AudioRepository {
  private final JdbcTemplate jdbc;

  AudioRepository(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(long id, String title) {
    jdbc.update("INSERT INTO audio (id, title) VALUES (?, ?)", id, title);
  }
}
