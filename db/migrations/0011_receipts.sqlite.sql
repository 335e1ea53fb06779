-- Receipts come in no order of their keys. With rows in the order of their coming only the keys are written
-- here and there, and a page holds many of those.
CREATE TABLE receipts_in_order (
  tenant_id   TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  natural_key TEXT   NOT NULL,
  token       TEXT   NOT NULL,  -- The sender's retry token; empty when there is none.
  response    TEXT   NOT NULL,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, source, natural_key)
);
INSERT INTO receipts_in_order (tenant_id, source, natural_key, token, response, received_at)
  SELECT tenant_id, source, natural_key, token, response, received_at FROM webhook_receipts
  ORDER BY received_at;
DROP TABLE webhook_receipts;
ALTER TABLE receipts_in_order RENAME TO webhook_receipts;
CREATE UNIQUE INDEX webhook_receipts_by_token ON webhook_receipts (tenant_id, source, token)
  WHERE token <> '';
CREATE INDEX webhook_receipts_by_age ON webhook_receipts (received_at);

-- No question asks for it, and every turn moves a conversation in it.
DROP INDEX conversations_open_idle;
