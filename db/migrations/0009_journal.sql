-- What happened to a conversation, event by event, so that it can be played again. Written in the commit of
-- the event itself, forgotten by the job journal.forget.
CREATE TABLE journal_entries (
  tenant_id     TEXT   NOT NULL,
  correlation   TEXT   NOT NULL,
  entry_id      TEXT   NOT NULL,  -- Sorts by time.
  at            BIGINT NOT NULL,  -- When the event came: the time that stands still in it.
  name          TEXT   NOT NULL,
  run           TEXT   NOT NULL,  -- The same for the events of one run of a job; else empty.
  settings_hash TEXT   NOT NULL,
  input         TEXT   NOT NULL,  -- JSON. Payment and identity numbers are blanked.
  notes         TEXT   NOT NULL,  -- What was drawn, asked and answered; see platform/journal.
  PRIMARY KEY (tenant_id, correlation, entry_id)
);
CREATE INDEX journal_entries_by_age ON journal_entries (tenant_id, at);

-- Every version of a tenant's settings: an old call is explained by the settings it met.
CREATE TABLE tenant_settings (
  tenant_id     TEXT   NOT NULL,
  settings_hash TEXT   NOT NULL,
  settings      TEXT   NOT NULL,
  since         BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, settings_hash)
);
INSERT INTO tenant_settings (tenant_id, settings_hash, settings, since)
  SELECT tenant_id, settings_hash, settings, updated_at FROM tenants;
