-- One schema for SQLite and PostgreSQL; the few differences come in as placeholders.
-- Times are milliseconds since 1970 (UTC), flags are 0 or 1, names of enum constants are kept as text.
-- A text column has an origin beside it: 0 = screened words of a person, 1 = words of a catalogue.

CREATE TABLE conversation (
  id                ${id},
  channel           TEXT     NOT NULL,
  account           TEXT     NOT NULL,
  user_id           TEXT     NOT NULL,
  state             TEXT     NOT NULL,
  priority          SMALLINT NOT NULL,
  state_since       BIGINT   NOT NULL,
  assignee          TEXT,
  reason            TEXT,
  epoch             BIGINT   NOT NULL,
  version           BIGINT   NOT NULL,
  memory            TEXT     NOT NULL,
  language          TEXT     NOT NULL,
  language_hint     TEXT,
  customer_name     TEXT,
  preview           TEXT,
  preview_origin    SMALLINT NOT NULL,
  last_activity_at  BIGINT   NOT NULL,
  waiting_since     BIGINT,
  last_inbound_at   BIGINT,
  last_sent_at      BIGINT,
  unreachable       SMALLINT NOT NULL,
  next_seq          BIGINT   NOT NULL,
  pending_since     BIGINT,
  lease_owner       TEXT,
  lease_until       BIGINT,
  lease_no          BIGINT   NOT NULL,
  UNIQUE (channel, account, user_id)
);

CREATE INDEX conversation_pending ON conversation (pending_since) WHERE pending_since IS NOT NULL;
CREATE INDEX conversation_queue ON conversation (priority, state_since, id) WHERE state = 'QUEUED';
CREATE INDEX conversation_assignee ON conversation (assignee, id) WHERE assignee IS NOT NULL;
CREATE INDEX conversation_activity ON conversation (last_activity_at, id);
CREATE INDEX conversation_resolved ON conversation (state_since, id) WHERE state = 'RESOLVED';

-- Keys of events that were taken in. The unique key is what makes a redelivery harmless.
CREATE TABLE inbound_event (
  channel      TEXT   NOT NULL,
  account      TEXT   NOT NULL,
  event_key    TEXT   NOT NULL,
  received_at  BIGINT NOT NULL,
  PRIMARY KEY (channel, account, event_key)
) ${clustered};

CREATE INDEX inbound_event_age ON inbound_event (received_at);

CREATE TABLE message (
  id               ${id},
  conversation_id  BIGINT   NOT NULL REFERENCES conversation (id),
  seq              BIGINT   NOT NULL,
  at               BIGINT   NOT NULL,
  sent_at          BIGINT,
  author           TEXT     NOT NULL,
  agent            TEXT,
  kind             TEXT     NOT NULL,
  text             TEXT     NOT NULL,
  origin           SMALLINT NOT NULL,
  detail           TEXT,
  choices          TEXT,
  findings         TEXT,
  withheld         SMALLINT NOT NULL,
  edited           SMALLINT NOT NULL,
  redaction        TEXT,
  delivery         TEXT,
  platform_id      TEXT,
  client_id        TEXT,
  UNIQUE (conversation_id, seq)
);

CREATE INDEX message_platform ON message (conversation_id, platform_id) WHERE platform_id IS NOT NULL;
CREATE UNIQUE INDEX message_client ON message (conversation_id, client_id) WHERE client_id IS NOT NULL;

-- What has arrived and is not handled yet; handled rows are deleted.
CREATE TABLE inbox (
  id               ${id},
  conversation_id  BIGINT NOT NULL REFERENCES conversation (id),
  kind             TEXT   NOT NULL,
  message_id       BIGINT REFERENCES message (id),
  event_key        TEXT,
  happened_at      BIGINT NOT NULL
);

CREATE INDEX inbox_line ON inbox (conversation_id, id);
CREATE INDEX inbox_message ON inbox (message_id) WHERE message_id IS NOT NULL;

-- What has to leave; sent rows are deleted. Only the first row of a conversation has a next_attempt_at.
CREATE TABLE outbox (
  id               ${id},
  conversation_id  BIGINT   NOT NULL REFERENCES conversation (id),
  place            BIGINT   NOT NULL,
  channel          TEXT     NOT NULL,
  account          TEXT     NOT NULL,
  user_id          TEXT     NOT NULL,
  kind             TEXT     NOT NULL,
  text             TEXT,
  origin           SMALLINT NOT NULL,
  payload          TEXT     NOT NULL,
  epoch            BIGINT   NOT NULL,
  message_id       BIGINT REFERENCES message (id),
  last_part        SMALLINT NOT NULL,
  state            TEXT     NOT NULL,
  attempts         INTEGER  NOT NULL,
  uncertain        INTEGER  NOT NULL,
  next_attempt_at  BIGINT,
  owner            TEXT,
  lease_until      BIGINT,
  created_at       BIGINT   NOT NULL,
  cause            TEXT,
  platform_code    INTEGER
);

