// The calls that Concertina makes, and the events that it reads.
const repository = '/repos/{owner}/{repo}';
const pull = `${repository}/pulls/{pull_number}`;

export const OPERATIONS = {
  [repository]: ['get'],
  [`${repository}/pulls`]: ['get'],
  [pull]: ['get'],
  [`${pull}/files`]: ['get'],
  [`${pull}/reviews`]: ['post'],
  [`${pull}/comments`]: ['post'],
  [`${pull}/comments/{comment_id}/replies`]: ['post'],
  [`${repository}/pulls/comments/{comment_id}`]: ['patch', 'delete'],
  [`${repository}/pulls/comments/{comment_id}/reactions`]: ['post'],
  [`${repository}/issues/{issue_number}/comments`]: ['post'],
  [`${repository}/issues/comments/{comment_id}`]: ['patch', 'delete'],
  [`${repository}/issues/comments/{comment_id}/reactions`]: ['post'],
  [`${repository}/compare/{basehead}`]: ['get'],
  [`${repository}/git/trees/{tree_sha}`]: ['get'],
  [`${repository}/git/blobs/{file_sha}`]: ['get'],
  [`${repository}/zipball/{ref}`]: ['get'],
  [`${repository}/check-runs`]: ['post'],
  [`${repository}/check-runs/{check_run_id}`]: ['patch'],
  [`${repository}/statuses/{sha}`]: ['post'],
  [`${repository}/collaborators/{username}/permission`]: ['get'],
  [`${repository}/commits/{commit_sha}/pulls`]: ['get'],
  '/app/installations/{installation_id}/access_tokens': ['post'],
  '/app/hook/deliveries': ['get'],
  '/app/hook/deliveries/{delivery_id}/attempts': ['post'],
  '/app-manifests/{code}/conversions': ['post'],
};

/** Event, and the actions of which one example each is kept: as an App gets it, where there is such a one. */
export const EVENTS = {
  pull_request: ['opened', 'synchronize', 'labeled'],
  merge_group: ['checks_requested'],
  check_run: ['rerequested'],
  check_suite: ['rerequested'],
  issue_comment: ['created'],
  workflow_run: ['completed'],
  pull_request_review_comment: ['created'],
  installation: ['created'],
  ping: [],
};
