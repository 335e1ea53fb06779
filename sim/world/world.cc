#include "sim/world/world.h"

namespace callwright::sim {

void World::apply(Business& business, Json document) {
  auto applied = rehearsal_.apply_tenant(document);
  if (!applied) return;
  business = {.document = std::move(document), .tenant = *std::move(applied)};
}

std::string World::dial(const std::string& from, const PhoneNumber& to,
                        reception::Verification verification) {
  note("dial", from, to.e164());
  return rehearsal_.run(carrier().dial({.from = from, .to = to, .verification = verification}));
}

bool World::say(const std::string& call, const std::string& words, double confidence) {
  note("say", call, words);
  return rehearsal_.run(carrier().say(call, words, confidence));
}

bool World::press(const std::string& call, const std::string& keys) {
  note("press", call, keys);
  return rehearsal_.run(carrier().press(call, keys));
}

void World::hang_up(const std::string& call) {
  note("hang up", call, "");
  rehearsal_.run(carrier().hang_up(call));
}

bool World::pick_up(const std::string& call) {
  note("pick up", call, "");
  return rehearsal_.run(carrier().pick_up(call));
}

void World::decline(const std::string& call) {
  note("decline", call, "");
  rehearsal_.run(carrier().decline(call));
}

void World::text(const std::string& from, const PhoneNumber& to, const std::string& words) {
  note("text", from, words);
  rehearsal_.run(carrier().text_in(from, to, words));
}

void World::note(std::string_view act, std::string_view who, std::string_view what) {
  ++tally_.turns;
  trace_.add(static_cast<std::uint64_t>(to_ms(now())));
  trace_.add(act);
  trace_.add(who);
  trace_.add(what);
}

}  // namespace callwright::sim
