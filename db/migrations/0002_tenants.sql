-- Who our customers are. The settings are one canonical JSON document: a tenant is read and replaced whole.
CREATE TABLE tenants (
  tenant_id     TEXT   NOT NULL,
  slug          TEXT   NOT NULL,
  settings      TEXT   NOT NULL,
  settings_hash TEXT   NOT NULL,  -- SHA-256 of the settings, hex. Tells a process that what it keeps is stale.
  updated_at    BIGINT NOT NULL,
  PRIMARY KEY (tenant_id)
);

-- Reference tables: the only keys that are unique across tenants.
CREATE TABLE tenant_slugs (
  slug      TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  PRIMARY KEY (slug)
) /* sqlite: WITHOUT ROWID */;

CREATE TABLE tenant_numbers (
  number    TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  PRIMARY KEY (number)
) /* sqlite: WITHOUT ROWID */;

CREATE INDEX tenant_numbers_by_tenant ON tenant_numbers (tenant_id, number);
