#pragma once

#include <memory>

#include "sim/sabotage/bugs.h"

// Bugs in how the product speaks with carriers.
namespace callwright::sim {

std::unique_ptr<Saboteur> plant_sent_before_commit(const Bug& bug);
std::unique_ptr<Saboteur> plant_resent_without_asking(const Bug& bug);
std::unique_ptr<Saboteur> plant_timeout_taken_for_failure(const Bug& bug);
std::unique_ptr<Saboteur> plant_words_not_redacted(const Bug& bug);
std::unique_ptr<Saboteur> plant_signature_not_checked(const Bug& bug);

}  // namespace callwright::sim
