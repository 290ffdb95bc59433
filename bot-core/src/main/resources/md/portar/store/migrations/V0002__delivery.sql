-- What the delivery rules and the dead letter need to know.

-- Failures of the message itself; an outage of the platform is not one.
ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN buried_at BIGINT;

-- Why an outbound message failed, and how often it was sent again after the platform had taken it and then failed.
ALTER TABLE message ADD COLUMN failure TEXT;
ALTER TABLE message ADD COLUMN resends INTEGER NOT NULL DEFAULT 0;

