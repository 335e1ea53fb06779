#include "endpoints/playground/playground.h"

#include "endpoints/playground/page.h"
#include "endpoints/playground/snapshot.h"
#include "platform/json/json.h"

namespace callwright::endpoints {
namespace {

constexpr std::chrono::milliseconds look_interval{250};
constexpr std::size_t watchers_max = 64;
constexpr std::size_t words_bytes_max = 2'000;

http::Response json_response(int status, const Json& json) {
  http::Response response = http::json(status, json.dump());
  response.headers.set("Cache-Control", "no-store");
  add_security_headers(response);
  return response;
}

http::Response error_response(const Error& error) {
  http::Response response = http::failure(error);
  add_security_headers(response);
  return response;
}

http::Response answer(const Result<Json>& json) {
  return json ? json_response(200, *json) : error_response(json.error());
}

// Nobody signs in here, so what changes something must come from our own page: browsers say where a
// request comes from, and other sites cannot send JSON without asking first.
Result<Json> read_own_request(const http::Request& request) {
  const auto site = request.headers.get("Sec-Fetch-Site").value_or("same-origin");
  if (site != "same-origin" && site != "none") {
    return failure(ErrorCode::Forbidden, "this request does not come from the playground");
  }
  if (!request.headers.get("Content-Type").value_or("").starts_with("application/json")) {
    return failure(ErrorCode::Invalid, "Content-Type must be application/json");
  }
  TRY_ASSIGN(Json body, Json::parse(request.body));
  if (!body.is_object()) return failure(ErrorCode::Invalid, "the body must be a JSON object");
  return body;
}

Result<std::string> text_member(const Json& body, std::string_view name) {
  const std::string* text = body[name].as_string();
  if (text == nullptr || text->size() > words_bytes_max) {
    return failure(ErrorCode::Invalid, std::string(name) + " must be a text of at most " +
                                           std::to_string(words_bytes_max) + " bytes");
  }
  return *text;
}

Result<std::string> caller_number(const Json& body) {
  TRY_ASSIGN(const std::string from, text_member(body, "from"));
  if (from == "anonymous") return from;
  const auto number = PhoneNumber::parse(from);
  if (!number)
    return failure(ErrorCode::Invalid,
                   "from must be a number such as +15550100140, or \"anonymous\"");
  return number->e164();
}

// The practice tenant of a short name; any other tenant is as if it were not there.
Result<tenants::TenantPtr> practice_tenant(const PlaygroundParts& parts, const Json& body) {
  TRY_ASSIGN(const std::string slug, text_member(body, "business"));
  return parts.database.read([&](db::Transaction& tx) -> Result<tenants::TenantPtr> {
    TRY_ASSIGN(const auto tenant, parts.directory.by_slug(tx, slug));
    if (!tenant->sandbox) return failure(ErrorCode::NotFound, "no such practice business");
    return tenant;
  });
}

Result<Watched> watched_of(const PlaygroundParts& parts, const http::Parameters& parameters) {
  TRY_ASSIGN(const auto tenant,
             practice_tenant(parts, Json::object({{"business", parameters.at(0)}})));
  const std::string& key = parameters.at(1);
  const bool is_thread = key.starts_with('+');
  return Watched{.tenant = tenant->id,
                 .channel = is_thread ? language::Channel::Sms : language::Channel::Voice,
                 .key = key};
}

}  // namespace

struct Playground::Watcher {
  Watched watched;
  std::shared_ptr<http::EventStream> stream;
  std::string last;
  int quiet_looks = 0;
};

Playground::Playground(const PlaygroundParts& parts, PracticeNetwork& network)
    : parts_(parts),
      network_(network),
      teller_([this](const std::stop_token& stop) { tell_watchers(stop); }) {}

Playground::~Playground() = default;

void Playground::add_routes(http::Router& router) {
  using http::Parameters;
  using http::Request;
  for (const char* address : {"/", "/playground"}) {
    router.add("GET", address, "playground.home", [](Request) -> Task<http::Response> {
      http::Response response = http::text(302, "");
      response.headers.set("Location", "/playground/");
      co_return response;
    });
  }
  router.add("GET", "/playground/", "playground.page", [](Request request) -> Task<http::Response> {
    co_return page_file(request, "index.html");
  });
  router.add("GET", "/playground/assets/{file}", "playground.asset",
             [](Request request, Parameters parameters) -> Task<http::Response> {
               co_return page_file(request, "assets/" + parameters.at(0));
             });
  router.add("GET", "/playground/api/businesses", "playground.businesses",
             [this](Request request) { return show_tenants(std::move(request)); });
  router.add("GET", "/playground/api/stories", "playground.stories",
             [this](Request request) { return show_stories(std::move(request)); });
  router.add("POST", "/playground/api/calls", "playground.dial",
             [this](Request request) { return dial(std::move(request)); });
  router.add("POST", "/playground/api/calls/{call}/{verb}", "playground.act",
             [this](Request request, Parameters parameters) {
               return act(std::move(request), std::move(parameters));
             });
  router.add("POST", "/playground/api/texts", "playground.text",
             [this](Request request) { return text(std::move(request)); });
  router.add("POST", "/playground/api/owner-answers", "playground.owner_answers",
             [this](Request request) { return owner_answers(std::move(request)); });
  router.add("POST", "/playground/api/stories/{story}/play", "playground.play",
             [this](Request request, Parameters parameters) {
               return play(std::move(request), std::move(parameters));
             });
  router.add("GET", "/playground/api/businesses/{business}/conversations/{key}", "playground.show",
             [this](Request request, Parameters parameters) {
               return show(std::move(request), std::move(parameters));
             });
  router.add("GET", "/playground/api/businesses/{business}/conversations/{key}/events",
             "playground.watch", [this](Request request, Parameters parameters) {
               return watch(std::move(request), std::move(parameters));
             });
}

Task<http::Response> Playground::show_tenants(http::Request) {
  const Result<Json> list = parts_.database.read([this](db::Transaction& tx) -> Result<Json> {
    TRY_ASSIGN(const auto ids, parts_.directory.all(tx));
    Json businesses = Json::array();
    for (const TenantId& id : ids) {
      TRY_ASSIGN(const auto tenant, parts_.directory.by_id(tx, id));
      if (!tenant->sandbox || tenant->numbers.empty()) continue;
      businesses.push_back(Json::object({{"slug", tenant->slug},
                                         {"name", tenant->name},
                                         {"number", tenant->numbers.front().e164()},
                                         {"zone", tenant->zone.name()},
                                         {"open", tenants::is_open(*tenant, parts_.clock.now())}}));
    }
    return Json::object({{"businesses", businesses}});
  });
  co_return answer(list);
}

Task<http::Response> Playground::show_stories(http::Request) {
  Json list = Json::array();
  for (const PracticeStory& story : network_.stories()) {
    list.push_back(Json::object({{"name", story.name}, {"about", story.about}}));
  }
  co_return json_response(200, Json::object({{"stories", list}}));
}

Task<http::Response> Playground::dial(http::Request request) {
  const auto body = read_own_request(request);
  if (!body) co_return error_response(body.error());
  const auto tenant = practice_tenant(parts_, *body);
  if (!tenant) co_return error_response(tenant.error());
  const auto from = caller_number(*body);
  if (!from) co_return error_response(from.error());
  auto dialling = network_.dial(*from, (*tenant)->numbers.front(), reception::Verification::A);
  const std::string call = co_await std::move(dialling);
  co_return json_response(201, Json::object({{"call", call}}));
}

Task<http::Response> Playground::act(http::Request request, http::Parameters parameters) {
  const auto body = read_own_request(request);
  if (!body) co_return error_response(body.error());
  const std::string& call = parameters.at(0);
  const std::string& verb = parameters.at(1);
  bool taken = false;
  if (verb == "say" || verb == "keys") {
    const auto words = text_member(*body, verb == "say" ? "words" : "keys");
    if (!words) co_return error_response(words.error());
    auto acting = verb == "say" ? network_.say(call, *words) : network_.press(call, *words);
    taken = co_await std::move(acting);
  } else if (verb == "silence") {
    taken = co_await network_.silence(call);
  } else if (verb == "hang-up") {
    taken = co_await network_.hang_up(call);
  } else {
    co_return error_response(
        {ErrorCode::NotFound, "a caller can say, press keys, be silent or hang up"});
  }
  if (!taken)
    co_return error_response({ErrorCode::Conflict, "nobody is listening on that call just now"});
  co_return json_response(200, Json::object({{"ok", true}}));
}

Task<http::Response> Playground::text(http::Request request) {
  const auto body = read_own_request(request);
  if (!body) co_return error_response(body.error());
  const auto tenant = practice_tenant(parts_, *body);
  if (!tenant) co_return error_response(tenant.error());
  const auto from = caller_number(*body);
  if (!from) co_return error_response(from.error());
  const auto words = text_member(*body, "words");
  if (!words) co_return error_response(words.error());
  co_await network_.text(*from, (*tenant)->numbers.front(), *words);
  co_return json_response(201, Json::object({{"thread", *from}}));
}

Task<http::Response> Playground::owner_answers(http::Request request) {
  const auto body = read_own_request(request);
  if (!body) co_return error_response(body.error());
  const auto keys = text_member(*body, "keys");
  if (!keys) co_return error_response(keys.error());
  const bool answered = co_await network_.owner_answers(*keys);
  if (!answered)
    co_return error_response({ErrorCode::Conflict, "no phone of the owner's is ringing"});
  co_return json_response(200, Json::object({{"ok", true}}));
}

Task<http::Response> Playground::play(http::Request request, http::Parameters parameters) {
  const auto body = read_own_request(request);
  if (!body) co_return error_response(body.error());
  const auto tenant = practice_tenant(parts_, *body);
  if (!tenant) co_return error_response(tenant.error());
  auto playing = network_.play(parameters.at(0), (*tenant)->numbers.front());
  const Result<std::string> call = co_await std::move(playing);
  if (!call) co_return error_response(call.error());
  co_return json_response(201, Json::object({{"call", *call}}));
}

Task<http::Response> Playground::show(http::Request, http::Parameters parameters) {
  const auto watched = watched_of(parts_, parameters);
  if (!watched) co_return error_response(watched.error());
  co_return answer(snapshot(parts_, network_, *watched));
}

Task<http::Response> Playground::watch(http::Request, http::Parameters parameters) {
  const auto watched = watched_of(parts_, parameters);
  if (!watched) co_return error_response(watched.error());
  const auto first = snapshot(parts_, network_, *watched);
  if (!first) co_return error_response(first.error());

  http::Response response = http::text(200, "");
  response.headers.set("Content-Type", "text/event-stream");
  response.headers.set("Cache-Control", "no-store");
  add_security_headers(response);
  response.stream = [this, watched = *watched](std::shared_ptr<http::EventStream> stream) {
    const std::lock_guard lock(mutex_);
    if (watchers_.size() >= watchers_max) {
      stream->close();
      return;
    }
    watchers_.push_back({.watched = watched, .stream = std::move(stream), .last = {}});
  };
  co_return response;
}

// Looks at what each watcher sees and sends it when it has changed. A look is a few point reads; at
// the most a few dozen people watch a practice call at once.
void Playground::tell_watchers(const std::stop_token& stop) {
  constexpr int heartbeat_looks =
      60;  // A line now and then, so that a broken connection is noticed.
  while (!stop.stop_requested()) {
    std::this_thread::sleep_for(look_interval);
    const std::lock_guard lock(mutex_);
    std::erase_if(watchers_, [this](Watcher& watcher) {
      const auto now = snapshot(parts_, network_, watcher.watched);
      if (!now) return false;  // Not just now; the next look may succeed.
      // The clock moves without anything having happened.
      Json seen = *now;
      seen.set("now", nullptr);
      std::string text = seen.dump();
      const bool changed = text != watcher.last;
      if (!changed && ++watcher.quiet_looks < heartbeat_looks) return false;
      watcher.quiet_looks = 0;
      watcher.last = std::move(text);
      return !watcher.stream->send("snapshot", now->dump());
    });
  }
  const std::lock_guard lock(mutex_);
  for (Watcher& watcher : watchers_) watcher.stream->close();
  watchers_.clear();
}

}  // namespace callwright::endpoints
