-- What several nodes on one database need of each other.

-- Nodes that live. A row goes when its lease has ended, and with it everything the node had claimed.
CREATE TABLE node (
  id           TEXT   NOT NULL PRIMARY KEY,
  lease_until  BIGINT NOT NULL
);

-- The time by which leases are counted. Living nodes move it on; it stands still while nobody does, and knows no wall clock.
CREATE TABLE lease_time (
  id  SMALLINT NOT NULL PRIMARY KEY,
  at  BIGINT   NOT NULL
);

INSERT INTO lease_time (id, at) VALUES (1, 0);

-- What a platform asked of an account binds all nodes; in lease time.
CREATE TABLE account_rest (
  channel      TEXT   NOT NULL,
  account      TEXT   NOT NULL,
  until_lease  BIGINT NOT NULL,
  PRIMARY KEY (channel, account)
) ${clustered};

-- Where several nodes write, events are committed in another order than they were added in; their place among the committed
-- ones is given afterwards.
ALTER TABLE desk_event ADD COLUMN number BIGINT;

CREATE INDEX desk_event_number ON desk_event (number) WHERE number IS NOT NULL;
CREATE INDEX desk_event_new ON desk_event (id) WHERE number IS NULL;

CREATE TABLE desk_event_count (
  id    SMALLINT NOT NULL PRIMARY KEY,
  last  BIGINT   NOT NULL
);

INSERT INTO desk_event_count (id, last) VALUES (1, 0);

-- Receipts that came before we knew what they are for.
CREATE TABLE early_receipt (
  conversation_id  BIGINT NOT NULL REFERENCES conversation (id),
  reference        TEXT   NOT NULL,
  delivery         TEXT   NOT NULL,
  failure          TEXT,
  at               BIGINT NOT NULL,
  PRIMARY KEY (conversation_id, reference)
) ${clustered};

CREATE INDEX early_receipt_age ON early_receipt (at);
