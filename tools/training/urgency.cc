// Trains the classifier of urgency.
//
//   callwright_train_urgency OUTPUT SENTENCES CLASSES FILE...
//
// SENTENCES has a sentence and its level a line, separated by a tab; what the phrases of intents in
// each FILE say is routine.

#include "language/urgency.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/hazard_compounds.h"
#include "language/urgency_features.h"
#include "tools/training/phrase_file.h"
#include "tools/training/sequence.h"

namespace callwright::training {
namespace {

using namespace callwright::language;

constexpr std::size_t spelled_max = 3;
constexpr int epochs = 40;
// The weights are the mean of what they are after each epoch but these.
constexpr int settled_epochs = 10;
constexpr double first_rate = 0.3;
constexpr double decay = 0.985;
constexpr double bias_share = 0.1;
// Left out of a sentence now and then, so that no single word is relied upon.
constexpr double left_out_share = 0.2;

struct Sentence {
  std::vector<std::uint32_t> features;
  bool is_urgent = false;
};

Sentence sentence_of(std::string_view text, bool is_urgent) {
  Words words(text);
  join_hazard_compounds(words);
  return {urgency_features(words), is_urgent};
}

std::vector<Sentence> read_sentences(const std::filesystem::path& file) {
  std::ifstream lines(file);
  ASSERT(lines.good());
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    const bool is_urgent = !line.substr(tab + 1).starts_with("not_emergency");
    sentences.push_back(sentence_of(std::string_view(line).substr(0, tab), is_urgent));
  }
  return sentences;
}

// The weight of each feature and, last, the bias.
std::vector<double> trained(const std::vector<Sentence>& sentences) {
  std::vector<double> weights(feature_count + 1);
  std::vector<double> means(weights.size());
  double& bias = weights.back();
  Sequence sequence;
  std::vector<std::uint32_t> chosen;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    const double rate = first_rate / (1 + 0.2 * epoch);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const Sentence& sentence = sentences[sequence.below(sentences.size())];
      chosen.clear();
      double sum = bias;
      for (const std::uint32_t feature : sentence.features) {
        if (sequence.next() < left_out_share) continue;
        chosen.push_back(feature);
        sum += weights[feature];
      }
      const double step = rate * ((sentence.is_urgent ? 1 : 0) - 1 / (1 + std::exp(-sum)));
      bias += step * bias_share;
      for (const std::uint32_t feature : chosen) weights[feature] += step;
    }
    for (double& weight : weights) weight *= decay;
    if (epoch < settled_epochs) continue;
    for (std::size_t i = 0; i < means.size(); ++i) {
      means[i] += weights[i] / (epochs - settled_epochs);
    }
  }
  return means;
}

int train(const std::filesystem::path& output, const std::filesystem::path& sentence_file,
          const std::filesystem::path& shared_words,
          const std::vector<std::filesystem::path>& files) {
  std::vector<Sentence> sentences = read_sentences(sentence_file);
  const Classes classes = read_classes(shared_words);
  for (const auto& file : files) {
    for (const Phrase& phrase : read_phrases(file, classes, spelled_max)) {
      sentences.push_back(sentence_of(phrase.text, false));
    }
  }
  std::ofstream out(output, std::ios::binary);
  for (const double weight : trained(sentences)) {
    const double steps = std::clamp(std::round(weight * urgency_steps), -127.0, 127.0);
    out.put(static_cast<char>(static_cast<signed char>(steps)));
  }
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace callwright::training

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  return callwright::training::train(argv[1], argv[2], argv[3], {argv + 4, argv + argc});
}
