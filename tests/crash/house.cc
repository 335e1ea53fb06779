#include "crash/house.h"

#include <algorithm>
#include <array>
#include <set>

#include "providers/twilio/signature.h"
#include "server/commands/ready_tenant.h"

namespace callwright::crash {
namespace {

using notifications::HandOver;

constexpr Instant thursday_afternoon{Milliseconds(1'780'000'000'000)};
constexpr const char* business = "+15550100100";
constexpr const char* business_slug = "prairie-plumbing";
constexpr int deliveries_max = 5;
// A call is closed half an hour after it began at the latest.
constexpr Milliseconds everything_ends{60 * 60'000};

// The rows a path leaves behind, without ids and times. Attempts and copies differ with the trouble
// that was met on the way, and so does what the carrier could tell of a text that went.
constexpr auto traces_sql = std::to_array<const char*>({
    "SELECT json_array(name, phone, technician_id, visit_begin, visit_end, status, live) "
    "FROM appointments",
    "SELECT json_array(technician_id, bucket) FROM occupancy",
    "SELECT json_array(channel, person, outcome, turn, emergency, ended_at IS NULL) "
    "FROM conversations",
    "SELECT json_array(channel, t.turn, heard, said) "
    "FROM turns t JOIN conversations USING (conversation_id)",
    "SELECT json_array(state, carrier_status) FROM calls",
    "SELECT json_array(recipient, role, channel, kind, body, withdrawn, CASE WHEN status IN "
    "('accepted', 'sent', 'delivered') THEN 'went' ELSE status END) FROM messages",
    "SELECT json_array(number, consent) FROM consents",
    "SELECT json_array(actor, action) FROM audit_entries",
    "SELECT json_array(phone, reason, priority, status) FROM callbacks",
    "SELECT json_array(state, hazard, caller, address) FROM alerts",
    "SELECT json_array(name, phone) FROM customers JOIN customer_phones USING (customer_id)",
    "SELECT json_array(kind, finished_at IS NULL, parked_at IS NULL) FROM jobs",
    "SELECT json_array(source, response) FROM webhook_receipts WHERE source <> 'twilio.sms_status'",
});

http::ClientRequest request_for(const harness::Account& account, const harness::Webhook& webhook) {
  http::ClientRequest request{.method = "POST",
                              .url = account.public_url + webhook.target,
                              .body = http::encode_form(webhook.form)};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  request.headers.add("X-Twilio-Signature",
                      providers::twilio::sign(account.token, request.url, webhook.form));
  request.headers.add("I-Twilio-Idempotency-Token", webhook.token);
  return request;
}

harness::Account account_of(const providers::sandbox::SandboxSettings& carrier) {
  return {.sid = carrier.account_sid,
          .token = carrier.auth_token,
          .public_url = carrier.public_base_url};
}

db::SqliteSettings on_disk(const sim::SimDisk& disk) {
  return {.path = "callwright.db", .single_threaded = true, .vfs = disk.vfs()};
}
db::SqliteSettings in_file(const std::string& file) {
  return {.path = file, .single_threaded = true};
}

server::RehearsalSettings settings_of(const db::SqliteSettings& database, std::uint64_t seed) {
  return {.now = thursday_afternoon, .seed = seed, .seams = {.open_database = [database] {
                                                     return db::open_sqlite(database);
                                                   }}};
}

void furnish_database(const db::SqliteSettings& database) {
  auto rehearsal = server::Rehearsal::make(settings_of(database, 1));
  ASSERT(rehearsal);
  const auto tenant = (*rehearsal)->apply_tenant(server::ready_tenant());
  ASSERT(tenant);
}

// The disk outlives whatever is delivered.
Task<http::ClientResult> answer_unless_stopped(const sim::SimDisk* disk,
                                               Task<http::ClientResult> delivering) {
  http::ClientResult answer = co_await std::move(delivering);
  if (disk->has_stopped()) {
    co_return std::unexpected(http::ClientError{http::SendFailure::Ambiguous, "the line broke"});
  }
  co_return answer;
}

// Ids are drawn anew after trouble: "cnv_01ksr49200xvxk4nay73gc6j3q" becomes "cnv_".
std::string without_ids(std::string text) {
  constexpr std::size_t id_characters = 26;
  for (std::size_t at = text.find('_'); at != std::string::npos; at = text.find('_', at + 1)) {
    const auto is_of_id = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    const auto end = std::ranges::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                              text.end(), is_of_id);
    const auto length = static_cast<std::size_t>(end - text.begin()) - at - 1;
    if (length == id_characters) text.erase(at + 1, length);
  }
  return text;
}

std::string sorted_lines(const db::Rows& rows) {
  std::multiset<std::string> lines;
  for (const db::Row& row : rows) lines.insert(without_ids(row.text(0)) + "\n");
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

}  // namespace

// Nothing leaves a machine that has stopped.
class House::Wire final : public notifications::SmsSender,
                          public notifications::CallPlacer,
                          public notifications::MailSender {
 public:
  explicit Wire(const sim::SimDisk& disk) : disk_(disk) {}

  notifications::Network in_front_of(const notifications::Network& network) {
    network_.emplace(network);
    return {.sms = *this, .calls = *this, .mail = *this};
  }

  Task<HandOver> send(notifications::OutboundSms sms) override {
    if (disk_.has_stopped()) return gone();
    return network_->sms.send(std::move(sms));
  }
  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms sms,
                                                   Instant since) override {
    return network_->sms.look_up(std::move(sms), since);
  }
  Task<HandOver> place(notifications::OutboundCall call) override {
    if (disk_.has_stopped()) return gone();
    return network_->calls.place(std::move(call));
  }
  Task<HandOver> send(notifications::OutboundMail mail) override {
    if (disk_.has_stopped()) return gone();
    return network_->mail.send(std::move(mail));
  }

