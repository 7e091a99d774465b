package dev.concertina.github;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The fake's GraphQL API: GitHub's own schema, executed on the state. */
final class FakeGraphQl {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeDefinitionRegistry TYPES =
      new SchemaParser().parse(Contract.resource("schema.graphql"));

  private final FakeRepository state;
  private final FakeGitHub server;
  private final GraphQL engine;

  FakeGraphQl(FakeRepository state, FakeGitHub server) {
    this.state = state;
    this.server = server;
    this.engine =
        GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(TYPES, wiring())).build();
  }

  /** Answers a request; a document that the schema does not allow is reported as a violation. */
  Map<String, Object> answer(byte[] body, FakeActor viewer) throws IOException {
    Map<String, Object> request = JSON.readValue(body, new TypeReference<>() {});
    @SuppressWarnings("unchecked")
    Map<String, Object> variables =
        (Map<String, Object>) request.getOrDefault("variables", Map.of());
    ExecutionResult result =
        engine.execute(
            ExecutionInput.newExecutionInput()
                .query((String) request.get("query"))
                .variables(variables)
                .graphQLContext(Map.of("viewer", viewer))
                .build());
    result.getErrors().stream()
        .filter(error -> !error.getMessage().contains("Resource not accessible"))
        .forEach(error -> server.violation("GraphQL: " + error.getMessage()));
    Map<String, Object> answer = new HashMap<>(result.toSpecification());
    if (!result.getErrors().isEmpty()) {
      answer.put(
          "errors",
          result.getErrors().stream()
              .map(
                  error ->
                      Map.of(
                          "type",
                          "FORBIDDEN",
                          "message",
                          "Resource not accessible by integration",
                          "path",
                          error.getPath() == null ? List.of() : error.getPath()))
              .toList());
    }
    return answer;
  }

  private RuntimeWiring wiring() {
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    TYPES.scalars().values().stream()
        .map(ScalarTypeDefinition::getName)
        .filter(name -> !List.of("Int", "Float", "String", "Boolean", "ID").contains(name))
        .forEach(name -> wiring.scalar(scalar(name)));
    for (String name : List.of("Actor", "GitObject", "Node", "Minimizable")) {
      if (TYPES.getType(name).isPresent()) {
        wiring.type(
            name,
            type ->
                type.typeResolver(
                    object ->
                        object
                            .getSchema()
                            .getObjectType((String) ((Map<?, ?>) object.getObject()).get("type"))));
      }
    }
    wiring.type("Query", type -> type.dataFetcher("viewer", this::viewer));
    wiring.type("Query", type -> type.dataFetcher("repository", e -> Map.of("x", state)));
    wiring.type("Repository", type -> type.dataFetcher("pullRequest", this::pull));
    wiring.type("Repository", type -> type.dataFetcher("object", this::commit));
    wiring.type("PullRequest", type -> type.dataFetcher("comments", this::comments));
    wiring.type("PullRequest", type -> type.dataFetcher("reviewThreads", this::threads));
    wiring.type("PullRequestReviewThread", type -> type.dataFetcher("comments", this::inThread));
    wiring.type("Commit", type -> type.dataFetcher("checkSuites", this::suites));
    wiring.type("CheckSuite", type -> type.dataFetcher("checkRuns", this::runs));
    wiring.type("Commit", type -> type.dataFetcher("status", this::status));
    wiring.type("Status", type -> type.dataFetcher("context", this::context));
    wiring.type("Mutation", type -> type.dataFetcher("resolveReviewThread", e -> resolve(e, true)));
    wiring.type(
        "Mutation", type -> type.dataFetcher("unresolveReviewThread", e -> resolve(e, false)));
    wiring.type("Mutation", type -> type.dataFetcher("minimizeComment", e -> minimize(e, true)));
    wiring.type("Mutation", type -> type.dataFetcher("unminimizeComment", e -> minimize(e, false)));
    return wiring.build();
  }

  private Object viewer(DataFetchingEnvironment environment) {
    FakeActor viewer = environment.getGraphQlContext().get("viewer");
    return Map.of("login", viewer.restLogin());
  }

  private Object pull(DataFetchingEnvironment environment) {
    FakePull pull = state.pull(environment.getArgument("number"));
    return pull == null ? null : Map.of("pull", pull);
  }

  private static FakePull pullOf(DataFetchingEnvironment environment) {
    return (FakePull) ((Map<?, ?>) environment.getSource()).get("pull");
  }

  private Object comments(DataFetchingEnvironment environment) {
    return page(environment, pullOf(environment).comments, FakeGraphQl::comment);
  }

  private Object threads(DataFetchingEnvironment environment) {
    return page(
        environment,
        pullOf(environment).threads,
        thread -> Map.of("id", thread.node(), "isResolved", thread.resolved, "thread", thread));
  }

  private Object inThread(DataFetchingEnvironment environment) {
    FakePull.Thread thread = (FakePull.Thread) ((Map<?, ?>) environment.getSource()).get("thread");
    return page(environment, thread.comments, FakeGraphQl::comment);
  }

  private static Map<String, Object> comment(FakePull.Comment comment) {
    Map<String, Object> map = new HashMap<>();
    map.put("id", comment.node());
    map.put("fullDatabaseId", String.valueOf(comment.id));
    map.put("body", comment.body);
    map.put("createdAt", comment.created.toString());
    map.put("lastEditedAt", comment.edited == null ? null : comment.edited.toString());
    map.put("isMinimized", comment.minimized);
    map.put("reactionGroups", List.of(Map.of("viewerHasReacted", !comment.reactions.isEmpty())));
    map.put("author", Map.of("type", comment.author.type(), "login", comment.author.login()));
    return map;
  }

  private static <T> Map<String, Object> page(
      DataFetchingEnvironment environment, List<T> all, Function<T, Map<String, Object>> node) {
    String after = environment.getArgument("after");
    int from = after == null ? 0 : Integer.parseInt(after);
    int first = environment.getArgument("first");
    int to = Math.min(all.size(), from + first);
    Map<String, Object> info = new HashMap<>();
    info.put("hasNextPage", to < all.size());
    info.put("endCursor", to > from ? String.valueOf(to) : null);
    return Map.of(
        "totalCount",
        all.size(),
        "pageInfo",
        info,
        "nodes",
        new ArrayList<>(all.subList(from, to)).stream().map(node).toList());
  }

  private Object commit(DataFetchingEnvironment environment) {
    String oid = environment.getArgument("oid");
    return Map.of("type", "Commit", "oid", oid);
  }

  private Object suites(DataFetchingEnvironment environment) {
    String oid = (String) ((Map<?, ?>) environment.getSource()).get("oid");
    return Map.of("nodes", List.of(Map.of("oid", oid)));
  }

  private Object runs(DataFetchingEnvironment environment) {
    String oid = (String) ((Map<?, ?>) environment.getSource()).get("oid");
    Map<?, ?> filter = environment.getArgument("filterBy");
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (FakeRepository.Check check : state.checks) {
      if (check.commit.equals(oid) && check.name.equals(filter.get("checkName"))) {
        Map<String, Object> node = new HashMap<>();
        node.put("databaseId", (int) check.id);
        node.put("externalId", check.external);
        node.put("status", check.status.toUpperCase(Locale.ROOT));
        nodes.add(node);
      }
    }
    return Map.of("nodes", nodes);
  }

  private Object status(DataFetchingEnvironment environment) {
    String oid = (String) ((Map<?, ?>) environment.getSource()).get("oid");
    return Map.of("oid", oid);
  }

  private Object context(DataFetchingEnvironment environment) {
    String oid = (String) ((Map<?, ?>) environment.getSource()).get("oid");
    String name = environment.getArgument("name");
    return state.statuses.stream()
        .filter(status -> status.commit().equals(oid) && status.context().equals(name))
        .reduce((first, second) -> second)
        .map(
            s ->
                Map.of("state", s.state().toUpperCase(Locale.ROOT), "description", s.description()))
        .orElse(null);
  }

  private Object resolve(DataFetchingEnvironment environment, boolean resolved) {
    server.wrote("resolveReviewThread " + resolved);
    if (server.denies("resolve")) {
      throw new IllegalStateException("Resource not accessible by integration");
    }
    Map<?, ?> input = environment.getArgument("input");
    FakePull.Thread thread =
        state
            .threads()
            .filter(t -> t.node().equals(input.get("threadId")))
            .findFirst()
            .orElseThrow();
    thread.resolved = resolved;
    return Map.of(
        "thread", Map.of("id", thread.node(), "isResolved", thread.resolved, "thread", thread));
  }

  private Object minimize(DataFetchingEnvironment environment, boolean minimized) {
    server.wrote("minimizeComment " + minimized);
    if (server.denies("minimize")) {
      throw new IllegalStateException("Resource not accessible by integration");
    }
    Map<?, ?> input = environment.getArgument("input");
    FakePull.Comment comment =
        state
            .allComments()
            .filter(c -> c.node().equals(input.get("subjectId")))
            .findFirst()
            .orElseThrow();
    comment.minimized = minimized;
    Map<String, Object> result = Map.of("type", "IssueComment", "isMinimized", minimized);
    return minimized ? Map.of("minimizedComment", result) : Map.of("unminimizedComment", result);
  }

  private static GraphQLScalarType scalar(String name) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(
            new Coercing<Object, Object>() {
              @Override
              public Object serialize(Object value, GraphQLContext context, Locale locale) {
                return value;
              }

              @Override
              public Object parseValue(Object value, GraphQLContext context, Locale locale) {
                return value;
              }

              @Override
              public Object parseLiteral(
                  Value<?> value,
                  CoercedVariables variables,
                  GraphQLContext context,
                  Locale locale) {
                return ((StringValue) value).getValue();
              }
            })
        .build();
  }
}
