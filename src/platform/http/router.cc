#include "platform/http/router.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "platform/metrics/metrics.h"

namespace callwright::http {
namespace {

constexpr std::string_view any_method = "*";

// The counters and the clock of one route.
class RouteMetrics {
 public:
  RouteMetrics(const std::string& route, const std::string& method)
      : duration_(metrics::Registry::global().histogram(
            "callwright_http_request_duration_seconds",
            "From the whole request to the answer of its handler.", {{"route", route}})) {
    for (const char* status : {"1xx", "2xx", "3xx", "4xx", "5xx"}) {
      requests_.push_back(metrics::Registry::global().counter(
          "callwright_http_requests_total", "Requests answered by handlers.",
          {{"route", route}, {"method", method}, {"status", status}}));
    }
  }

  void record(int status, std::chrono::steady_clock::duration took) const {
    const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    requests_[status_class].increment();
    duration_.observe(std::chrono::duration<double>(took).count());
  }

 private:
  std::vector<metrics::Counter> requests_;
  metrics::Histogram duration_;
};

struct Endpoint {
  ParameterHandler handler;
  RouteMetrics metrics;
};

// One segment of the patterns' tree.
struct Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> parameter;
  std::unique_ptr<Node> rest;
  std::map<std::string, Endpoint, std::less<>> endpoints;
  std::unique_ptr<Router::WebSocketRoute> websocket;

  bool is_route() const { return !endpoints.empty() || websocket; }
};

bool is_braced(std::string_view segment) {
  return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

Node& child(std::unique_ptr<Node>& place) {
  if (!place) place = std::make_unique<Node>();
  return *place;
}

// The node of a path, with the raw values of its braces. Literals first, so that "/visits/today" is
// not the visit called "today"; where they lead nowhere, the braces get their turn.
const Node* find(const Node& node, std::string_view path, std::vector<std::string_view>& values) {
  if (path.empty()) {
    if (node.is_route()) return &node;
    return nullptr;
  }
  const std::string_view tail = path.substr(1);  // Without the slash.
  const std::string_view segment = tail.substr(0, tail.find('/'));
  const std::string_view next = tail.substr(segment.size());
  if (const auto literal = node.literals.find(segment); literal != node.literals.end()) {
    if (const Node* found = find(*literal->second, next, values)) return found;
  }
  if (node.parameter && !segment.empty()) {
    values.push_back(segment);
    if (const Node* found = find(*node.parameter, next, values)) return found;
    values.pop_back();
  }
  if (!node.rest) return nullptr;
  values.push_back(tail);
  return node.rest.get();
}

std::optional<Parameters> decoded(const std::vector<std::string_view>& values) {
  Parameters parameters;
  parameters.reserve(values.size());
  for (const std::string_view value : values) {
    auto text = percent_decoded(value);
    if (!text || !is_valid_utf8(*text)) return std::nullopt;
    parameters.push_back(std::move(*text));
  }
  return parameters;
}

const Endpoint* endpoint_of(const Node& node, std::string_view method) {
  for (const std::string_view wanted :
       {method, method == "HEAD" ? std::string_view("GET") : method, any_method}) {
    if (const auto found = node.endpoints.find(wanted); found != node.endpoints.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

Response wrong_method(const Node& node) {
  if (node.endpoints.empty()) {
    Response response = problem(426, "upgrade_required", "This is a WebSocket.");
    response.headers.add("Upgrade", "websocket");
    return response;
  }
  std::set<std::string> allowed;
  for (const auto& [method, endpoint] : node.endpoints) allowed.insert(method);
  if (allowed.contains("GET")) allowed.insert("HEAD");
  Response response = problem(405, "method_not_allowed", "This method is not possible here.");
  response.headers.add("Allow", joined({allowed.begin(), allowed.end()}, ", "));
  return response;
}

}  // namespace

struct Router::Impl {
  Node root;
  std::vector<Route> routes;
  RouteMetrics unmatched{"unmatched", "any"};

  Node& node_of(const std::string& pattern) {
    ASSERT(pattern.starts_with('/'));
    Node* node = &root;
    for (const std::string_view segment : split(std::string_view(pattern).substr(1), '/')) {
      if (is_braced(segment) && segment.ends_with("...}")) {
        ASSERT(pattern.ends_with(segment));
        node = &child(node->rest);
      } else if (is_braced(segment)) {
        node = &child(node->parameter);
      } else {
        node = &child(node->literals[std::string(segment)]);
      }
    }
    return *node;
  }

  void add(std::string method, std::string pattern, std::string name, ParameterHandler handler) {
    Node& node = node_of(pattern);
    // Two handlers for one request is a mistake in the table of routes.
    ASSERT(!node.endpoints.contains(method));
    const std::string label = method == any_method ? "any" : method;
    node.endpoints.emplace(method,
                           Endpoint{.handler = std::move(handler), .metrics = {name, label}});
    routes.push_back(
        {.method = std::move(method), .pattern = std::move(pattern), .name = std::move(name)});
  }
};

Router::Router() : impl_(std::make_unique<Impl>()) {}
Router::~Router() = default;

void Router::add(std::string method, std::string pattern, std::string name, Handler handler) {
  impl_->add(std::move(method), std::move(pattern), std::move(name),
             [plain = std::move(handler)](Request request, const Parameters&) {
               return plain(std::move(request));
             });
}

void Router::add(std::string method, std::string pattern, std::string name,
                 ParameterHandler handler) {
  impl_->add(std::move(method), std::move(pattern), std::move(name), std::move(handler));
}

void Router::add_websocket(std::string pattern, std::string name, WebSocketLimits limits,
                           WebSocketHandler handler) {
  Node& node = impl_->node_of(pattern);
  ASSERT(!node.websocket);
  impl_->routes.push_back({.method = "WEBSOCKET", .pattern = std::move(pattern), .name = name});
  node.websocket = std::make_unique<WebSocketRoute>(std::move(name), limits, std::move(handler));
}

Task<Response> Router::handle(Request request) const {
  const auto begin = std::chrono::steady_clock::now();
  const RouteMetrics* metrics = &impl_->unmatched;
  std::vector<std::string_view> values;
  const std::string_view path = request.path();
  const Node* node = path.starts_with('/') ? find(impl_->root, path, values) : nullptr;
  const Endpoint* endpoint = node != nullptr ? endpoint_of(*node, request.method) : nullptr;

  Response response;
  if (node == nullptr) {
    response = problem(404, "not_found", "There is nothing at this path.");
  } else if (endpoint == nullptr) {
    response = wrong_method(*node);
  } else if (auto parameters = decoded(values)) {
    metrics = &endpoint->metrics;
    Task<Response> work = endpoint->handler(std::move(request), std::move(*parameters));
    response = co_await std::move(work);
  } else {
    response = problem(400, "invalid", "The path is not well encoded.");
  }
  metrics->record(response.status, std::chrono::steady_clock::now() - begin);
  co_return response;
}

const std::vector<Route>& Router::routes() const {
  return impl_->routes;
}

const Router::WebSocketRoute* Router::find_websocket(std::string_view path) const {
  std::vector<std::string_view> values;
  const Node* node = path.starts_with('/') ? find(impl_->root, path, values) : nullptr;
  return node != nullptr ? node->websocket.get() : nullptr;
}

}  // namespace callwright::http
