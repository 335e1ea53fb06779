-- The record of every change. An entry's hash covers the one before it in its tenant, so that an edit, a
-- removal or a swap is found. Before and after may name a person: the chain covers a salted commitment to
-- them instead of their text, so that they and the salt can be erased and the chain still proves the rest.
CREATE TABLE audit_entries (
  tenant_id   TEXT   NOT NULL,
  number      BIGINT NOT NULL,  -- 1 and up without gaps, counted by audit_heads.
  at          BIGINT NOT NULL,
  actor       TEXT   NOT NULL,
  action      TEXT   NOT NULL,
  object      TEXT   NOT NULL,
  correlation TEXT   NOT NULL,
  details     TEXT,             -- {"before": ..., "after": ...}; null once erased.
  salt        TEXT,             -- Null once erased.
  commitment  TEXT   NOT NULL,  -- SHA-256 of salt and details, hex.
  hash        TEXT   NOT NULL,  -- SHA-256 of the previous hash and this entry, hex.
  PRIMARY KEY (tenant_id, number)
);

-- One row per tenant: the writer that holds it is the only one that may add an entry.
CREATE TABLE audit_heads (
  tenant_id TEXT   NOT NULL,
  number    BIGINT NOT NULL,
  hash      TEXT   NOT NULL,  -- Of the entry with that number.
  PRIMARY KEY (tenant_id)
) /* sqlite: WITHOUT ROWID */;
