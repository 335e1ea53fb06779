#include "language/emergency_tables.h"

#include <initializer_list>
#include <vector>

#include "language/hazards/tables.h"

namespace callwright::language {
namespace {

template <class Row>
std::vector<Row> joined(std::initializer_list<std::span<const Row>> parts) {
  std::vector<Row> rows;
  for (const std::span<const Row> part : parts) rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

}  // namespace

std::span<const HazardPhrase> hazard_phrases() {
  static const std::vector<HazardPhrase> rows =
      joined({hazards::gas_and_fire(), hazards::people(), hazards::declared(), hazards::water(),
              hazards::electricity(), hazards::heat_and_cold(), hazards::mentions()});
  return rows;
}

std::span<const Compound> hazard_compounds() {
  static const std::vector<Compound> rows =
      joined({hazards::namesakes(), hazards::figures_of_speech()});
  return rows;
}

std::span<const Compound> hazard_spellings() {
  return hazards::spellings();
}

std::span<const CuePhrase> cue_phrases() {
  static const std::vector<CuePhrase> rows =
      joined({hazards::moods(), hazards::endings(), hazards::moments(), hazards::surroundings()});
  return rows;
}

std::span<const WordClass> emergency_classes() {
  return hazards::word_classes();
}

}  // namespace callwright::language
