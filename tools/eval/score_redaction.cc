#include "tools/eval/score_redaction.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "language/redaction.h"
#include "tools/eval/json_lines.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;
using simdjson::dom::element;

struct Tally {
  std::size_t right = 0;
  std::size_t all = 0;

  void add(bool is_right) {
    right += is_right ? 1 : 0;
    ++all;
  }
};

void print(std::string_view name, const Tally& tally) {
  const double percent =
      tally.all == 0 ? 0
                     : 100.0 * static_cast<double>(tally.right) / static_cast<double>(tally.all);
  std::printf("  %-46.*s %6zu of %6zu  %6.2f %%\n", static_cast<int>(name.size()), name.data(),
              tally.right, tally.all, percent);
}

class WorstRows {
 public:
  explicit WorstRows(std::size_t most) : most_(most) {}

  void add(std::string line) {
    if (lines_.size() < most_) lines_.push_back(std::move(line));
  }

  void print() const {
    for (const std::string& line : lines_) std::printf("    %s\n", line.c_str());
  }

 private:
  std::size_t most_;
  std::vector<std::string> lines_;
};

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string type;
};

std::vector<Span> spans_of(element row) {
  std::vector<Span> spans;
  simdjson::dom::array list;
  if (row["spans"].get(list) != simdjson::SUCCESS) return spans;
  for (const element span : list) {
    spans.push_back({static_cast<std::size_t>(span["start"].get_uint64().value_unsafe()),
                     static_cast<std::size_t>(span["end"].get_uint64().value_unsafe()),
                     text_of(span, "type")});
  }
  return spans;
}

bool is_always_blanked(std::string_view type) {
  return type == "CREDIT_CARD" || type == "US_SSN" || type == "US_ITIN" ||
         type == "ABA_ROUTING_NUMBER" || type == "IBAN_CODE" || type == "US_BANK_NUMBER";
}

bool covers(const Redaction& redaction, const Span& span) {
  return std::ranges::any_of(redaction.spans, [&](const SensitiveSpan& found) {
    return found.begin <= span.begin && found.end >= span.end;
  });
}

}  // namespace

void score_redaction(std::size_t worst_rows) {
  std::printf("Redaction\n");
  std::map<std::string, Tally> tallies;
  WorstRows worst(worst_rows);
  const auto read_row = [&](element row, const std::string& set) {
    const std::string text = text_of(row, "text");
    const std::vector<Span> spans = spans_of(row);
    const Redaction redaction = redact(text);
    bool has_secret = false;
    bool right = true;
    for (const Span& span : spans) {
      if (!is_always_blanked(span.type)) continue;
      has_secret = true;
      const bool covered = covers(redaction, span);
      right = right && covered;
      const std::string form = text_of(row, "form");
      const bool written = form.empty() || form.starts_with("written");
      tallies[set + " blanked, " + (written ? "written: " : "spoken: ") + span.type].add(covered);
    }
    if (!has_secret) {
      right = redaction.spans.empty();
      tallies[set + " left alone"].add(right);
    }
    if (!right) worst.add(set + " | " + text + "  =>  " + redaction.text);
  };
  const auto folder = shared_data() / "pii";
  for (const std::string set :
       {"spoken_pii", "hard_negatives", "presidio_recognizers", "presidio_synth_v2"}) {
    for_each_row(folder / (set + ".jsonl"), [&](element row) { read_row(row, set); });
  }
  for (const auto& [name, tally] : tallies) print(name, tally);
  worst.print();
}

}  // namespace callwright::eval
