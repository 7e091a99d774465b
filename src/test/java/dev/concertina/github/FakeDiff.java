package dev.concertina.github;

import dev.concertina.cli.ScratchRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a pull request changes, as git tells it. */
final class FakeDiff {
  private static final Pattern HUNK =
      Pattern.compile("(?m)^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  private FakeDiff() {}

  record File(String path, String previous, String status, String sha, String patch) {

    /** Whether a comment may stand on a line. */
    boolean shows(int line, String side) {
      Matcher hunk = HUNK.matcher(patch == null ? "" : patch);
      while (hunk.find()) {
        boolean left = side.equals("LEFT");
        int start = Integer.parseInt(hunk.group(left ? 1 : 3));
        String count = hunk.group(left ? 2 : 4);
        int length = count == null ? 1 : Integer.parseInt(count);
        if (line >= start && line < start + length) {
          return true;
        }
      }
      return false;
    }
  }

  static List<File> of(ScratchRepository git, String base, String head) {
    String[] names = git.git("diff", "--raw", "--no-abbrev", "-z", "-M", base, head).split("\0");
    String[] patches =
        ("\n" + git.git("diff", "--no-color", "-M", base, head)).split("\ndiff --git ");
    List<File> files = new ArrayList<>();
    int patch = 1;
    for (int i = 0; i + 1 < names.length; i += 2) {
      String[] words = names[i].split(" ");
      String previous = null;
      if (words[4].startsWith("R")) {
        previous = names[i + 1];
        i++;
      }
      String status =
          switch (words[4].charAt(0)) {
            case 'A' -> "added";
            case 'D' -> "removed";
            case 'R' -> "renamed";
            default -> "modified";
          };
      String sha = words[status.equals("removed") ? 2 : 3];
      files.add(new File(names[i + 1], previous, status, sha, hunks(patches[patch++])));
    }
    return files;
  }

  private static String hunks(String section) {
    int start = section.indexOf("\n@@ ");
    return start < 0 ? null : section.substring(start + 1);
  }
}
