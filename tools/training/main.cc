// Trains the classifier of intents from files of phrases.
//
//   callwright_train_intents OUTPUT CLASSES FILE...
//
// Each file holds the phrases of one class of intent; CLASSES names words they share.

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/result.h"
#include "language/intent_model.h"
#include "tools/training/classifier.h"
#include "tools/training/phrase_file.h"

namespace callwright::training {
namespace {

using namespace callwright::language;

constexpr std::size_t spelled_max = 16;
// Yes and no are said unasked in the files more often than in calls, other wishes after a question
// less often: this many of each are trained as answers too.
constexpr std::size_t answered_every = 6;

std::size_t class_named(std::string_view name) {
  for (std::size_t i = 0; i < intent_classes.size(); ++i) {
    if (intent_classes[i].name == name) return i;
  }
  std::fprintf(stderr, "no class is named %s\n", std::string(name).c_str());
  std::exit(1);
}

Example example_of(const Phrase& phrase, Question asked, std::size_t label) {
  const Words words(phrase.text);
  return {.features = intent_features(words, asked, read_intent_rules(words, asked)),
          .label = label};
}

void add_examples(const std::filesystem::path& file, const Classes& classes, std::size_t& lines,
                  std::vector<Example>& examples) {
  const std::size_t label = class_named(file.stem().string());
  const std::vector<Phrase> phrases = read_phrases(file, classes, spelled_max);
  std::map<std::size_t, std::size_t> spelled;
  for (const Phrase& phrase : phrases) ++spelled[phrase.line];
  const bool is_answer =
      intent_classes[label].label == Intent::Affirm || intent_classes[label].label == Intent::Deny;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const double weight = std::pow(static_cast<double>(spelled[phrases[i].line]), -0.6);
    const auto add = [&](Question asked) {
      examples.push_back(example_of(phrases[i], asked, label));
      examples.back().weight = weight;
      examples.back().line = lines + phrases[i].line;
    };
    add(phrases[i].asked);
    if (phrases[i].asked == Question::None && (is_answer || i % answered_every == 0)) {
      add(Question::Confirm);
    }
  }
  lines += 1000;
}

int train(const std::filesystem::path& output, const std::filesystem::path& shared_words,
          const std::vector<std::filesystem::path>& files) {
  std::vector<Example> examples;
  std::size_t lines = 0;
  const Classes classes = read_classes(shared_words);
  for (const auto& file : files) add_examples(file, classes, lines, examples);
  const std::vector<signed char> weights = trained_weights(examples);
  ASSERT(weights.size() == intent_weights_size);
  std::ofstream out(output, std::ios::binary);
  out.write(reinterpret_cast<const char*>(weights.data()),
            static_cast<std::streamsize>(weights.size()));
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace callwright::training

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  return callwright::training::train(argv[1], argv[2], {argv + 3, argv + argc});
}
