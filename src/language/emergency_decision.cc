#include "language/emergency_decision.h"

namespace callwright::language {
namespace {

constexpr EmergencyLevel yes = EmergencyLevel::Emergency;
constexpr EmergencyLevel ask = EmergencyLevel::Ambiguous;
constexpr EmergencyLevel no = EmergencyLevel::NotEmergency;

// The decision: rows are dangers, columns states. Better one question too many than one too few.
constexpr EmergencyLevel decision[3][10] = {
    // now  susp  futr  cont  rcnt  enqr  hypo  past  rslv  negd
    {yes, yes, yes, ask, ask, ask, no, no, no, no},  // Critical
    {yes, yes, ask, ask, ask, ask, no, no, no, no},  // Urgent
    {ask, ask, ask, ask, ask, no, no, no, no, no},   // Unclear
};

constexpr double scores[3][10] = {
    {0.98, 0.90, 0.80, 0.50, 0.55, 0.45, 0.15, 0.10, 0.08, 0.04},
    {0.95, 0.85, 0.60, 0.45, 0.50, 0.40, 0.10, 0.08, 0.06, 0.03},
    {0.50, 0.45, 0.40, 0.20, 0.40, 0.20, 0.08, 0.05, 0.04, 0.02},
};

}  // namespace

EmergencyLevel level_of(Danger danger, HazardState state) {
  return decision[static_cast<std::size_t>(danger)][static_cast<std::size_t>(state)];
}

double score_of(Danger danger, HazardState state) {
  return scores[static_cast<std::size_t>(danger)][static_cast<std::size_t>(state)];
}

}  // namespace callwright::language
