package dev.concertina.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schemas of Ecto, one field a line: {@code field :length, :integer, source: :length_ms}. */
final class EctoSchemas implements ModelReader {
  private static final Pattern SCHEMA =
      Pattern.compile("\\s*schema[\\s(]+\"([\\w.]+)\"\\)?\\s+do\\s*");
  private static final Pattern FIELD =
      Pattern.compile("\\s*(field|embeds_one|embeds_many|belongs_to)[\\s(]+:(\\w+[?!]?)(.*)");
  private static final Pattern TIMESTAMPS = Pattern.compile("\\s*timestamps\\b(.*)");
  private static final Pattern SOURCE = Pattern.compile("\\bsource: :\"?(\\w+)");
  private static final Pattern FOREIGN_KEY = Pattern.compile("\\bforeign_key: :(\\w+)");
  private static final Pattern PRIMARY_KEY = Pattern.compile("\\s*@primary_key\\s+(.*)");
  private static final Pattern KEY_NAME = Pattern.compile("\\{:(\\w+),.*");
  private static final Pattern JOIN = Pattern.compile("\\bjoin_through: \"(\\w+)\"");

  @Override
  public boolean reads(String path, String text) {
    return path.endsWith(".ex") && (text.contains("schema \"") || text.contains("schema(\""));
  }

  @Override
  public List<Model> read(String path, String text) {
    return new Reading(path).of(text);
  }

  /** One file while it is read. */
  private static final class Reading {
    private final String path;
    private final List<Model> models = new ArrayList<>();
    private List<Model.Field> fields;
    private String end;
    private String key = "id";

    Reading(String path) {
      this.path = path;
    }

    List<Model> of(String text) {
      int number = 0;
      for (String full : (Iterable<String>) text.lines()::iterator) {
        Place here = new Place(path, ++number);
        String line = full.startsWith("#") || full.strip().startsWith("#") ? "" : full;
        Matcher schema = SCHEMA.matcher(line);
        Matcher primary = PRIMARY_KEY.matcher(line);
        if (primary.matches()) {
          Matcher name = KEY_NAME.matcher(primary.group(1));
          key = name.matches() ? name.group(1) : null;
        } else if (schema.matches()) {
          open(schema.group(1), line, here);
        } else if (fields != null && line.equals(end)) {
          fields = null;
        } else if (fields != null) {
          field(line, here);
        }
      }
      return models;
    }

    private void open(String table, String line, Place here) {
      fields = new ArrayList<>();
      end = line.substring(0, line.indexOf("schema")) + "end";
      models.add(new Model(List.of(Spelling.exact(table)), here, fields));
      if (key != null) {
        fields.add(new Model.Field(Spelling.exact(key), here));
      }
    }

    private void field(String line, Place here) {
      Matcher field = FIELD.matcher(line);
      Matcher timestamps = TIMESTAMPS.matcher(line);
      Matcher join = JOIN.matcher(line);
      if (join.find()) {
        models.add(new Model(List.of(Spelling.exact(join.group(1))), here, List.of()));
      } else if (field.matches() && !field.group(3).contains("virtual: true")) {
        String rest = field.group(3);
        boolean pointer = field.group(1).equals("belongs_to");
        String name = pointer ? field.group(2) + "_id" : field.group(2);
        Matcher other = (pointer ? FOREIGN_KEY : SOURCE).matcher(rest);
        Matcher source = SOURCE.matcher(rest);
        name = other.find() ? other.group(1) : name;
        name = pointer && source.find() ? source.group(1) : name;
        fields.add(new Model.Field(Spelling.exact(name), here));
      } else if (timestamps.matches()) {
        for (String name : List.of("inserted_at", "updated_at")) {
          Matcher named = Pattern.compile(name + ": :?(\\w+)").matcher(timestamps.group(1));
          String column = named.find() ? named.group(1) : name;
          fields.add(new Model.Field(Spelling.exact(column), here));
        }
      }
    }
  }
}
