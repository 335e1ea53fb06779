#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/json.h"
#include "providers/twilio/signature.h"
#include "providers/twilio/twiml.h"

// Lets another program ask what we make of signatures, and read every document we emit.
namespace {

using namespace callwright;
namespace twilio = providers::twilio;

bool is_valid(const Json& row) {
  const std::string url = row.string_or("url", "");
  const std::string signature = row.string_or("signature", "");
  const std::vector<std::string> tokens = {row.string_or("auth_token", "")};
  if (const Json* body = row.find("json_body")) {
    return twilio::is_signed_with_body(signature, tokens, url, *body->as_string());
  }
  http::Form params;
  for (const auto& [name, value] : *row["params"].as_object()) {
    if (!value.is_array()) {
      params.emplace_back(name, *value.as_string());
      continue;
    }
    for (const Json& item : *value.as_array()) params.emplace_back(name, *item.as_string());
  }
  return twilio::is_signed(signature, tokens, url, params);
}

// One row {"id","auth_token","url","params"|"json_body","signature"} a line; answers
// {"id","valid"}.
int verify_signatures() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = Json::parse(line);
    if (!row) {
      std::cerr << row.error().message << "\n";
      return 1;
    }
    std::cout << Json::object({{"id", row->string_or("id", "")}, {"valid", is_valid(*row)}}).dump()
              << "\n";
  }
  return 0;
}

// One {"name","twiml"} a line.
int print_documents() {
  const twilio::Links links("https://calls.example.com", "key");
  const std::string call = "CA00000000000000000000000000000001";
  const PhoneNumber business = *PhoneNumber::parse("+15550100100");
  const auto print = [](std::string_view name, std::string_view twiml) {
    std::cout << Json::object({{"name", name}, {"twiml", twiml}}).dump() << "\n";
  };
  const reception::Transfer transfer{.to = *PhoneNumber::parse("+15550100101"),
                                     .whisper = "A caller <about> \"a leak\" & more"};
  reception::Reply reply{
      .conversation = ConversationId("cnv_1"),
      .turn = 3,
      .business = business,
      .speech = {{"one", "What's <the> \"address\" & zip?"}, {"two", "\u00bfS\u00ed?"}},
      .next = reception::HangUp{}};
  const std::vector<std::pair<std::string_view, reception::Next>> nexts = {
      {"words",
       reception::Listen{.asked = language::Question::Address, .hints = {"Oak", "Elm St"}}},
      {"keys", reception::Listen{.words = false, .keys_max = 0}},
      {"transfer", transfer},
      {"record", reception::Record{}},
      {"hang_up", reception::HangUp{}}};
  for (const auto& [name, next] : nexts) {
    reply.next = next;
    print(name, twilio::twiml::render(reply, call, links));
  }
  print("whisper", twilio::twiml::whisper(reply, transfer, links));
  print("alert", twilio::twiml::alert("Gas leak", "msg_1", 1, language::Language::English, links));
  print("alert_taken", twilio::twiml::alert_taken(language::Language::Spanish));
  print("alert_without_details", twilio::twiml::alert_without_details());
  print("apology", twilio::twiml::apology(call, business, links));
  print("goodbye", twilio::twiml::goodbye());
  print("nothing", twilio::twiml::nothing());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  if (what == "signatures") return verify_signatures();
  if (what == "documents") return print_documents();
  std::cerr << "usage: callwright_twilio_verify signatures < rows.jsonl | documents\n";
  return 2;
}
