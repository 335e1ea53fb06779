#pragma once

#include <memory>

#include "sim/sabotage/bugs.h"

// Bugs in what is written, where another statement is not enough.
namespace callwright::sim {

std::unique_ptr<Saboteur> plant_local_time(const Bug& bug);
std::unique_ptr<Saboteur> plant_job_forgotten(const Bug& bug);
std::unique_ptr<Saboteur> plant_outcome_missing(const Bug& bug);
std::unique_ptr<Saboteur> plant_correlation_lost(const Bug& bug);
std::unique_ptr<Saboteur> plant_tenant_swapped(const Bug& bug);
std::unique_ptr<Saboteur> plant_wrong_number_owner(const Bug& bug);
std::unique_ptr<Saboteur> plant_message_twice(const Bug& bug);
std::unique_ptr<Saboteur> plant_lease_of_an_hour(const Bug& bug);
std::unique_ptr<Saboteur> plant_commit_taken_back(const Bug& bug);
std::unique_ptr<Saboteur> plant_operator_not_told(const Bug& bug);
std::unique_ptr<Saboteur> plant_record_edited(const Bug& bug);

}  // namespace callwright::sim
