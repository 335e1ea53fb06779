#include "tools/eval/score_intents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/intent_model.h"
#include "language/understanding.h"
#include "support/language_sets.h"
#include "tools/eval/halves.h"
#include "tools/eval/json_lines.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;
using simdjson::dom::element;

struct Row {
  std::string id;
  std::string set;
  std::string text;
  std::string prompt;
  std::vector<Intent> accepted;  // The first is the expected one.
};

std::vector<Intent> intents_of(std::string_view label) {
  static const std::map<std::string_view, std::vector<Intent>> known = {
      {"affirm", {Intent::Affirm}},
      {"deny", {Intent::Deny}},
      {"repeat", {Intent::Repeat}},
      {"goodbye", {Intent::Goodbye}},
      {"schedule", {Intent::Schedule}},
      {"reschedule", {Intent::Reschedule}},
      {"cancel", {Intent::Cancel}},
      {"handoff", {Intent::SpeakToHuman}},
      {"faq", {Intent::Faq}},
      {"owner_schedule_query", {Intent::OwnerQuery}},
      {"out_of_scope", {Intent::OutOfScope}},
      {"affirm+faq", {Intent::Affirm, Intent::Faq}},
      {"correction", {Intent::Deny, Intent::Reschedule, Intent::Schedule}},
  };
  const auto found = known.find(label);
  return found == known.end() ? std::vector<Intent>{} : found->second;
}

std::vector<Row> open_rows() {
  std::vector<Row> rows;
  const auto folder = shared_data() / "intents";
  for_each_row(folder / "single_utterance.jsonl", [&](element row) {
    const std::string strength = text_of(row, "strength");
    if (strength == "C") return;
    rows.push_back({text_of(row, "id"), "single " + strength, text_of(row, "text"), "",
                    intents_of(text_of(row, "label"))});
  });
  for_each_row(folder / "nlupp.jsonl", [&](element row) {
    simdjson::dom::array labels;
    if (row["labels"].get(labels) != simdjson::SUCCESS || labels.size() != 1) return;
    rows.push_back({text_of(row, "id"), "nlupp", text_of(row, "text"), "",
                    intents_of(std::string_view(labels.at(0).get_string().value_unsafe()))});
  });
  for_each_row(folder / "sgd_turns.jsonl", [&](element row) {
    const std::string label = text_of(row, "label");
    if (label == "faq") return;
    std::vector<Intent> accepted = intents_of(label);
    if (label == "schedule") accepted.push_back(Intent::Affirm);
    rows.push_back(
        {text_of(row, "id"), "sgd", text_of(row, "text"), text_of(row, "prev_system"), accepted});
  });
  for_each_row(folder / "trades_utterances.jsonl", [&](element row) {
    const std::string category = text_of(row, "category");
    std::vector<Intent> accepted;
    if (category.starts_with("faq:")) accepted = {Intent::Faq, Intent::Schedule};
    if (category == "pricing") accepted = {Intent::Faq};
    if (category == "scheduling" || category.starts_with("problem:") ||
        category == "troubleshooting") {
      accepted = {Intent::Schedule, Intent::Emergency};
    }
    rows.push_back({text_of(row, "id"), "trades", text_of(row, "text"), "", accepted});
  });
  std::erase_if(rows, [](const Row& row) { return row.accepted.empty(); });
  return rows;
}

Intent intent_named(std::string_view name) {
  for (std::size_t i = 0; i < intent_count; ++i) {
    if (to_string(static_cast<Intent>(i)) == name) return static_cast<Intent>(i);
  }
  return Intent::None;
}

// The project's own: what was said, its intent and the prompt it answers.
std::vector<Row> own_rows(const std::string& part) {
  std::vector<Row> rows;
  for (const tests::SetRow& row : tests::set_rows("intents." + part + ".tsv")) {
    const auto fields = split(row.expected, '\t');
    rows.push_back({"own",
                    "own " + part,
                    row.said,
                    fields.size() > 1 ? std::string(fields[1]) : std::string(),
                    {intent_named(fields[0])}});
  }
  return rows;
}

bool is_swap(Intent a, Intent b) {
  return (a == Intent::Affirm && b == Intent::Deny) || (a == Intent::Deny && b == Intent::Affirm);
}

class Confusion {
 public:
  void add(Intent expected, Intent read) { ++counts_[{expected, read}]; }

