#include "tenants/tenant_settings.h"

#include <algorithm>

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "tenants/domain/defaults.h"
#include "tenants/json_lists.h"
#include "tenants/settings_hours.h"
#include "tenants/settings_words.h"
#include "tenants/settings_work.h"

namespace callwright::tenants {
namespace {

using Need = ObjectReader::Need;

constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t slug_bytes_max = 60;
constexpr std::size_t zone_bytes_max = 60;
constexpr std::size_t plan_bytes_max = 60;
constexpr std::size_t numbers_max = 50;
constexpr std::size_t answer_bytes_max = 600;
constexpr std::size_t phrases_max = 200;
constexpr std::size_t phrase_bytes_max = 120;
constexpr std::int64_t week_minutes = std::int64_t{7} * 24 * 60;
constexpr std::int64_t notice_minutes_max = std::int64_t{30} * 24 * 60;
constexpr std::int64_t thread_idle_minutes_min = 5;
constexpr std::int64_t horizon_days_max = 365;

std::string read_slug(ObjectReader& document, const std::string& name) {
  const std::string given = document.line("slug", slug_bytes_max);
  if (given.empty()) {
    std::string made = slug_from(name.substr(0, slug_bytes_max));
    if (made.empty() && !name.empty()) {
      document.mistake("slug", "cannot be made from the name; give one");
    }
    return made;
  }
  if (given != slug_from(given)) {
    document.mistake("slug", "must be lower-case letters and digits with single dashes between");
  }
  return given;
}

std::vector<language::Language> read_languages(ObjectReader& document) {
  std::vector<language::Language> languages;
  for (const auto& item : document.items("languages", language_words.size())) {
    const std::string* word = item.json.as_string();
    const auto found = word == nullptr ? language_words.end()
                                       : std::ranges::find(language_words, std::string_view(*word));
    if (found == language_words.end()) {
      add_mistake(document.mistakes(), item.path, "must be one of en, es");
      continue;
    }
    const auto language = static_cast<language::Language>(found - language_words.begin());
    if (std::ranges::find(languages, language) != languages.end()) {
      add_mistake(document.mistakes(), item.path, "is listed twice");
      continue;
    }
    languages.push_back(language);
  }
  if (languages.empty()) languages.push_back(language::Language::English);
  return languages;
}

Zone read_zone(ObjectReader& document) {
  const std::string name = document.line("zone", zone_bytes_max, Need::Required);
  if (name.empty()) return Zone::utc();
  if (auto zone = Zone::find(name)) return *zone;
  document.mistake("zone", "is not in the IANA time zone database");
  return Zone::utc();
}

std::vector<PhoneNumber> read_numbers(ObjectReader& document) {
  std::vector<PhoneNumber> numbers;
  for (const auto& item : document.items("numbers", numbers_max)) {
    const auto number = read_phone(item, document.mistakes());
    if (!number) continue;
    if (std::ranges::find(numbers, *number) != numbers.end()) {
      add_mistake(document.mistakes(), item.path, "is listed twice");
      continue;
    }
    numbers.push_back(*number);
  }
  if (!document.has("numbers")) {
    document.mistake("numbers", "is required");
  } else if (numbers.empty()) {
    document.mistake("numbers", "must hold at least one number");
  }
  return numbers;
}

Minutes minutes(ObjectReader& object, std::string_view name, Minutes fallback, std::int64_t min,
                std::int64_t max) {
  return Minutes(object.integer(name, fallback.count(), min, max));
}

Policies read_policies(ObjectReader& document) {
  Policies read;
  auto object = document.object("policies");
  if (!object) return read;
  if (const auto word = object->choice("after_hours", after_hours_words)) {
    read.after_hours = static_cast<AfterHours>(*word);
  }
  read.book_online = object->flag("book_online", read.book_online);
  read.booking_notice =
      minutes(*object, "booking_notice_minutes", read.booking_notice, 0, notice_minutes_max);
  read.booking_horizon_days = static_cast<int>(
      object->integer("booking_horizon_days", read.booking_horizon_days, 1, horizon_days_max));
  read.callback_promise =
      minutes(*object, "callback_promise_minutes", read.callback_promise, 1, week_minutes);
  read.text_thread_idle = minutes(*object, "text_thread_idle_minutes", read.text_thread_idle,
                                  thread_idle_minutes_min, week_minutes);
  read.transcripts = object->flag("transcripts", read.transcripts);
  read.redact_dob = object->flag("redact_dob", read.redact_dob);
  read.redact_email = object->flag("redact_email", read.redact_email);
  read.redact_phone = object->flag("redact_phone", read.redact_phone);
  read.transfer_to_owner = object->flag("transfer_to_owner", read.transfer_to_owner);
  read.lockdown = object->flag("lockdown", read.lockdown);
  read.emergency_alerts = object->flag("emergency_alerts", read.emergency_alerts);
  read.emergency_visits_any_hour =
      object->flag("emergency_visits_any_hour", read.emergency_visits_any_hour);
  object->refuse_unknown();
  return read;
}

Subscription read_subscription(ObjectReader& document) {
  Subscription subscription;
  auto object = document.object("subscription");
  if (!object) return subscription;
  if (const auto word = object->choice("state", subscription_words)) {
    subscription.state = static_cast<SubscriptionState>(*word);
  }
  if (std::string plan = object->line("plan", plan_bytes_max); !plan.empty()) {
    subscription.plan = std::move(plan);
  }
  object->refuse_unknown();
  return subscription;
}

std::vector<FaqEntry> read_faq(ObjectReader& document) {
  std::vector<FaqEntry> entries;
  for (const auto& item : document.items("faq", faq_topic_words.size())) {
    ObjectReader object(item.json, item.path, document.mistakes());
    const auto topic = object.choice("topic", faq_topic_words);
    if (!object.has("topic")) object.mistake("topic", "is required");
    FaqEntry entry{.answer = object.line("answer", answer_bytes_max, Need::Required),
                   .answer_spanish = object.line("answer_es", answer_bytes_max)};
    object.refuse_unknown();
    if (!topic) continue;
    entry.topic = static_cast<language::FaqTopic>(*topic);
    if (std::ranges::find(entries, entry.topic, &FaqEntry::topic) != entries.end()) {
      object.mistake("topic", "is answered twice");
    } else {
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

void fill_in_defaults(Tenant& tenant, ObjectReader& document) {
  if (!document.has("services")) tenant.services = default_services(tenant.trade);
  if (!document.has("technicians")) {
    const bool known = !tenant.owner.name.empty();
    tenant.technicians = {{.id = TechnicianId("technician"),
                           .name = known ? tenant.owner.name : "our technician",
                           .phone = tenant.owner.phone}};
  }
  for (FaqEntry& entry : default_faq(tenant)) {
    if (std::ranges::find(tenant.faq, entry.topic, &FaqEntry::topic) == tenant.faq.end()) {
      tenant.faq.push_back(std::move(entry));
    }
  }
}

Tenant read(ObjectReader& document, const TenantId& id, SettingsForm form) {
  Tenant tenant{.id = id};
  tenant.name = document.line("name", name_bytes_max, Need::Required);
  tenant.slug = read_slug(document, tenant.name);
  if (const auto word = document.choice("trade", trade_words)) {
    tenant.trade = static_cast<language::Trade>(*word);
  }
  tenant.languages = read_languages(document);
  tenant.zone = read_zone(document);
  tenant.numbers = read_numbers(document);
  tenant.hours = default_hours();
  if (auto hours = document.object("hours")) tenant.hours = read_weekly_hours(*hours);
  tenant.holidays = read_holidays(document);
  tenant.technicians = read_technicians(document);
  tenant.services = read_services(document);
  tenant.area = read_area(document);
  tenant.policies = read_policies(document);
  tenant.subscription = read_subscription(document);
  tenant.owner = read_owner(document, id, form);
  tenant.on_call = read_on_call(document, id, form);
  tenant.faq = read_faq(document);
  tenant.emergency_phrases = document.lines("emergency_phrases", phrases_max, phrase_bytes_max);
  tenant.not_emergency_phrases =
      document.lines("not_emergency_phrases", phrases_max, phrase_bytes_max);
  tenant.sandbox = document.flag("sandbox", false);
  fill_in_defaults(tenant, document);
  tenant.settings_hash = hash_settings(tenant);
  return tenant;
}

Json policies_to_json(const Policies& policies) {
  return Json::object({
      {"after_hours", word_of(after_hours_words, policies.after_hours)},
      {"book_online", policies.book_online},
      {"booking_notice_minutes", policies.booking_notice.count()},
      {"booking_horizon_days", policies.booking_horizon_days},
      {"callback_promise_minutes", policies.callback_promise.count()},
      {"text_thread_idle_minutes", policies.text_thread_idle.count()},
      {"transcripts", policies.transcripts},
      {"redact_dob", policies.redact_dob},
      {"redact_email", policies.redact_email},
      {"redact_phone", policies.redact_phone},
      {"transfer_to_owner", policies.transfer_to_owner},
      {"lockdown", policies.lockdown},
      {"emergency_alerts", policies.emergency_alerts},
      {"emergency_visits_any_hour", policies.emergency_visits_any_hour},
  });
}

// Answers that follow from other settings are left out: they would stay behind when those change.
Json faq_to_json(const Tenant& tenant) {
  const std::vector<FaqEntry> derived = default_faq(tenant);
  Json::Array entries;
  for (const FaqEntry& entry : tenant.faq) {
    if (std::ranges::find(derived, entry) != derived.end()) continue;
    Json json =
        Json::object({{"topic", word_of(faq_topic_words, entry.topic)}, {"answer", entry.answer}});
    set_unless_empty(json, "answer_es", entry.answer_spanish);
    entries.push_back(std::move(json));
  }
  return Json(std::move(entries));
}

}  // namespace

Tenant read_settings(ObjectReader& document, const TenantId& id) {
  return read(document, id, SettingsForm::Written);
}

Result<Tenant> read_stored_settings(const Json& stored, const TenantId& id) {
  std::vector<std::string> mistakes;
  ObjectReader document(stored, "", mistakes);
  Tenant tenant = read(document, id, SettingsForm::Stored);
  document.refuse_unknown();
  if (!mistakes.empty()) {
    return failure(ErrorCode::Invalid, "stored settings of " + id.text() + ": " + mistakes.front());
  }
  return tenant;
}

std::string slug_of(const Json& document) {
  const std::string slug = document.string_or("slug", "");
  if (!slug.empty()) return std::string(trimmed(slug));
  return slug_from(trimmed(document.string_or("name", "")).substr(0, slug_bytes_max));
}

Json settings_to_json(const Tenant& tenant, SettingsForm form) {
  const auto contact = [&](const Contact& entry) { return contact_to_json(entry, form); };
  return Json::object({
      {"slug", tenant.slug},
      {"name", tenant.name},
      {"trade", word_of(trade_words, tenant.trade)},
      {"languages",
       array_of(tenant.languages, [](auto entry) { return Json(word_of(language_words, entry)); })},
      {"zone", tenant.zone.name()},
      {"numbers",
       array_of(tenant.numbers, [](const PhoneNumber& number) { return Json(number.e164()); })},
      {"hours", hours_to_json(tenant.hours)},
      {"holidays", array_of(tenant.holidays, holiday_to_json)},
      {"technicians", array_of(tenant.technicians, technician_to_json)},
      {"services", array_of(tenant.services, service_to_json)},
      {"area", area_to_json(tenant.area)},
      {"policies", policies_to_json(tenant.policies)},
      {"subscription", Json::object({{"state", to_string(tenant.subscription.state)},
                                     {"plan", tenant.subscription.plan}})},
      {"owner", contact(tenant.owner)},
      {"on_call", array_of(tenant.on_call, contact)},
      {"faq", faq_to_json(tenant)},
      {"emergency_phrases", array_of(tenant.emergency_phrases)},
      {"not_emergency_phrases", array_of(tenant.not_emergency_phrases)},
      {"sandbox", tenant.sandbox},
  });
}

std::string hash_settings(const Tenant& tenant) {
  return crypto::hex(crypto::sha256(settings_to_json(tenant, SettingsForm::Stored).dump()));
}

}  // namespace callwright::tenants
