#include "providers/sandbox/sandbox_carrier.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "providers/sandbox/courier.h"
#include "providers/sandbox/switchboard.h"
#include "providers/sandbox/text_exchange.h"
#include "providers/twilio/links.h"

namespace callwright::providers::sandbox {
namespace {

using notifications::AcceptedByProvider;
using notifications::HandOver;
using notifications::NotHandedOver;
using notifications::PerhapsHandedOver;
using notifications::RefusedByProvider;

constexpr Milliseconds retry_after{2'000};

http::Request request_of(http::ClientRequest sent) {
  const std::size_t host = sent.url.find("://");
  const std::size_t begin = host == std::string::npos ? 0 : host + 3;
  const std::size_t path = std::min(sent.url.find('/', begin), sent.url.size());
  http::Request request{.method = std::move(sent.method),
                        .target = path == sent.url.size() ? "/" : sent.url.substr(path),
                        .headers = std::move(sent.headers),
                        .body = std::move(sent.body),
                        .remote_address = "127.0.0.1"};
  request.headers.set("Host", sent.url.substr(begin, path - begin));
  return request;
}

Task<http::ClientResult> hand_to(const http::Router* router, http::ClientRequest request) {
  co_return co_await router->handle(request_of(std::move(request)));
}

// What our server hears of a request that met its fate; `act` does what was asked.
HandOver met_fate(RequestFate fate,
                  const std::function<std::expected<std::string, ApiError>()>& act) {
  switch (fate) {
    case RequestFate::Refuse:
      return RefusedByProvider{"21211"};
    case RequestFate::Fail:
      return NotHandedOver{"the carrier answered 503", std::nullopt};
    case RequestFate::Throttle:
      return NotHandedOver{"the carrier answered 429", retry_after};
    case RequestFate::Hang:
      return PerhapsHandedOver{"the carrier did not answer"};
    case RequestFate::Good:
    case RequestFate::AcceptThenTimeout:
      break;
  }
  const auto done = act();
  if (fate == RequestFate::AcceptThenTimeout) return PerhapsHandedOver{"the answer was lost"};
  if (!done) return RefusedByProvider{std::to_string(done.error().code)};
  return AcceptedByProvider{*done};
}

}  // namespace

Deliver deliver_to(const http::Router& router) {
  return [&router](http::ClientRequest request) { return hand_to(&router, std::move(request)); };
}

struct SandboxCarrier::Impl {
  Impl(SandboxSettings with, const Clock& at, Random& random, Deliver deliver)
      : settings(std::move(with)),
        clock(at),
        links(settings.public_base_url, settings.auth_token),
        faults(random),
        schedule(clock, faults),
        courier(settings, clock, faults, std::move(deliver)),
        switchboard(settings, clock, faults, schedule),
        texts(settings, clock, faults, schedule) {}

  NumberAddresses addresses_of(const PhoneNumber& number) const;
  Task<> settle(std::string sid);
  Task<> do_work(Switchboard::Work work);
  Task<bool> after(bool did, std::string sid);
  Task<Redelivery> redeliver(std::vector<DeliveredWebhook> webhooks);
  Task<> run_due();
  std::expected<std::string, ApiError> begin_call(const NewCall& call);

  const SandboxSettings settings;
  const Clock& clock;
  const twilio::Links links;
  FaultBox faults;
  Schedule schedule;
  Courier courier;
  Switchboard switchboard;
  TextExchange texts;

