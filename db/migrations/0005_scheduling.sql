-- Visits. What the customer was promised is visit_begin to visit_end; the technician is blocked from
-- blocks_begin to blocks_end, buffers included.
CREATE TABLE appointments (
  tenant_id      TEXT   NOT NULL,
  appointment_id TEXT   NOT NULL,
  request_key    TEXT   NOT NULL,  -- Of the request that made it: the same request makes no second visit.
  customer_id    TEXT   NOT NULL,
  name           TEXT   NOT NULL,
  phone          TEXT,
  street         TEXT   NOT NULL,
  unit           TEXT   NOT NULL,
  city           TEXT   NOT NULL,
  state          TEXT   NOT NULL,
  zip            TEXT   NOT NULL,
  service_id     TEXT   NOT NULL,
  technician_id  TEXT   NOT NULL,
  visit_begin    BIGINT NOT NULL,
  visit_end      BIGINT NOT NULL,
  blocks_begin   BIGINT NOT NULL,
  blocks_end     BIGINT NOT NULL,
  status         TEXT   NOT NULL,
  live           BIGINT NOT NULL,  -- 1 while the status holds the technician's time, else 0.
  emergency      BIGINT NOT NULL,
  notes          TEXT   NOT NULL,
  created_at     BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, appointment_id),
  UNIQUE (tenant_id, request_key),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, customer_id),
  CHECK (visit_begin < visit_end),
  CHECK (blocks_begin <= visit_begin AND visit_end <= blocks_end)
);

-- What is taken in a window is read from this index alone.
CREATE INDEX appointments_live ON appointments (tenant_id, blocks_begin, blocks_end, technician_id)
  WHERE live = 1;
CREATE INDEX appointments_by_begin ON appointments (tenant_id, visit_begin);
CREATE INDEX appointments_by_customer ON appointments (tenant_id, customer_id, visit_begin);

-- A technician's time, a row for each five minutes that are promised. The primary key is what makes a double
-- booking impossible, on every engine and by every path.
CREATE TABLE occupancy (
  tenant_id      TEXT   NOT NULL,
  technician_id  TEXT   NOT NULL,
  bucket         BIGINT NOT NULL,  -- Five-minute steps since 1970, UTC.
  appointment_id TEXT   NOT NULL,
  PRIMARY KEY (tenant_id, technician_id, bucket)
) /* sqlite: WITHOUT ROWID */;
