#include "dialogue/domain/patience.h"

namespace callwright::dialogue {
namespace {

constexpr Minutes turn_patience{2};
constexpr Minutes recording_patience{6};
constexpr Minutes bridged_patience{4 * 60};  // The carrier's own limit for a bridged call.

}  // namespace

Milliseconds patience(Stage stage, language::Channel channel, const tenants::Policies& policies) {
  if (channel != language::Channel::Voice) return policies.text_thread_idle;
  switch (stage) {
    case Stage::Transferring:
      return bridged_patience;
    case Stage::Recording:
      return recording_patience;
    default:
      return turn_patience;
  }
}

}  // namespace callwright::dialogue
