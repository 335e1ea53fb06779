// Measures what the language rules make of other people's sentences: intents, emergencies, consent
// words and redaction. Prints figures and the rows that went wrong.
//
//   callwright_eval_understanding [intents|emergencies|opt_out|redaction|speed] [worst rows to
//   print]

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "json_lines.h"
#include "language/redaction.h"
#include "language/understanding.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;
using simdjson::dom::element;

struct Options {
  std::string_view part;
  std::size_t worst = 20;

  bool wants(std::string_view name) const { return part.empty() || part == name; }
};

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

// --- Intents ------------------------------------------------------------------------------------

struct IntentRow {
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

std::vector<IntentRow> intent_rows() {
  std::vector<IntentRow> rows;
  const auto folder = shared_data() / "intents";
  for_each_row(folder / "single_utterance.jsonl", [&](element row) {
    const std::string strength = text_of(row, "strength");
    if (strength == "C") return;
    rows.push_back(
        {"single " + strength, text_of(row, "text"), "", intents_of(text_of(row, "label"))});
  });
  for_each_row(folder / "nlupp.jsonl", [&](element row) {
    simdjson::dom::array labels;
    if (row["labels"].get(labels) != simdjson::SUCCESS || labels.size() != 1) return;
    rows.push_back({"nlupp", text_of(row, "text"), "",
                    intents_of(std::string_view(labels.at(0).get_string().value_unsafe()))});
  });
  for_each_row(folder / "sgd_turns.jsonl", [&](element row) {
    const std::string label = text_of(row, "label");
    if (label == "faq") return;
    std::vector<Intent> accepted = intents_of(label);
    if (label == "schedule") accepted.push_back(Intent::Affirm);
    rows.push_back({"sgd", text_of(row, "text"), text_of(row, "prev_system"), accepted});
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
    rows.push_back({"trades", text_of(row, "text"), "", accepted});
  });
  std::erase_if(rows, [](const IntentRow& row) { return row.accepted.empty(); });
  return rows;
}

bool is_swap(Intent a, Intent b) {
  return (a == Intent::Affirm && b == Intent::Deny) || (a == Intent::Deny && b == Intent::Affirm);
}

void print_confusion(const std::map<std::pair<Intent, Intent>, std::size_t>& confusion) {
  std::set<Intent> labels;
  for (const auto& [pair, count] : confusion) labels.insert({pair.first, pair.second});
  std::printf("  expected \\ read  ");
  for (const Intent label : labels) std::printf("%8.7s", std::string(to_string(label)).c_str());
  std::printf("\n");
  for (const Intent expected : labels) {
    std::printf("  %-16s ", std::string(to_string(expected)).c_str());
    for (const Intent read : labels) {
      const auto found = confusion.find({expected, read});
      std::printf("%8zu", found == confusion.end() ? 0 : found->second);
    }
    std::printf("\n");
  }
}

void eval_intents(const Options& options) {
  std::printf("Intents\n");
  std::map<std::string, Tally> by_set;
  std::map<std::pair<Intent, Intent>, std::size_t> confusion;
  std::array<Tally, 10> by_confidence{};
  Tally total;
  Tally unswapped;
  WorstRows worst(options.worst);
  for (const IntentRow& row : intent_rows()) {
    const Context context{.previous_prompt = row.prompt};
    const IntentReading read = understand(row.text, context).intent;
    const bool right = std::ranges::find(row.accepted, read.label) != row.accepted.end();
    const Intent expected = row.accepted.front();
    by_set[row.set].add(right);
    by_set[row.set + ": " + std::string(to_string(expected))].add(right);
    total.add(right);
    if (expected == Intent::Affirm || expected == Intent::Deny) {
      unswapped.add(right || !is_swap(expected, read.label));
    }
    by_confidence[std::min<std::size_t>(9, static_cast<std::size_t>(read.confidence * 10))].add(
        right);
    ++confusion[{expected, right ? expected : read.label}];
    if (!right) {
      worst.add(row.set + " " + std::string(to_string(expected)) + " -> " +
                std::string(to_string(read.label)) + " | " + row.text +
                (row.prompt.empty() ? "" : "   (after: " + row.prompt + ")"));
    }
  }
  print("all", total);
  print("yes and no not swapped", unswapped);
  for (const auto& [set, tally] : by_set) print(set, tally);
  for (std::size_t i = 0; i < by_confidence.size(); ++i) {
    if (by_confidence[i].all > 0)
      print("right at confidence 0." + std::to_string(i), by_confidence[i]);
  }
  print_confusion(confusion);
  worst.print();
}

// --- Emergencies --------------------------------------------------------------------------------

void eval_emergencies(const Options& options) {
  std::printf("Emergencies\n");
  std::map<std::pair<std::string, std::string>, std::size_t> confusion;
  Tally not_missed;
  Tally no_false_alarm;
  Tally policy_not_ignored;
  WorstRows worst(options.worst);
  const auto read_row = [&](element row, const char* field) {
    const std::string text = text_of(row, field);
    const std::string label = text_of(row, "label");
    const EmergencyReading read = understand(text, {}).emergency;
    ++confusion[{label, std::string(to_string(read.level))}];
    bool right = true;
    if (label == "emergency") {
      right = read.level != EmergencyLevel::NotEmergency;
      not_missed.add(right);
    } else if (label == "not_emergency") {
      right = read.level != EmergencyLevel::Emergency;
      no_false_alarm.add(right);
    } else {
      right = read.level != EmergencyLevel::NotEmergency;
      policy_not_ignored.add(right);
    }
    const bool exact = label == to_string(read.level) || (label == "policy" && right);
    if (!exact) {
      std::string line = label;
      line.append(right ? " ~> " : " -> ").append(to_string(read.level)).append(" | ").append(text);
      for (const std::string& reason : read.reasons) line.append(" [").append(reason).append("]");
      worst.add(std::move(line));
    }
  };
  for_each_row(shared_data() / "emergency" / "trades_emergency.jsonl",
               [&](element row) { read_row(row, "text"); });
  for_each_row(shared_data() / "emergency" / "official_conditions.jsonl",
               [&](element row) { read_row(row, "condition"); });
  print("emergencies not missed", not_missed);
  print("routine calls without a false alarm", no_false_alarm);
  print("policy cases asked about or escalated", policy_not_ignored);
  for (const auto& [pair, count] : confusion) {
    std::printf("  %-14s read as %-14s %5zu\n", pair.first.c_str(), pair.second.c_str(), count);
  }
  worst.print();
}

// --- Consent ------------------------------------------------------------------------------------

void eval_opt_out(const Options& options) {
  std::printf("Opt-out\n");
  Tally recall;
  Tally precision;
  Tally others;
  WorstRows worst(options.worst);
  for_each_row(shared_data() / "sms" / "optout.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const std::string label = text_of(row, "label");
    const OptOut read = understand(text, {.channel = Channel::Sms}).opt_out;
    bool right = true;
    if (label == "opt_out") recall.add(right = read == OptOut::Stop);
    if (label == "not_opt_out") precision.add(right = read == OptOut::None);
    if (label == "opt_in") others.add(right = read == OptOut::Start);
    if (label == "help") others.add(right = read == OptOut::Help);
    if (!right) worst.add(label + " -> " + std::string(to_string(read)) + " | " + text);
  });
  print("opt-outs heard", recall);
  print("other messages left alone", precision);
  print("START and HELP", others);
  worst.print();
}

