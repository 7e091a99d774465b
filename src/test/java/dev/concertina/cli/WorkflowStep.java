package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A step of a workflow that uses the Action, run as GitHub's runner runs it: the script of
 * action.yml in bash, with the environment that action.yml gives it.
 */
public final class WorkflowStep {
  private static final Path ACTION = Path.of("").toAbsolutePath();

  private final JsonNode action;
  private final Path folder;
  private final Path workspace;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> inputs = new HashMap<>();

  /**
   * What the step left behind.
   *
   * @param output all that the runner would show
   * @param outputs of the Action, by the names in action.yml
   * @param summary the page of the run
   */
  public record Result(int status, String output, Map<String, String> outputs, String summary) {}

  /**
   * @param folder for the runner's own files
   * @param workspace where a checkout is, or would be
   */
  public WorkflowStep(Path folder, Path workspace, String api, String token) {
    try {
      this.action = new YAMLMapper().readTree(ACTION.resolve("action.yml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.folder = folder;
    this.workspace = workspace;
    environment.put("GITHUB_API_URL", api);
    environment.put("GITHUB_SERVER_URL", "https://github.example");
    environment.put("GITHUB_WORKSPACE", workspace.toString());
    environment.put("GITHUB_ACTION_PATH", ACTION.toString());
    inputs.put("github-token", token);
  }

  /** Sets a variable as the runner would. */
  public WorkflowStep with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Gives the Action an input. */
  public WorkflowStep input(String name, String value) {
    if (!action.path("inputs").has(name)) {
      throw new IllegalArgumentException("action.yml has no input " + name);
    }
    inputs.put(name, value);
    return this;
  }

  /** Runs the step in this process, without its script. */
  public Result run(String event, String payload) {
    Map<String, String> all = prepare(event, payload);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(new byte[0]), print, print, false, all, workspace);
    int status = Main.run(new String[] {"action"}, terminal);
    return result(status, out.toString(UTF_8));
  }

  /** Runs the step's script in bash. */
  public Result runScript(String event, String payload) {
    Map<String, String> all = prepare(event, payload);
    all.putIfAbsent("CONCERTINA_JAR", jar().toString());
    all.put("CONCERTINA_JAVA", System.getProperty("java.home"));
    try {
      Path script = Files.writeString(folder.resolve("step.sh"), step().get("run").asText());
      // As the runner starts a step with "shell: bash".
      List<String> bash =
          List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
      ProcessBuilder builder = new ProcessBuilder(bash).directory(workspace.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().putAll(all);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode step() {
    JsonNode steps = action.path("runs").path("steps");
    if (steps.size() != 1) {
      throw new IllegalStateException("expected one step in action.yml, found " + steps.size());
    }
    return steps.get(0);
  }

  private Map<String, String> prepare(String event, String payload) {
    try {
      Path temporary = Files.createDirectories(folder.resolve("temp"));
      Files.deleteIfExists(folder.resolve("output"));
      Files.deleteIfExists(folder.resolve("summary"));
      Map<String, String> all = new HashMap<>();
      all.put("GITHUB_EVENT_NAME", event);
      Path file = Files.writeString(folder.resolve("event.json"), payload);
      all.put("GITHUB_EVENT_PATH", file.toString());
      all.put("GITHUB_REPOSITORY", "octo/shop");
      all.put("GITHUB_OUTPUT", Files.createFile(folder.resolve("output")).toString());
      all.put("GITHUB_STEP_SUMMARY", Files.createFile(folder.resolve("summary")).toString());
      all.put("RUNNER_TEMP", temporary.toString());
      all.put("CONCERTINA_CACHE", "off");
      all.putAll(environment);
      step().path("env").fields().forEachRemaining(e -> all.put(e.getKey(), value(e.getValue())));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an expression of action.yml comes to. */
  private String value(JsonNode node) {
    String expression = node.asText().replaceAll("^\\$\\{\\{ *| *}}$", "");
    if (expression.equals("github.action_path")) {
      return ACTION.toString();
    }
    String name = expression.replaceFirst("^inputs\\.", "");
    JsonNode input = action.path("inputs").path(name);
    if (input.isMissingNode()) {
      throw new IllegalStateException("no value for " + node.asText());
    }
    return inputs.getOrDefault(name, input.path("default").asText());
  }

  private Result result(int status, String output) {
    try {
      Map<String, String> set = new HashMap<>();
      for (String line : Files.readAllLines(folder.resolve("output"))) {
        set.put(line.split("=", 2)[0], line.split("=", 2)[1]);
      }
      Map<String, String> outputs = new HashMap<>();
      action
          .path("outputs")
          .fields()
          .forEachRemaining(
              out -> {
                String value = out.getValue().path("value").asText();
                String name = value.replaceAll("^\\$\\{\\{ steps\\.check\\.outputs\\.| }}$", "");
                outputs.put(out.getKey(), set.getOrDefault(name, ""));
              });
      return new Result(status, output, outputs, Files.readString(folder.resolve("summary")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A jar that stands for the built one: it only names the class path of this test. */
  private Path jar() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    List<String> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toString());
    }
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", path));
    Path file = folder.resolve("concertina.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
