-- Who asked to be told when a case changes, and what he was told last.
CREATE TABLE case_watch (
  number           TEXT   NOT NULL,
  conversation_id  BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  owner            TEXT   NOT NULL,
  told             TEXT   NOT NULL,
  since            BIGINT NOT NULL,
  PRIMARY KEY (number, conversation_id)
) ${clustered};

CREATE INDEX case_watch_age ON case_watch (since);

-- How many notices somebody in the line was given, and what the last one said.
CREATE TABLE queue_notice (
  episode_id  BIGINT  NOT NULL PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
  given       INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  wait        TEXT    NOT NULL
);