CREATE INDEX outbox_due ON outbox (channel, account, next_attempt_at, id)
  WHERE state = 'OPEN' AND next_attempt_at IS NOT NULL;
CREATE INDEX outbox_line ON outbox (conversation_id, place, id) WHERE state <> 'DEAD';
CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'SENDING';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'DEAD';

CREATE TABLE episode (
  id               ${id},
  conversation_id  BIGINT   NOT NULL REFERENCES conversation (id),
  reason           TEXT     NOT NULL,
  priority         SMALLINT NOT NULL,
  language         TEXT     NOT NULL,
  topic            TEXT,
  enqueued_at      BIGINT   NOT NULL,
  claimed_at       BIGINT,
  assignee         TEXT,
  returns          INTEGER  NOT NULL,
  closed_at        BIGINT,
  outcome          TEXT,
  rating           SMALLINT
);

CREATE UNIQUE INDEX episode_open ON episode (conversation_id) WHERE closed_at IS NULL;
CREATE INDEX episode_conversation ON episode (conversation_id, id);
CREATE INDEX episode_claims ON episode (language, claimed_at) WHERE claimed_at IS NOT NULL;

CREATE TABLE desk_event (
  id               ${id},
  conversation_id  BIGINT NOT NULL,
  kind             TEXT   NOT NULL,
  at               BIGINT NOT NULL
);

CREATE INDEX desk_event_age ON desk_event (at);

CREATE TABLE agent (
  id                  TEXT     NOT NULL PRIMARY KEY,
  public_name         TEXT     NOT NULL,
  name_origin         SMALLINT NOT NULL,
  role                TEXT     NOT NULL,
  languages           TEXT     NOT NULL,
  interface_language  TEXT     NOT NULL,
  disabled            SMALLINT NOT NULL,
  password            TEXT,
  present_until       BIGINT
);

CREATE TABLE sign_in_token (
  hash         TEXT   NOT NULL PRIMARY KEY,
  agent        TEXT   NOT NULL REFERENCES agent (id),
  valid_until  BIGINT NOT NULL
);

CREATE TABLE agent_session (
  hash            TEXT   NOT NULL PRIMARY KEY,
  agent           TEXT   NOT NULL REFERENCES agent (id),
  opened_at       BIGINT NOT NULL,
  used_at         BIGINT NOT NULL,
  idle_millis     BIGINT NOT NULL,
  absolute_until  BIGINT NOT NULL
);

CREATE INDEX agent_session_agent ON agent_session (agent);

CREATE TABLE support_case (
  number      TEXT   NOT NULL PRIMARY KEY,
  owner       TEXT   NOT NULL,
  status      TEXT   NOT NULL,
  updated_at  BIGINT NOT NULL
);

CREATE TABLE lookup_failure (
  id       ${id},
  channel  TEXT   NOT NULL,
  account  TEXT   NOT NULL,
  user_id  TEXT   NOT NULL,
  number   TEXT   NOT NULL,
  at       BIGINT NOT NULL
);

CREATE INDEX lookup_failure_person ON lookup_failure (channel, account, user_id, at);
CREATE INDEX lookup_failure_case ON lookup_failure (number, at);

CREATE TABLE faq_count (
  day       BIGINT NOT NULL,
  topic     TEXT   NOT NULL,
  language  TEXT   NOT NULL,
  signal    TEXT   NOT NULL,
  count     BIGINT NOT NULL,
  PRIMARY KEY (day, topic, language, signal)
) ${clustered};

CREATE TABLE faq_miss (
  id         ${id},
  question   TEXT   NOT NULL,
  language   TEXT   NOT NULL,
  count      BIGINT NOT NULL,
  last_seen  BIGINT NOT NULL,
  UNIQUE (question, language)
);

CREATE TABLE audit (
  id               ${id},
  at               BIGINT NOT NULL,
  action           TEXT   NOT NULL,
  agent            TEXT,
  conversation_id  BIGINT,
  state_before     TEXT,
  state_after      TEXT
);

CREATE INDEX audit_age ON audit (at);