// --- Redaction ----------------------------------------------------------------------------------

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

void eval_redaction(const Options& options) {
  std::printf("Redaction\n");
  std::map<std::string, Tally> tallies;
  WorstRows worst(options.worst);
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

// --- Speed --------------------------------------------------------------------------------------

// Time this thread has worked, so that a busy machine does not count.
double worked_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void eval_speed() {
  std::printf("Speed\n");
  std::vector<std::string> texts;
  for (const IntentRow& row : intent_rows()) texts.push_back(row.text);
  if (texts.empty()) return;
  std::vector<double> micros;
  for (const std::string& text : texts) {
    const double begin = worked_seconds();
    const Understanding understanding = understand(text, {});
    const double end = worked_seconds();
    if (understanding.intent.confidence >= 0) micros.push_back((end - begin) * 1e6);
  }
  std::ranges::sort(micros);
  std::printf("  understand: p50 %.0f us, p99 %.0f us, max %.0f us\n", micros[micros.size() / 2],
              micros[micros.size() * 99 / 100], micros.back());

  std::string all;
  while (all.size() < 20'000'000) {
    for (const std::string& text : texts) all.append(text).append(" 4111 1111 1111 1111 at 5 pm\n");
  }
  const double begin = worked_seconds();
  const std::size_t spans = redact(all).spans.size();
  const double seconds = worked_seconds() - begin;
  std::printf("  redact: %.0f MB/s (%zu spans)\n", static_cast<double>(all.size()) / 1e6 / seconds,
              spans);
  for (const std::size_t words : {1000U, 10000U, 100000U}) {
    std::string hostile;
    for (std::size_t i = 0; i < words; ++i) hostile += "fire no gas leak is 4 ";
    const double start = worked_seconds();
    const EmergencyReading read = understand(hostile, {}).emergency;
    const double took = (worked_seconds() - start) * 1e3;
    std::printf("  %zu kB of hazards: %.0f ms (%zu reasons)\n", hostile.size() / 1000, took,
                read.reasons.size());
  }
}

int run(const Options& options) {
  if (!std::filesystem::exists(shared_data())) {
    std::printf("No measuring data at %s; nothing measured.\n", shared_data().c_str());
    return 0;
  }
  if (options.wants("intents")) eval_intents(options);
  if (options.wants("emergencies")) eval_emergencies(options);
  if (options.wants("opt_out")) eval_opt_out(options);
  if (options.wants("redaction")) eval_redaction(options);
  if (options.wants("speed")) eval_speed();
  return 0;
}

}  // namespace
}  // namespace callwright::eval

int main(int argc, char** argv) {
  callwright::eval::Options options;
  if (argc > 1) options.part = argv[1];
  if (argc > 2) options.worst = std::stoul(argv[2]);
  return callwright::eval::run(options);
}