  void print() const {
    std::set<Intent> labels;
    for (const auto& [pair, count] : counts_) labels.insert({pair.first, pair.second});
    std::printf("expected \\ read  ");
    for (const Intent label : labels) std::printf("%8.7s", std::string(to_string(label)).c_str());
    std::printf("\n");
    for (const Intent expected : labels) {
      std::printf("%-16s ", std::string(to_string(expected)).c_str());
      for (const Intent read : labels) {
        const auto found = counts_.find({expected, read});
        std::printf("%8zu", found == counts_.end() ? 0 : found->second);
      }
      std::printf("\n");
    }
  }

 private:
  std::map<std::pair<Intent, Intent>, std::size_t> counts_;
};

// Of the readings of one confidence, as many should be right.
class Reliability {
 public:
  void add(double confidence, bool right) {
    Bin& bin = bins_[std::min(bins_.size() - 1, static_cast<std::size_t>(confidence * 10))];
    ++bin.rows;
    bin.right += right ? 1 : 0;
    bin.confidence += confidence;
  }

  void print(const char* name) const {
    std::printf("confidence, %s:", name);
    double error = 0;
    double rows = 0;
    for (const Bin& bin : bins_) {
      if (bin.rows == 0) continue;
      const double count = static_cast<double>(bin.rows);
      std::printf("  %.2f is right %.2f (%zu)", bin.confidence / count,
                  static_cast<double>(bin.right) / count, bin.rows);
      error += std::abs(bin.confidence - static_cast<double>(bin.right));
      rows += count;
    }
    std::printf("  expected calibration error %.3f\n", rows > 0 ? error / rows : 0);
  }

 private:
  struct Bin {
    std::size_t rows = 0;
    std::size_t right = 0;
    double confidence = 0;
  };
  std::array<Bin, 10> bins_{};
};

struct Scores {
  Confusion confusion;
  std::map<std::string, Reliability> reliability;
};

void score(const Row& row, bool shown, const std::vector<std::string>& groups, Report& report,
           Scores& scores) {
  const IntentReading read = understand(row.text, {.previous_prompt = row.prompt}).intent;
  const bool right = std::ranges::find(row.accepted, read.label) != row.accepted.end();
  const Intent expected = row.accepted.front();
  const std::string text =
      shown ? row.text + (row.prompt.empty() ? "" : "   (after: " + row.prompt + ")")
            : row.id + " (held out)";
  for (const std::string& group : groups) {
    report.add("intents " + group, right, text, std::string(to_string(expected)),
               std::string(to_string(read.label)));
    scores.reliability[group].add(read.confidence, right);
  }
  if (expected == Intent::Affirm || expected == Intent::Deny) {
    report.add("yes and no not swapped", right || !is_swap(expected, read.label), text,
               std::string(to_string(expected)), std::string(to_string(read.label)));
  }
  scores.confusion.add(expected, right ? expected : read.label);
}

void print_split() {
  std::size_t lines = 0;
  const auto folder = std::filesystem::path(CALLWRIGHT_SOURCE_DIR) / "src/language/phrases";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream text(file.path());
    for (std::string line; std::getline(text, line);) {
      if (!line.empty() && !line.starts_with('#') && !line.starts_with('@')) ++lines;
    }
  }
  std::printf(
      "intents: trained on %zu lines of src/language/phrases; scored on %zu sentences of\n"
      "  tests/language that were seen meanwhile and %zu that were not, and on %zu open rows\n",
      lines, own_rows("seen").size(), own_rows("held_out").size(), open_rows().size());
}

}  // namespace

void score_intents(Report& report) {
  report.set_bar("intents all", 90);
  report.set_bar("intents half seen", 90);
  report.set_bar("intents half held out", 90);
  report.set_bar("intents own held_out", 90);
  report.set_bar("yes and no not swapped", 99.8);
  print_split();
  Scores scores;
  for (const Row& row : open_rows()) {
    score(row, !is_held_out(row.id),
          {"all", half_of(row.id), row.set,
           "by intent: " + std::string(to_string(row.accepted.front()))},
          report, scores);
  }
  for (const std::string part : {"seen", "held_out"}) {
    for (const Row& row : own_rows(part))
      score(row, part == "seen", {"own " + part}, report, scores);
  }
  scores.confusion.print();
  for (const char* group : {"half seen", "half held out", "own seen", "own held_out"}) {
    scores.reliability[group].print(group);
  }
}

}  // namespace callwright::eval
