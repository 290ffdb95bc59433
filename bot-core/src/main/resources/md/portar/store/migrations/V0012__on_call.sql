-- What those on call have to be told of requests for protection. Settled notices have no time for a next attempt.
CREATE TABLE on_call_notice (
  episode_id       BIGINT   NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
  concern          TEXT     NOT NULL,
  notice_key       TEXT     NOT NULL,
  conversation_id  BIGINT   NOT NULL REFERENCES conversation (id),
  language         TEXT     NOT NULL,
  state            TEXT     NOT NULL,
  attempts         INTEGER  NOT NULL,
  result           TEXT,
  status           INTEGER,
  next_attempt_at  BIGINT,
  created_at       BIGINT   NOT NULL,
  settled_at       BIGINT,
  PRIMARY KEY (episode_id, concern)
) ${clustered};

CREATE UNIQUE INDEX on_call_notice_key ON on_call_notice (notice_key);
CREATE INDEX on_call_notice_due ON on_call_notice (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX on_call_notice_age ON on_call_notice (created_at);
