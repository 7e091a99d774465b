package dev.concertina.django;

import java.util.List;
import java.util.Map;

/**
 * What a project says about itself that decides which SQL Django sends.
 *
 * @param major the version of Django: 5 of 5.2
 * @param minor 2 of 5.2
 * @param autoField the class of keys that nobody declares: {@code BigAutoField}
 * @param userModel {@code AUTH_USER_MODEL}
 * @param swappable other settings that name models: {@code OAUTH2_PROVIDER_APPLICATION_MODEL}
 * @param fieldBases which of Django's field classes a class of the project extends: {@code
 *     shop.fields.MoneyField} is a {@code DecimalField}
 */
public record Settings(
    int major,
    int minor,
    String autoField,
    String userModel,
    Map<String, String> swappable,
    Map<String, String> fieldBases) {

  /** What well-known packages take where a project says nothing. */
  private static final Map<String, String> USUAL =
      Map.of(
          "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL", "oauth2_provider.AccessToken",
          "OAUTH2_PROVIDER_APPLICATION_MODEL", "oauth2_provider.Application",
          "OAUTH2_PROVIDER_GRANT_MODEL", "oauth2_provider.Grant",
          "OAUTH2_PROVIDER_ID_TOKEN_MODEL", "oauth2_provider.IDToken",
          "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL", "oauth2_provider.RefreshToken");

  public Settings {
    swappable = Map.copyOf(swappable);
    fieldBases = Map.copyOf(fieldBases);
  }

  /** A project that sets nothing but the version it uses. */
  public static Settings of(int major, int minor) {
    return new Settings(major, minor, "AutoField", "auth.User", Map.of(), Map.of());
  }

  /** The same with another {@code DEFAULT_AUTO_FIELD}, given with or without its module. */
  public Settings withAutoField(String name) {
    String shortName = name.substring(name.lastIndexOf('.') + 1);
    return new Settings(major, minor, shortName, userModel, swappable, fieldBases);
  }

  /** The same with another {@code AUTH_USER_MODEL}. */
  public Settings withUserModel(String model) {
    return new Settings(major, minor, autoField, model, swappable, fieldBases);
  }

  /** The same, knowing what the project's own field classes extend. */
  public Settings withFieldBases(Map<String, String> bases) {
    return new Settings(major, minor, autoField, userModel, swappable, bases);
  }

  /**
   * Which of Django's field classes a class of the project extends, or null.
   *
   * @param name with its module; {@code ..fields.MoneyField}, as a file beside it imports it, too
   */
  String fieldBase(String name) {
    if (!name.startsWith(".")) {
      return fieldBases.get(name);
    }
    String end = "." + name.replaceFirst("^\\.+", "");
    List<String> found =
        fieldBases.entrySet().stream()
            .filter(entry -> ("." + entry.getKey()).endsWith(end))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** Whether Django is of this version or a later one. */
  boolean since(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
  }

  /** The model that a setting names, or null. */
  String model(String setting) {
    return setting.equals("AUTH_USER_MODEL")
        ? userModel
        : swappable.getOrDefault(setting, USUAL.get(setting));
  }
}
