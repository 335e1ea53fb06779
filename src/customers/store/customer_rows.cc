#include "customers/store/customer_rows.h"

#include <algorithm>
#include <cstdint>

namespace callwright::customers::store {
namespace {

// One answer for a whole customer: its own row and those of its parts, told apart by `kind`.
enum class Part : std::uint8_t { Person, Phone, Email, Address };

constexpr std::string_view one_customer =
    "SELECT customer_id, 0 AS kind, 0 AS place, name, notes, '', '', '' FROM customers "
    "WHERE tenant_id = ? AND customer_id = ? "
    "UNION ALL SELECT customer_id, 1, place, phone, '', '', '', '' FROM customer_phones "
    "WHERE tenant_id = ? AND customer_id = ? "
    "UNION ALL SELECT customer_id, 2, place, email, '', '', '', '' FROM customer_emails "
    "WHERE tenant_id = ? AND customer_id = ? "
    "UNION ALL SELECT customer_id, 3, -place, street, unit, city, state, zip "
    "FROM customer_addresses WHERE tenant_id = ? AND customer_id = ? "
    "ORDER BY 2, 3";

constexpr std::string_view every_customer =
    "SELECT customer_id, 0 AS kind, 0 AS place, name, notes, '', '', '' FROM customers "
    "WHERE tenant_id = ? "
    "UNION ALL SELECT customer_id, 1, place, phone, '', '', '', '' FROM customer_phones "
    "WHERE tenant_id = ? "
    "UNION ALL SELECT customer_id, 2, place, email, '', '', '', '' FROM customer_emails "
    "WHERE tenant_id = ? "
    "UNION ALL SELECT customer_id, 3, -place, street, unit, city, state, zip "
    "FROM customer_addresses WHERE tenant_id = ? "
    "ORDER BY 1, 2, 3";

// Rows come customer by customer, the person first.
std::vector<Customer> assembled(const db::Rows& rows) {
  std::vector<Customer> customers;
  for (const db::Row& row : rows) {
    switch (static_cast<Part>(row.integer(1))) {
      case Part::Person:
        customers.push_back(
            {.id = row.id<CustomerId>(0), .name = row.text(3), .notes = row.text(4)});
        break;
      case Part::Phone:
        customers.back().phones.push_back(row.phone_number(3));
        break;
      case Part::Email:
        customers.back().emails.push_back(row.text(3));
        break;
      case Part::Address:
        customers.back().addresses.push_back({.street = row.text(3),
                                              .unit = row.text(4),
                                              .city = row.text(5),
                                              .state = row.text(6),
                                              .zip = row.text(7)});
        break;
    }
  }
  return customers;
}

Result<void> add_phones(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                        std::size_t from) {
  for (std::size_t i = from; i < customer.phones.size(); ++i) {
    TRY(
        tx.execute("INSERT INTO customer_phones (tenant_id, phone, customer_id, place) "
                   "VALUES (?, ?, ?, ?)",
                   tenant, customer.phones[i], customer.id, i));
  }
  return {};
}

Result<void> add_emails(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                        std::size_t from) {
  for (std::size_t i = from; i < customer.emails.size(); ++i) {
    TRY(
        tx.execute("INSERT INTO customer_emails (tenant_id, email, customer_id, place) "
                   "VALUES (?, ?, ?, ?)",
                   tenant, customer.emails[i], customer.id, i));
  }
  return {};
}

// The first address gets the highest place.
Result<void> put_addresses(db::Transaction& tx, const TenantId& tenant, const Customer& customer) {
  for (std::size_t i = 0; i < customer.addresses.size(); ++i) {
    const Address& address = customer.addresses[i];
    const std::size_t place = customer.addresses.size() - i;
    TRY(
        tx.execute("INSERT INTO customer_addresses (tenant_id, customer_id, address_key, street, "
                   "unit, city, state, zip, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (tenant_id, customer_id, address_key) "
                   "DO UPDATE SET place = excluded.place",
                   tenant, customer.id, address_key(address), address.street, address.unit,
                   address.city, address.state, address.zip, place));
  }
  return {};
}

}  // namespace

Result<std::optional<CustomerId>> id_by_phone(db::Transaction& tx, const TenantId& tenant,
                                              const PhoneNumber& phone) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT customer_id FROM customer_phones "
                                          "WHERE tenant_id = ? AND phone = ?",
                                          tenant, phone));
  if (!row) return std::nullopt;
  return row->id<CustomerId>(0);
}

Result<std::optional<CustomerId>> id_by_email(db::Transaction& tx, const TenantId& tenant,
                                              const std::string& email) {
  TRY_ASSIGN(const auto row, tx.query_one("SELECT customer_id FROM customer_emails "
                                          "WHERE tenant_id = ? AND email = ?",
                                          tenant, email));
  if (!row) return std::nullopt;
  return row->id<CustomerId>(0);
}

Result<std::optional<Customer>> find(db::Transaction& tx, const TenantId& tenant,
                                     const CustomerId& id) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query(one_customer, tenant, id, tenant, id, tenant, id, tenant, id));
  if (rows.empty()) return std::nullopt;
  return std::move(assembled(rows).front());
}

Result<std::vector<Customer>> all(db::Transaction& tx, const TenantId& tenant) {
  TRY_ASSIGN(const db::Rows rows, tx.query(every_customer, tenant, tenant, tenant, tenant));
  return assembled(rows);
}

Result<void> insert(db::Transaction& tx, const TenantId& tenant, const Customer& customer,
                    Instant created_at) {
  TRY(
      tx.execute("INSERT INTO customers (tenant_id, customer_id, name, notes, created_at) "
                 "VALUES (?, ?, ?, ?, ?)",
                 tenant, customer.id, customer.name, customer.notes, created_at));
  TRY(add_phones(tx, tenant, customer, 0));
  TRY(add_emails(tx, tenant, customer, 0));
  return put_addresses(tx, tenant, customer);
}

Result<void> update(db::Transaction& tx, const TenantId& tenant, const Customer& before,
                    const Customer& after) {
  if (before.name != after.name || before.notes != after.notes) {
    TRY(
        tx.execute("UPDATE customers SET name = ?, notes = ? "
                   "WHERE tenant_id = ? AND customer_id = ?",
                   after.name, after.notes, tenant, after.id));
  }
  TRY(add_phones(tx, tenant, after, before.phones.size()));
  TRY(add_emails(tx, tenant, after, before.emails.size()));
  if (before.addresses != after.addresses) TRY(put_addresses(tx, tenant, after));
  return {};
}

}  // namespace callwright::customers::store
