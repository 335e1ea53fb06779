#include "tools/training/phrase_file.h"

#include <fstream>
#include <numeric>

#include "base/result.h"
#include "base/text.h"

namespace callwright::training {
namespace {

using language::Question;

Question parse_question(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Question::OwnerQuery); ++i) {
    if (to_string(static_cast<Question>(i)) == name) return static_cast<Question>(i);
  }
  ASSERT(name == "none");
  return Question::None;
}

using Choices = std::vector<std::vector<std::string_view>>;

// What stands in brackets is a choice, and so is a class within or without; the rest is one word
// after another.
Choices choices_of(std::string_view line) {
  Choices choices;
  while (!line.empty()) {
    const std::size_t open = line.find('(');
    if (open != 0) {
      choices.push_back({line.substr(0, open)});
      line.remove_prefix(std::min(open, line.size()));
      continue;
    }
    const std::size_t close = line.find(')');
    ASSERT(close != std::string_view::npos);
    choices.push_back(split(line.substr(1, close - 1), '|'));
    line.remove_prefix(close + 1);
  }
  return choices;
}

// Puts a word of each class in the place of its name; `turn` says which, and is used up.
std::string with_words_of_classes(std::string text, const Classes& classes, std::size_t turn) {
  for (std::size_t open = 0; (open = text.find('<')) != std::string::npos; turn = turn / 3 + 7) {
    const std::size_t close = text.find('>', open);
    ASSERT(close != std::string::npos);
    const auto found = classes.find(text.substr(open + 1, close - open - 1));
    ASSERT(found != classes.end());
    const std::vector<std::string_view> words = split(found->second, '|');
    text.replace(open, close + 1 - open, words[turn % words.size()]);
  }
  return text;
}

std::string one_space_between(std::string_view text) {
  std::string out;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// The sentences of one line. Lines differ in `number`, so that each begins elsewhere in a class.
std::vector<std::string> spelled_out(std::string_view line, const Classes& classes,
                                     std::size_t number, std::size_t spelled_max) {
  const Choices choices = choices_of(line);
  std::size_t all = 1;
  for (const auto& choice : choices) all *= choice.size();
  // A stride without a common factor meets every combination once; one near the golden section
  // meets every alternative early.
  std::size_t stride = std::max<std::size_t>(1, all * 618 / 1000);
  while (std::gcd(stride, all) != 1) ++stride;
  const std::size_t ways = line.contains('<') ? spelled_max : std::min(all, spelled_max);
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < ways; ++i) {
    std::size_t combination = i * stride % all;
    std::string sentence;
    for (const auto& choice : choices) {
      sentence += choice[combination % choice.size()];
      combination /= choice.size();
    }
    const std::size_t turn = number * 31 + i * 17;
    sentences.push_back(one_space_between(with_words_of_classes(sentence, classes, turn)));
  }
  return sentences;
}

}  // namespace

Classes read_classes(const std::filesystem::path& file) {
  std::ifstream lines(file);
  ASSERT(lines.good());
  Classes classes;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find(" = ");
    if (line.starts_with('#') || equals == std::string::npos) continue;
    classes[line.substr(0, equals)] = line.substr(equals + 3);
  }
  return classes;
}

std::vector<Phrase> read_phrases(const std::filesystem::path& file, const Classes& classes,
                                 std::size_t spelled_max) {
  std::ifstream lines(file);
  ASSERT(lines.good());
  std::vector<Phrase> phrases;
  Question asked = Question::None;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with('@')) {
      asked = parse_question(std::string_view(line).substr(1));
      continue;
    }
    for (std::string& text : spelled_out(line, classes, number, spelled_max)) {
      phrases.push_back({.text = std::move(text), .asked = asked, .line = number});
    }
  }
  return phrases;
}

}  // namespace callwright::training