  mutable std::mutex mutex;
  std::map<std::string, NumberAddresses> addresses;
  std::vector<Mail> mails;
};

// Numbers nobody has configured are as our own guide configures them.
NumberAddresses SandboxCarrier::Impl::addresses_of(const PhoneNumber& number) const {
  const std::lock_guard lock(mutex);
  const auto known = addresses.find(number.e164());
  if (known != addresses.end()) return known->second;
  if (settings.public_base_url.empty()) return {};
  const auto usual = twilio::number_configuration(settings.public_base_url);
  return {.voice_url = usual.voice_url,
          .voice_fallback_url = usual.voice_fallback_url,
          .status_callback = usual.status_callback,
          .sms_url = usual.sms_url};
}

// Follows one call until it waits for a person or the clock.
Task<> SandboxCarrier::Impl::settle(std::string sid) {
  while (true) {
    if (auto work = switchboard.take_work(sid)) {
      co_await do_work(*std::move(work));
      continue;
    }
    // Another thread may be following it.
    const bool waited = co_await Completion<bool>([this, &sid](Completion<bool>::Resolve resolve) {
      switchboard.when_idle(sid, std::move(resolve));
    });
    if (!waited) co_return;
  }
}

Task<> SandboxCarrier::Impl::do_work(Switchboard::Work work) {
  const WebhookAnswer answer = co_await courier.deliver(work.webhook);
  switchboard.finish_work(work, answer);
}

Task<bool> SandboxCarrier::Impl::after(bool did, std::string sid) {
  if (did) co_await settle(std::move(sid));
  co_await run_due();
  co_return did;
}

Task<> SandboxCarrier::Impl::run_due() {
  while (true) {
    switchboard.expire();
    texts.advance();
    if (auto work = switchboard.take_any_work()) {
      co_await do_work(*std::move(work));
      continue;
    }
    const std::vector<Webhook> due = schedule.take_due();
    if (due.empty()) co_return;
    for (const Webhook& webhook : due) co_await courier.deliver(webhook);
  }
}

Task<Redelivery> SandboxCarrier::Impl::redeliver(std::vector<DeliveredWebhook> webhooks) {
  Redelivery redelivery;
  for (const DeliveredWebhook& webhook : webhooks) {
    const WebhookAnswer answer = co_await courier.repeat(webhook);
    ++redelivery.sent;
    const bool same = answer.status == webhook.status && answer.body == webhook.answer;
    redelivery.answered_differently += webhook.status != 0 && !same ? 1 : 0;
  }
  co_return redelivery;
}

std::expected<std::string, ApiError> SandboxCarrier::Impl::begin_call(const NewCall& call) {
  if (!PhoneNumber::parse(call.to)) {
    return std::unexpected(ApiError{400, 21211, "Invalid 'To' Phone Number"});
  }
  if (!PhoneNumber::parse(call.from)) {
    return std::unexpected(ApiError{400, 21212, "Invalid 'From' Phone Number"});
  }
  if (call.url.empty()) return std::unexpected(ApiError{400, 21205, "Url parameter is required."});
  return switchboard.begin_outbound(call);
}

SandboxCarrier::SandboxCarrier(SandboxSettings settings, const Clock& clock, Random& random,
                               Deliver deliver)
    : impl_(std::make_unique<Impl>(std::move(settings), clock, random, std::move(deliver))) {}
SandboxCarrier::~SandboxCarrier() = default;

Task<std::string> SandboxCarrier::dial(Dialled dialled) {
  const std::string sid =
      impl_->switchboard.begin_inbound(dialled, impl_->addresses_of(dialled.to));
  co_await impl_->after(true, sid);
  co_return sid;
}

Task<bool> SandboxCarrier::say(std::string sid, std::string text, double confidence) {
  const bool heard = impl_->switchboard.say(sid, text, confidence);
  return impl_->after(heard, std::move(sid));
}

Task<bool> SandboxCarrier::press(std::string sid, std::string keys) {
  const bool pressed = impl_->switchboard.press(sid, keys);
  return impl_->after(pressed, std::move(sid));
}

Task<bool> SandboxCarrier::silence(std::string sid, Seconds length) {
  const bool listened = impl_->switchboard.stay_silent(sid, length);
  return impl_->after(listened, std::move(sid));
}

Task<bool> SandboxCarrier::hang_up(std::string sid) {
  const bool hung_up = impl_->switchboard.hang_up(sid);
  return impl_->after(hung_up, std::move(sid));
}

Task<bool> SandboxCarrier::pick_up(std::string sid) {
  const bool picked_up = impl_->switchboard.pick_up(sid);
  return impl_->after(picked_up, std::move(sid));
}

Task<bool> SandboxCarrier::decline(std::string sid) {
  const bool declined = impl_->switchboard.decline(sid);
  return impl_->after(declined, std::move(sid));
}

Task<bool> SandboxCarrier::owner_answers(std::string keys) {
  const std::string sid = impl_->switchboard.ringing();
  if (sid.empty()) co_return false;
  co_await pick_up(sid);
  if (!keys.empty()) co_await press(sid, keys);
  // Whoever answers an alert puts the phone down after it; a transfer is talked through.
  const auto call = impl_->switchboard.call(sid);
  if (call->parent_sid.empty()) co_await hang_up(sid);
  co_return true;
}

Task<std::string> SandboxCarrier::text_in(std::string from, PhoneNumber to, std::string body) {
  const TextExchange::Incoming incoming =
      impl_->texts.receive(from, to.e164(), body, impl_->addresses_of(to).sms_url);
  if (!incoming.webhook.url.empty()) co_await impl_->courier.deliver(incoming.webhook);
  co_await impl_->run_due();
  co_return incoming.sid;
}

Task<> SandboxCarrier::run_due() {
  return impl_->run_due();
}

std::optional<Instant> SandboxCarrier::next_due() const {
  std::optional<Instant> next;
  for (const auto& due :
       {impl_->switchboard.next_deadline(), impl_->texts.next_step(), impl_->schedule.next()}) {
    if (due && (!next || *due < *next)) next = due;
  }
  return next;
}

std::optional<PhoneCall> SandboxCarrier::call(std::string_view sid) const {
  return impl_->switchboard.call(sid);
}
std::vector<PhoneCall> SandboxCarrier::calls() const {
  return impl_->switchboard.calls();
}
std::vector<RingingPhone> SandboxCarrier::ringing() const {
  return impl_->switchboard.ringing_phones();
}
std::vector<TextMessage> SandboxCarrier::texts() const {
  return impl_->texts.all();
}

std::vector<TextMessage> SandboxCarrier::texts(
    const std::function<bool(const TextMessage&)>& wanted) const {
  return impl_->texts.all(wanted);
}
std::vector<DeliveredWebhook> SandboxCarrier::webhooks() const {
  return impl_->courier.log();
}
std::vector<Mail> SandboxCarrier::mails() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->mails;
}

FaultMenu SandboxCarrier::faults() const {
  return impl_->faults.menu();
}
void SandboxCarrier::set_faults(FaultMenu menu) {
  impl_->faults.set(menu);
}
FaultMenu SandboxCarrier::faults_struck() const {
  return impl_->faults.struck();
}
RequestFate SandboxCarrier::draw_fate(RequestFaults FaultMenu::* service) {
  return impl_->faults.draw_fate(service);
}

Task<Redelivery> SandboxCarrier::redeliver(RedeliveryOrder order) {
  std::vector<DeliveredWebhook> webhooks = impl_->courier.log();
  if (order == RedeliveryOrder::Reversed) std::ranges::reverse(webhooks);
  return impl_->redeliver(std::move(webhooks));
}

Task<Redelivery> SandboxCarrier::redeliver_last() {
  std::vector<DeliveredWebhook> webhooks = impl_->courier.log();
  if (webhooks.size() > 1) webhooks.erase(webhooks.begin(), webhooks.end() - 1);
  return impl_->redeliver(std::move(webhooks));
}

Task<Redelivery> SandboxCarrier::redeliver(std::vector<DeliveredWebhook> webhooks) {
  return impl_->redeliver(std::move(webhooks));
}

Task<> SandboxCarrier::report_progress_backwards(std::string sid) {
  std::vector<Webhook> reports = impl_->switchboard.progress(sid);
  std::ranges::reverse(reports);
  for (const Webhook& report : reports) co_await impl_->courier.deliver(report);
}

Task<HandOver> SandboxCarrier::send(notifications::OutboundSms sms) {
  co_return met_fate(impl_->faults.draw_fate(&FaultMenu::sms), [&] {
    return impl_->texts.submit({.from = sms.from.e164(),
                                .to = sms.to.e164(),
                                .body = sms.body.text(),
                                .status_callback = impl_->links.sms_status()});
  });
}

Task<Result<std::optional<std::string>>> SandboxCarrier::look_up(notifications::OutboundSms sms,
                                                                 Instant since) {
  const RequestFate fate = impl_->faults.draw_fate(&FaultMenu::sms);
  if (fate != RequestFate::Good) {
    co_return failure(ErrorCode::Unavailable, "the carrier cannot be asked now");
  }
  std::optional<std::string> found;
  for (const TextMessage& text : impl_->texts.all()) {
    const bool same = !text.inbound && text.from == sms.from.e164() && text.to == sms.to.e164() &&
                      text.body == sms.body.text();
    if (same && text.at >= since) found = text.sid;
  }
  co_return found;
}

Task<HandOver> SandboxCarrier::place(notifications::OutboundCall call) {
  co_return met_fate(impl_->faults.draw_fate(&FaultMenu::calls), [&] {
    return impl_->begin_call({.from = call.from.e164(),
                              .to = call.to.e164(),
                              .url = impl_->links.alert(call.id),
                              .fallback_url = "",
                              .status_callback = impl_->links.call_status(),
                              .status_events = {"initiated", "ringing", "answered", "completed"}});
  });
}

Task<HandOver> SandboxCarrier::send(notifications::OutboundMail mail) {
  co_return met_fate(impl_->faults.draw_fate(&FaultMenu::mail),
                     [&]() -> std::expected<std::string, ApiError> {
                       const std::lock_guard lock(impl_->mutex);
                       impl_->mails.push_back({.at = impl_->clock.now(),
                                               .to = mail.to,
                                               .subject = mail.subject,
                                               .body = mail.body.text()});
                       return make_sid("mail-", impl_->faults.random());
                     });
}

void SandboxCarrier::set_addresses(const PhoneNumber& number, NumberAddresses addresses) {
  const std::lock_guard lock(impl_->mutex);
  impl_->addresses[number.e164()] = std::move(addresses);
}

std::expected<std::string, ApiError> SandboxCarrier::create_call(NewCall call) {
  return impl_->begin_call(call);
}

std::expected<std::string, ApiError> SandboxCarrier::create_text(NewText text) {
  return impl_->texts.submit(text);
}

Task<std::expected<void, ApiError>> SandboxCarrier::update_call(std::string sid, std::string status,
                                                                std::string url) {
  const auto call = impl_->switchboard.call(sid);
  if (!call || call->state == PhoneState::Ended) {
    co_return std::unexpected(ApiError{404, 20404, "The requested resource was not found"});
  }
  bool did = false;
  if (status == "completed" || status == "canceled") {
    did = impl_->switchboard.hang_up(sid);
  } else if (!url.empty()) {
    did = impl_->switchboard.redirect(sid, url);
  }
  if (!did) {
    co_return std::unexpected(
        ApiError{400, 21220, "Invalid call state. Call is not in-progress. Cannot redirect."});
  }
  co_await impl_->after(true, sid);
  co_return std::expected<void, ApiError>();
}

void SandboxCarrier::set_blocked(const std::string& person, const std::string& business,
                                 bool blocked) {
  impl_->texts.set_blocked(person, business, blocked);
}

}  // namespace callwright::providers::sandbox
