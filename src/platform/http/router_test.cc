#include "platform/http/router.h"

#include <gtest/gtest.h>

#include "platform/metrics/metrics.h"

namespace callwright::http {
namespace {

Task<Response> say_path(Request request) {
  co_return text(200, request.target);
}

Task<Response> say_parameters(Request, Parameters parameters) {
  std::string body;
  for (const std::string& parameter : parameters) body += "[" + parameter + "]";
  co_return text(200, body);
}

Response ask(const Router& router, std::string method, std::string target) {
  Request request{.method = std::move(method), .target = std::move(target)};
  return wait_for(router.handle(std::move(request)));
}

struct RouterTest : ::testing::Test {
  RouterTest() {
    router.add("GET", "/", "home", Handler(say_path));
    router.add("GET", "/v1/visits/today", "visits.today", Handler(say_path));
    router.add("GET", "/v1/visits/{id}", "visits.read", ParameterHandler(say_parameters));
    router.add("DELETE", "/v1/visits/{id}", "visits.delete", ParameterHandler(say_parameters));
    router.add("POST", "/v1/{kind}/today/{id}", "deep", ParameterHandler(say_parameters));
    router.add("GET", "/files/{path...}", "files", ParameterHandler(say_parameters));
    router.add("*", "/any", "any", Handler(say_path));
    router.add_websocket("/media/{call}", "media", {}, nullptr);
  }
  Router router;
};

TEST_F(RouterTest, a_path_finds_its_handler) {
  EXPECT_EQ(ask(router, "GET", "/").body, "/");
  EXPECT_EQ(ask(router, "GET", "/?a=/b").body, "/?a=/b");
  EXPECT_EQ(ask(router, "GET", "/v1/visits/apt_1").body, "[apt_1]");
  EXPECT_EQ(ask(router, "DELETE", "/v1/visits/apt_1?x").body, "[apt_1]");
}

TEST_F(RouterTest, a_literal_wins_over_braces_and_gives_way_where_it_leads_nowhere) {
  EXPECT_EQ(ask(router, "GET", "/v1/visits/today").body, "/v1/visits/today");
  EXPECT_EQ(ask(router, "POST", "/v1/visits/today/7").body, "[visits][7]");
}

TEST_F(RouterTest, parameters_are_decoded_after_the_path_is_cut) {
  EXPECT_EQ(ask(router, "GET", "/v1/visits/a%2Fb%20+").body, "[a/b +]");
  EXPECT_EQ(ask(router, "GET", "/v1/visits/%zz").status, 400);
  EXPECT_EQ(ask(router, "GET", "/v1/visits/%ff").status, 400);
}

TEST_F(RouterTest, the_rest_of_a_path_may_hold_slashes_or_nothing) {
  EXPECT_EQ(ask(router, "GET", "/files/a/b.js").body, "[a/b.js]");
  EXPECT_EQ(ask(router, "GET", "/files/").body, "[]");
}

TEST_F(RouterTest, an_unknown_path_is_404) {
  for (const char* path :
       {"/nothing", "/v1/visits", "/v1/visits/", "/v1/visits/a/b", "//", "/v1//today", "*"}) {
    EXPECT_EQ(ask(router, "GET", path).status, 404) << path;
  }
}

TEST_F(RouterTest, a_known_path_with_another_method_is_405_and_says_what_is_possible) {
  const Response response = ask(router, "POST", "/v1/visits/apt_1");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.headers.get("Allow"), "DELETE, GET, HEAD");
}

TEST_F(RouterTest, head_is_answered_by_get_and_a_star_by_all) {
  EXPECT_EQ(ask(router, "HEAD", "/v1/visits/apt_1").status, 200);
  EXPECT_EQ(ask(router, "BREW", "/any").status, 200);
}

TEST_F(RouterTest, a_websocket_is_found_by_path_and_not_spoken_to_otherwise) {
  ASSERT_NE(router.find_websocket("/media/c1"), nullptr);
  EXPECT_EQ(router.find_websocket("/media/c1")->name, "media");
  EXPECT_EQ(router.find_websocket("/media"), nullptr);
  EXPECT_EQ(router.find_websocket("/v1/visits/today"), nullptr);
  EXPECT_EQ(ask(router, "GET", "/media/c1").status, 426);
}

TEST_F(RouterTest, lists_its_routes) {
  ASSERT_EQ(router.routes().size(), 8U);
  EXPECT_EQ(router.routes()[2].method, "GET");
  EXPECT_EQ(router.routes()[2].pattern, "/v1/visits/{id}");
  EXPECT_EQ(router.routes()[2].name, "visits.read");
  EXPECT_EQ(router.routes()[7].method, "WEBSOCKET");
}

TEST_F(RouterTest, counts_requests_by_route_method_and_status) {
  const auto counter = metrics::Registry::global().counter(
      "callwright_http_requests_total", "",
      {{"route", "visits.read"}, {"method", "GET"}, {"status", "2xx"}});
  const double before = counter.value();
  ask(router, "GET", "/v1/visits/apt_1");
  ask(router, "DELETE", "/v1/visits/apt_1");
  EXPECT_EQ(counter.value(), before + 1);
}

}  // namespace
}  // namespace callwright::http
