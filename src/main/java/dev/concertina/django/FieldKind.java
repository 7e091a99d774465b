package dev.concertina.django;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The field classes whose columns are known: Django's own, and a few that many projects use. */
enum FieldKind {
  AUTO("AutoField", "integer", false),
  BIG_AUTO("BigAutoField", "bigint", false),
  SMALL_AUTO("SmallAutoField", "smallint", false),
  ARRAY("ArrayField", null, false),
  BIG_INTEGER("BigIntegerField", "bigint", false),
  BINARY("BinaryField", "bytea", true),
  BOOLEAN("BooleanField", "boolean", false),
  NULL_BOOLEAN("NullBooleanField", "boolean", false),
  CHAR("CharField", "varchar", true),
  COMMA_SEPARATED("CommaSeparatedIntegerField", "varchar", true),
  EMAIL("EmailField", "varchar", true, 254),
  URL("URLField", "varchar", true, 200),
  SLUG("SlugField", "varchar", true, 50),
  FILE("FileField", "varchar", true, 100),
  IMAGE("ImageField", "varchar", true, 100),
  FILE_PATH("FilePathField", "varchar", true, 100),
  CI_CHAR("CICharField", "citext", true),
  CI_EMAIL("CIEmailField", "citext", true),
  CI_TEXT("CITextField", "citext", true),
  COMPOSITE("CompositePrimaryKey", null, false),
  DATE("DateField", "date", false),
  DATE_TIME("DateTimeField", "timestamp with time zone", false),
  TIME("TimeField", "time", false),
  DURATION("DurationField", "interval", false),
  DECIMAL("DecimalField", "numeric", false),
  FLOAT("FloatField", "double precision", false),
  FOREIGN_KEY("ForeignKey", null, false),
  FOREIGN_OBJECT("ForeignObject", null, false),
  ONE_TO_ONE("OneToOneField", null, false),
  MANY_TO_MANY("ManyToManyField", null, false),
  GENERATED("GeneratedField", null, false),
  GENERIC_RELATION("GenericRelation", null, false),
  GENERIC_FOREIGN_KEY("GenericForeignKey", null, false),
  IP_ADDRESS("GenericIPAddressField", "inet", false),
  OLD_IP_ADDRESS("IPAddressField", "inet", false),
  INTEGER("IntegerField", "integer", false),
  ORDER("OrderWrt", "integer", false),
  POSITIVE_BIG_INTEGER("PositiveBigIntegerField", "bigint", false),
  POSITIVE_INTEGER("PositiveIntegerField", "integer", false),
  POSITIVE_SMALL_INTEGER("PositiveSmallIntegerField", "smallint", false),
  SMALL_INTEGER("SmallIntegerField", "smallint", false),
  JSON("JSONField", "jsonb", false),
  HSTORE("HStoreField", "hstore", false),
  TEXT("TextField", "text", true),
  UUID("UUIDField", "uuid", false),
  BIG_INTEGER_RANGE("BigIntegerRangeField", "int8range", false),
  INTEGER_RANGE("IntegerRangeField", "int4range", false),
  DECIMAL_RANGE("DecimalRangeField", "numrange", false),
  FLOAT_RANGE("FloatRangeField", "numrange", false),
  DATE_RANGE("DateRangeField", "daterange", false),
  DATE_TIME_RANGE("DateTimeRangeField", "tstzrange", false),
  SEARCH_VECTOR("SearchVectorField", "tsvector", true),
  /** A class that nobody knows: it has a column, of a type that is not known. */
  UNKNOWN("", null, true);

  /** Classes of widely used packages, by what they are to the database. */
  private static final Map<String, String> ELSEWHERE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("autoslug.fields.AutoSlugField", "SlugField"),
              Map.entry("ckeditor.fields.RichTextField", "TextField"),
              Map.entry("ckeditor_uploader.fields.RichTextUploadingField", "TextField"),
              Map.entry("colorfield.fields.ColorField", "CharField"),
              Map.entry("django_countries.fields.CountryField", "CharField"),
              Map.entry("django_extensions.db.fields.AutoSlugField", "SlugField"),
              Map.entry("django_extensions.db.fields.CreationDateTimeField", "DateTimeField"),
              Map.entry("django_extensions.db.fields.ModificationDateTimeField", "DateTimeField"),
              Map.entry("jsonfield.fields.JSONField", "TextField"),
              Map.entry("model_utils.fields.AutoCreatedField", "DateTimeField"),
              Map.entry("model_utils.fields.AutoLastModifiedField", "DateTimeField"),
              Map.entry("model_utils.fields.MonitorField", "DateTimeField"),
              Map.entry("model_utils.fields.StatusField", "CharField"),
              Map.entry("modelcluster.fields.ParentalKey", "ForeignKey"),
              Map.entry("modelcluster.fields.ParentalManyToManyField", "ManyToManyField"),
              Map.entry("mptt.fields.TreeForeignKey", "ForeignKey"),
              Map.entry("mptt.fields.TreeManyToManyField", "ManyToManyField"),
              Map.entry("mptt.fields.TreeOneToOneField", "OneToOneField"),
              Map.entry("oauth2_provider.models.ClientSecretField", "CharField"),
              Map.entry("phonenumber_field.modelfields.PhoneNumberField", "CharField"),
              Map.entry("sorl.thumbnail.fields.ImageField", "ImageField"),
              Map.entry("taggit.managers.TaggableManager", "GenericRelation"),
              Map.entry("versatileimagefield.fields.VersatileImageField", "ImageField"),
              Map.entry("wagtail.fields.RichTextField", "TextField"),
              Map.entry("wagtail.fields.StreamField", "TextField")));

  private final String className;
  private final String type;
  private final boolean text;
  private final int length;

  FieldKind(String className, String type, boolean text) {
    this(className, type, text, 0);
  }

  FieldKind(String className, String type, boolean text, int length) {
    this.className = className;
    this.type = type;
    this.text = text;
    this.length = length;
  }

  /** The kind of a class by its name with its module. */
  static FieldKind of(String name, Settings settings) {
    String base = settings.fieldBase(name);
    String known = base == null ? ELSEWHERE.getOrDefault(name, name) : base;
    boolean own = known.startsWith("django.") || known.indexOf('.') < 0;
    String shortName = known.substring(known.lastIndexOf('.') + 1);
    for (FieldKind kind : values()) {
      if (own && kind.className.equals(shortName)) {
        return kind;
      }
    }
    return UNKNOWN;
  }

  /** The column type without its parameters, or null when it has none of its own. */
  String type() {
    return type;
  }

  /** The {@code max_length} that it has unless another is given; 0 when there is none. */
  int length() {
    return length;
  }

  /** Whether Django takes an empty text where a value is needed and none is given. */
  boolean allowsEmptyText() {
    return text;
  }

  boolean isAuto() {
    return this == AUTO || this == BIG_AUTO || this == SMALL_AUTO;
  }

  /** Whether its column holds the key of another row. */
  boolean isReference() {
    return this == FOREIGN_KEY || this == ONE_TO_ONE;
  }

  /** Whether it is one of the integers that a CHECK keeps from being negative. */
  boolean isPositive() {
    return name().startsWith("POSITIVE");
  }

  /** Whether it has no column. */
  boolean isVirtual() {
    return switch (this) {
      case MANY_TO_MANY, FOREIGN_OBJECT, GENERIC_RELATION, GENERIC_FOREIGN_KEY, COMPOSITE -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return className.isEmpty() ? name().toLowerCase(Locale.ROOT) : className;
  }
}
