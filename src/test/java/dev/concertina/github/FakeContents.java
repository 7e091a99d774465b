package dev.concertina.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concertina.github.FakeRest.Asked;
import dev.concertina.github.FakeRest.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fake's files, out of git's objects. */
final class FakeContents {
  private final Map<List<String>, String> lists = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** Files that a listing names beside those of the commit: ids of blobs by path. */
  final Map<String, String> alsoListed = new HashMap<>();

  /** What is made of an archive before it is sent. */
  Making making = bytes -> bytes;

  private final FakeRepository state;
  private final FakeGitHub server;

  /** Makes another archive of one. */
  interface Making {
    byte[] of(byte[] archive) throws IOException;
  }

  FakeContents(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
  }

  void on(FakeRest rest) {
    rest.on("GET", "/git/trees/([0-9a-f]+)", this::tree);
    rest.on("GET", "/git/blobs/([0-9a-f]+)", this::blob);
    rest.on("GET", "/zipball/([0-9a-f]+)", this::zipball);
  }

  private Reply tree(Asked asked) {
    ObjectNode json = (ObjectNode) Contract.example("git.get-tree.200");
    json.put("sha", asked.part(1)).put("truncated", false);
    ArrayNode entries = json.putArray("tree");
    boolean recursive = asked.query().containsKey("recursive");
    String listed =
        recursive
            ? listed("ls-tree", "-r", "-t", "-l", "-z", "--full-tree", asked.part(1))
            : listed("ls-tree", "-l", "-z", "--full-tree", asked.part(1));
    if (recursive && server.denies("large trees") && known.add(asked.part(1))) {
      json.put("truncated", true);
      return Reply.of(200, json);
    }
    for (String line : listed.split("\0")) {
      if (!line.isEmpty()) {
        String[] words = line.substring(0, line.indexOf('\t')).split(" +");
        ObjectNode entry = entries.addObject();
        entry.put("path", line.substring(line.indexOf('\t') + 1));
        entry.put("mode", words[0]).put("type", words[1]).put("sha", words[2]);
        if (!words[3].equals("-")) {
          entry.put("size", Long.parseLong(words[3]));
        }
      }
    }
    alsoListed.forEach(
        (path, id) ->
            entries
                .addObject()
                .put("path", path)
                .put("mode", "100644")
                .put("type", "blob")
                .put("sha", id)
                .put("size", 1L));
    return Reply.of(200, json);
  }

  /** What is in an object never changes. */
  private String listed(String... question) {
    return lists.computeIfAbsent(List.of(question), q -> state.git.git(question));
  }

  private Reply blob(Asked asked) throws IOException {
    ObjectNode json = (ObjectNode) Contract.example("git.get-blob.200");
    byte[] bytes = output("cat-file", "blob", asked.part(1));
    json.put("sha", asked.part(1)).put("encoding", "base64").put("size", bytes.length);
    json.put("content", Base64.getMimeEncoder().encodeToString(bytes) + "\n");
    return Reply.of(200, json);
  }

  private Reply zipball(Asked asked) {
    String location = server.address() + "/codeload/" + asked.part(1) + "?token=once";
    return Reply.of(302, new byte[0]).with(Map.of("Location", location));
  }

  /** What codeload answers, on another host than the API: the token must not come here. */
  Reply archive(String commit) throws IOException {
    byte[] bytes = output("archive", "--format=zip", "--prefix=octo-shop-1234/", commit);
    return Reply.of(200, making.of(bytes)).with(Map.of("Content-Type", "application/zip"));
  }

  private byte[] output(String... arguments) throws IOException {
    Path file = Files.createTempFile("fake", ".bin");
    try {
      String[] command = new String[arguments.length + 3];
      command[0] = "git";
      command[1] = "-C";
      command[2] = state.git.root().toString();
      System.arraycopy(arguments, 0, command, 3, arguments.length);
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(file.toFile())
              .redirectErrorStream(true)
              .start();
      if (process.waitFor() != 0) {
        throw new IOException(Files.readString(file));
      }
      return Files.readAllBytes(file);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(file);
    }
  }
}
