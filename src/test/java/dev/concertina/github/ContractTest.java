package dev.concertina.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {

  /** Of three more the fake mends what their description does not allow. */
  @ParameterizedTest
  @CsvSource({
    "GET, /repos/o/r/pulls/1/files, 200, pulls.list-files.200",
    "POST, /repos/o/r/pulls/1/reviews, 200, pulls.create-review.200",
    "POST, /repos/o/r/pulls/1/comments, 201, pulls.create-review-comment.201",
    "POST, /repos/o/r/issues/1/comments, 201, issues.create-comment.201",
    "PATCH, /repos/o/r/issues/comments/1, 200, issues.update-comment.200",
    "PATCH, /repos/o/r/pulls/comments/1, 200, pulls.update-review-comment.200",
    "POST, /repos/o/r/check-runs, 201, checks.create.201",
    "PATCH, /repos/o/r/check-runs/1, 200, checks.update.200",
    "POST, /repos/o/r/statuses/abc, 201, repos.create-commit-status.201",
    "GET, /repos/o/r/git/trees/abc, 200, git.get-tree.200",
    "GET, /repos/o/r/git/blobs/abc, 200, git.get-blob.200",
    "GET, /repos/o/r/compare/a...b, 200, repos.compare-commits-with-basehead.200",
    "POST, /repos/o/r/issues/comments/1/reactions, 201, reactions.create-for-issue-comment.201",
  })
  void takes_githubs_own_examples(String method, String path, int status, String example) {
    byte[] body = Contract.example(example).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(Contract.response(method, path, status, body, Map.of())).isEmpty();
  }

  @Test
  void refuses_what_the_description_does_not_have() {
    assertThat(review("{\"body\": \"a\", \"event\": \"COMMENT\", \"comments\": []}")).isEmpty();
    assertThat(review("{\"body\": \"a\", \"event\": \"SHOUT\"}")).isNotEmpty();
    assertThat(review("{\"body\": \"a\", \"mood\": \"good\"}")).isNotEmpty();
    assertThat(
            review("{\"comments\": [{\"path\": \"a\", \"body\": \"b\", \"subject_type\": \"x\"}]}"))
        .isNotEmpty();
    assertThat(Contract.request("GET", "/repos/o/r/nowhere", null, new byte[0])).isNotEmpty();
  }

  private static List<String> review(String body) {
    return Contract.request(
        "POST", "/repos/o/r/pulls/1/reviews", null, body.getBytes(StandardCharsets.UTF_8));
  }
}