 private:
  static Task<HandOver> gone() { co_return notifications::PerhapsHandedOver{"no machine"}; }

  const sim::SimDisk& disk_;
  std::optional<notifications::Network> network_;
};

void furnish(sim::SimDisk& disk) {
  furnish_database(on_disk(disk));
}
void furnish(const std::string& file) {
  furnish_database(in_file(file));
}

House::House(const sim::SimDisk& furnished, std::uint64_t seed)
    : disk_(seed), account_(account_of({})), call_(account_, 1, business) {
  disk_.copy_files_from(furnished);
  open(on_disk(disk_), seed);
}

House::House(const std::string& furnished_file)
    : disk_(1), account_(account_of({})), call_(account_, 1, business) {
  open(in_file(furnished_file), 1);
}

void House::open(const db::SqliteSettings& database, std::uint64_t seed) {
  wire_ = std::make_unique<Wire>(disk_);
  server::RehearsalSettings settings = settings_of(database, seed);
  settings.seams.in_front_of_network = [this](const notifications::Network& network) {
    return wire_->in_front_of(network);
  };
  // A machine that has stopped says nothing: the carrier hears the line break.
  settings.seams.in_front_of_webhooks = [this](providers::sandbox::Deliver deliver) {
    return [this, deliver = std::move(deliver)](http::ClientRequest request) {
      return answer_unless_stopped(&disk_, deliver(std::move(request)));
    };
  };
  auto rehearsal = server::Rehearsal::make(settings);
  ASSERT(rehearsal);
  rehearsal_ = *std::move(rehearsal);
}

House::~House() = default;

void House::return_by(Return way, sim::Losses losses) {
  way_ = way;
  losses_ = losses;
}

void House::take(const std::vector<Step>& steps) {
  using enum Step::Kind;
  for (const Step& step : steps) {
    switch (step.kind) {
      case Ring:
        deliver(call_.arrive(), true);
        break;
      case Say:
        deliver(call_.say(step.words.empty() ? call_.spoken_answer({}) : step.words), true);
        break;
      case HangUp:
        deliver(call_.hang_up(), false);
        break;
      case Text:
        ++texts_;
        deliver(harness::text_webhook(account_, texts_, harness::person_number(2), business,
                                      step.words),
                false);
        break;
      case Settle:
        settle();
        break;
    }
  }
}

std::optional<harness::Answer> House::knock(const harness::Webhook& webhook) {
  const auto answered = rehearsal_->run(
      providers::sandbox::deliver_to(rehearsal_->product().router)(request_for(account_, webhook)));
  if (disk_.has_stopped() || !answered) return std::nullopt;
  return harness::Answer{.status = answered->status, .body = answered->body};
}

void House::deliver(const harness::Webhook& webhook, bool is_heard) {
  for (int delivery = 0; delivery < deliveries_max; ++delivery) {
    const std::optional<harness::Answer> answer = knock(webhook);
    if (!answer) {
      start_again(way_, losses_);
      power_will_go_ = way_ == Return::KillThenPowerLoss;
    } else if (answer->status == 200 && !harness::is_apology(answer->status, answer->body)) {
      if (is_heard) call_.hear(answer->status, answer->body);
      answered_.push_back({.webhook = webhook, .answer = answer->body});
      if (std::exchange(power_will_go_, false)) start_again(Return::PowerLoss, {.dropped = 1});
      return;
    }
    ++deliveries_repeated_;
  }
  complain("a webhook is not answered: " + webhook.target);
}

void House::settle() {
  rehearsal_->settle();
  if (!disk_.has_stopped()) return;
  start_again(way_, losses_);
  rehearsal_->settle();
}

void House::rest() {
  rehearsal_->advance(everything_ends);
  if (disk_.has_stopped()) {
    start_again(way_, losses_);
    rehearsal_->advance(everything_ends);
  }
  look_through();
}

void House::start_again(Return way, const sim::Losses& losses) {
  ++starts_;
  // A machine that dies closes none of its files.
  disk_.stop_before_change(0);
  const Result<void> started = rehearsal_->restart_machine([&] {
    way == Return::PowerLoss ? disk_.restart_after_power_loss(losses) : disk_.restart_after_kill();
  });
  if (!started) {
    complain("the house does not open again: " + started.error().message);
    ASSERT(started);
  }
  look_through();
}

void House::look_through() {
  // Before it is delivered again, which would make up for what is lost.
  const Result<std::int64_t> receipts = count_receipts();
  if (!receipts || *receipts < static_cast<std::int64_t>(answered_.size())) {
    complain("the receipts of what was answered are lost");
  }
  for (const Answered& each : answered_) {
    const auto again = knock(each.webhook);
    if (!again || again->body != each.answer) {
      complain("what was answered is forgotten: " + each.webhook.target + "\n  was " + each.answer +
               "\n  now " + (again ? again->body : "nothing"));
    }
  }
  const Result<std::string> faults = find_faults();
  if (!faults) complain("the house cannot be looked through: " + faults.error().message);
  if (faults && !faults->empty()) complain(*faults);
}

Result<std::int64_t> House::count_receipts() {
  return rehearsal_->product().world.database.read([](db::Transaction& tx) -> Result<std::int64_t> {
    TRY_ASSIGN(const auto row,
               tx.query_one("SELECT COUNT(*) FROM webhook_receipts WHERE token <> ''"));
    return row->integer(0);
  });
}

Result<std::string> House::find_faults() {
  server::Product& product = rehearsal_->product();
  return product.world.database.read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto verdict, tx.query_one("SELECT * FROM pragma_integrity_check"));
    if (verdict->text(0) != "ok") return "the file is broken: " + verdict->text(0);
    TRY_ASSIGN(const auto tenant, product.directory.by_slug(tx, business_slug));
    TRY_ASSIGN(const std::string broken, product.audit.verify(tx, tenant->id));
    if (!broken.empty()) return "the record of changes is broken: " + broken;
    // A visit without its time, time without its visit, a reply without its turn, a text without
    // its job: the halves of what is written together.
    TRY_ASSIGN(
        const auto halves,
        tx.query_one(
            "SELECT (SELECT COUNT(*) FROM appointments a WHERE live = 1 AND "
            "         (blocks_end - blocks_begin) / 300000 <> (SELECT COUNT(*) FROM occupancy o "
            "          WHERE o.appointment_id = a.appointment_id)), "
            "       (SELECT COUNT(*) FROM occupancy o WHERE NOT EXISTS (SELECT 1 FROM "
            "          appointments a WHERE a.appointment_id = o.appointment_id AND live = 1)), "
            "       (SELECT COUNT(*) FROM appointments a WHERE NOT EXISTS (SELECT 1 FROM "
            "          audit_entries e WHERE e.object = a.appointment_id)), "
            "       (SELECT COUNT(*) FROM messages m WHERE status = 'queued' AND NOT EXISTS ("
            "          SELECT 1 FROM jobs j WHERE j.payload = m.message_id))"));
    for (std::size_t i = 0; i < halves->size(); ++i) {
      if (halves->integer(i) != 0)
        return "half of something is there, of kind " + std::to_string(i);
    }
    return std::string();
  });
}

