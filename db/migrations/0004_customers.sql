CREATE TABLE customers (
  tenant_id   TEXT   NOT NULL,
  customer_id TEXT   NOT NULL,
  name        TEXT   NOT NULL,  -- Empty while unknown.
  notes       TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, customer_id)
);

-- A number or an e-mail address leads to one customer of a tenant, so that a person is found again.
CREATE TABLE customer_phones (
  tenant_id   TEXT   NOT NULL,
  phone       TEXT   NOT NULL,  -- E.164
  customer_id TEXT   NOT NULL,
  place       BIGINT NOT NULL,  -- Order in which the customer's numbers became known.
  PRIMARY KEY (tenant_id, phone),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, customer_id)
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX customer_phones_by_customer ON customer_phones (tenant_id, customer_id, place);

CREATE TABLE customer_emails (
  tenant_id   TEXT   NOT NULL,
  email       TEXT   NOT NULL,  -- Lower case.
  customer_id TEXT   NOT NULL,
  place       BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, email),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, customer_id)
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX customer_emails_by_customer ON customer_emails (tenant_id, customer_id, place);

CREATE TABLE customer_addresses (
  tenant_id   TEXT   NOT NULL,
  customer_id TEXT   NOT NULL,
  address_key TEXT   NOT NULL,  -- Equal for addresses that differ only in case, spaces or punctuation.
  street      TEXT   NOT NULL,
  unit        TEXT   NOT NULL,
  city        TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  zip         TEXT   NOT NULL,
  place       BIGINT NOT NULL,  -- The highest was used last.
  PRIMARY KEY (tenant_id, customer_id, address_key),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, customer_id)
) /* sqlite: WITHOUT ROWID */;
