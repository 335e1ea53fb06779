-- An emergency that a human has to take, and how far up the ladder it is.
CREATE TABLE alerts (
  tenant_id       TEXT   NOT NULL,
  alert_id        TEXT   NOT NULL,
  conversation_id TEXT   NOT NULL,
  correlation     TEXT   NOT NULL,
  state           TEXT   NOT NULL,
  hazard          TEXT   NOT NULL,
  caller          TEXT,             -- E.164; null when withheld.
  address         TEXT   NOT NULL,
  words           TEXT   NOT NULL,
  raised_at       BIGINT NOT NULL,
  changed_at      BIGINT NOT NULL,  -- When the facts became what they are.
  rungs_climbed   BIGINT NOT NULL,
  last_climbed_at BIGINT NOT NULL,
  operator_told   BIGINT NOT NULL,  -- 1: the operator knows that nothing was accepted in time.
  taken_by        TEXT   NOT NULL,  -- The actor who acknowledged; empty before.
  taken_at        BIGINT,
  PRIMARY KEY (tenant_id, alert_id),
  UNIQUE (tenant_id, conversation_id)
);
CREATE INDEX alerts_by_caller ON alerts (tenant_id, caller, raised_at);
CREATE INDEX alerts_by_time ON alerts (tenant_id, raised_at);

-- Whom an alert was sent to, by which message.
CREATE TABLE alert_notices (
  tenant_id  TEXT   NOT NULL,
  alert_id   TEXT   NOT NULL,
  message_id TEXT   NOT NULL,
  at         BIGINT NOT NULL,
  rung       BIGINT NOT NULL,
  role       TEXT   NOT NULL,
  channel    TEXT   NOT NULL,
  recipient  TEXT   NOT NULL,
  PRIMARY KEY (tenant_id, alert_id, message_id),
  FOREIGN KEY (tenant_id, alert_id) REFERENCES alerts (tenant_id, alert_id)
);
CREATE UNIQUE INDEX alert_notices_by_message ON alert_notices (tenant_id, message_id);
