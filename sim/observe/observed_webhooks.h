#pragma once

#include "providers/sandbox/sandbox_carrier.h"
#include "sim/observe/witness.h"

namespace callwright::sim {

enum class LookAtSignatures : std::uint8_t { No, Yes };

// Brings webhooks to us as before, in sight of the witness, which must outlive the result.
providers::sandbox::Deliver observed(providers::sandbox::Deliver deliver, Witness& witness,
                                     LookAtSignatures look);

}  // namespace callwright::sim
