package dev.concertina.github;

/**
 * Somebody on the fake GitHub.
 *
 * @param type {@code User} or {@code Bot}; a bot's name ends in {@code [bot]} in the REST API alone
 */
record FakeActor(String login, String type) {
  static final FakeActor ACTIONS = new FakeActor("github-actions", "Bot");
  static final FakeActor CONTRIBUTOR = new FakeActor("contributor", "User");
  static final FakeActor MAINTAINER = new FakeActor("maintainer", "User");

  boolean isBot() {
    return type.equals("Bot");
  }

  String restLogin() {
    return isBot() ? login + "[bot]" : login;
  }
}
