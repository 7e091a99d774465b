package dev.concertina.code;

import java.util.Set;

/** Words that stand everywhere in programs, so that by themselves they say nothing of a table. */
final class CommonWords {
  private static final Set<String> WORDS =
      words(
          """
          a account accounts action actions active address admin age alias all amount api app args
          array at attribute attributes author available avatar balance base batch binary blob body
          bool boolean by bytes cache call card cards cart category channel char check children city
          class client clients code color colour column comment comments company config configuration
          content contents context cost count country created creator currency customer customers
          data date datetime day days db default deleted depth description detail details device dir
          document documents due duration email enabled end ended entry entries enum error errors
          event events expires expired external false field fields file files filter first flag flags
          folder format from full gender group groups hash hashes header height history host hour
          html icon id identifier ids image images index info input int internal ip is item items job
          jobs json key keys kind label labels language last lat latitude length level limit line
          lines link links list lists locale location lock log logs lon longitude map max member
          members message messages meta metadata method min mode model models modified module month
          name names new next node nodes note notes notification notifications null number object
          objects of offset old on open option options order orders org organization output owner
          page pages parent password path payload payment payments permission permissions phone photo
          photos picture plan plans point points port position post posts price priority private
          process product products profile profiles project projects properties property public
          quantity query queue rank rate rating read reason record records ref reference region
          report reports request requests resource resources response result results role roles root
          row rows rule rules scope score search section sent sequence serial service services session
          sessions set setting settings size slug sort source start started state states status step
          store string subject summary table tag tags target task tasks team teams template templates
          test tests text time timestamp title to token tokens total true type types unit units
          updated uri url user username users uuid val value values verified version versions view
          views visible weight width with word words year zip
          """);

  /** What collections and classes of the languages themselves have: {@code audios.length}. */
  private static final Set<String> BUILT_IN =
      words("length size count first last name keys values index all min max sum sort map type");

  /** Too short to mean one thing. */
  private static final int SHORT = 2;

  private CommonWords() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** Whether this one word, in lower case, is common. */
  static boolean has(String word) {
    return word.length() <= SHORT || WORDS.contains(word);
  }

  /** Whether a language's own types have a member of this name. */
  static boolean isBuiltIn(String word) {
    return BUILT_IN.contains(word);
  }

  /** How many of a name's words are not common. */
  static int rare(String name) {
    int rare = 0;
    for (String word : name.split("[^\\p{L}\\p{N}]+")) {
      rare += word.isEmpty() || has(word) ? 0 : 1;
    }
    return rare;
  }
}
