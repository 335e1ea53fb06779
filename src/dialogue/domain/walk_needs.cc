#include "dialogue/domain/walk_needs.h"

#include <algorithm>

namespace callwright::dialogue {
namespace {

// The memories in which what is needed is known after all.
std::vector<Memory> when_known(Signal need, const Memory& memory, const WalkSamples& samples) {
  Memory known = memory;
  switch (need) {
    case Signal::NeedsProblem:
      known.problem = "P";
      return {known};
    case Signal::NeedsName:
      if (!memory.name.empty()) return {};  // It is in doubt.
      known.name = "A";
      return {known};
    case Signal::NeedsAddressOnFile:
    case Signal::NeedsAddress: {
      if (!memory.address.empty()) return {};
      std::vector<Memory> every;
      for (const auto& address :
           {std::optional(samples.inside), samples.unplaced, samples.outside}) {
        if (!address) continue;
        every.push_back(memory);
        every.back().address = *address;
      }
      if (need == Signal::NeedsAddress && memory.address_on_file.empty() && !memory.doubt) {
        every.push_back(memory);
        every.back().address_on_file = samples.inside;
      }
      return every;
    }
    case Signal::NeedsTime: {
      known.wish = TimeWish{.window = samples.window};
      Memory chosen = memory;  // Without a wish: the keypad's caller takes what is offered.
      chosen.chosen = samples.offers.front();
      return {known, chosen};
    }
    case Signal::NeedsSearch:
      known.chosen = samples.offers.front();
      return {known};
    case Signal::NeedsIdentity:
      known.identified = true;
      return {known};
    case Signal::NeedsVisits:
      known.visits = samples.visits;
      return {known};
    case Signal::NeedsVisitChoice:
      known.visit = samples.visits.front();
      return {known};
    default:
      return {};
  }
}

}  // namespace

std::vector<WalkAnswer> open_needs(const Memory& memory, const tenants::Tenant& tenant,
                                   const WalkSamples& samples) {
  std::vector<Memory> open = {memory};
  if (!memory.keypad) {
    open.push_back(memory);
    open.back().keypad = true;
  }
  std::vector<WalkAnswer> answers;
  while (!open.empty()) {
    const Memory tried = std::move(open.back());
    open.pop_back();
    const Signal need = next_need(tried, tenant);
    std::ranges::move(when_known(need, tried, samples), std::back_inserter(open));
    answers.emplace_back(tried, need);
  }
  return answers;
}

}  // namespace callwright::dialogue