void House::fill_log(std::size_t pages) {
  constexpr std::size_t page_bytes = 4'096;
  constexpr std::size_t header_bytes = 24;
  constexpr std::size_t pages_around = 5;  // Of the new table and the chain of its long row.
  const std::size_t there = disk_.bytes_of("callwright.db-wal") / (page_bytes + header_bytes);
  ASSERT(there + pages_around < pages);
  const std::size_t filling = (pages - there - pages_around) * (page_bytes - 4);
  const auto filled =
      rehearsal_->product().world.database.write([&](db::Transaction& tx) -> Result<void> {
        TRY(tx.execute("CREATE TABLE ballast (tenant_id TEXT NOT NULL, filling TEXT NOT NULL)"));
        TRY(tx.execute("INSERT INTO ballast (tenant_id, filling) VALUES ('ten_a', ?)",
                       std::string(filling, 'x')));
        return {};
      });
  ASSERT(filled);
}

std::string House::traces() {
  const Result<std::string> all =
      rehearsal_->product().world.database.read([](db::Transaction& tx) -> Result<std::string> {
        std::string text;
        for (const char* sql : traces_sql) {
          TRY_ASSIGN(const db::Rows rows, tx.query(sql));
          text += std::string("== ") + sql + "\n" + sorted_lines(rows);
        }
        return text;
      });
  if (!all) complain("the traces cannot be read: " + all.error().message);
  return all.value_or("");
}

std::vector<std::string> House::texts_taken() {
  std::vector<std::string> all;
  for (const auto& text : rehearsal_->carrier().texts()) {
    if (!text.inbound) all.push_back(text.to + " " + text.body);
  }
  std::ranges::sort(all);
  return all;
}

void House::complain(std::string what) {
  complaints_.push_back(std::move(what));
}

}  // namespace callwright::crash
