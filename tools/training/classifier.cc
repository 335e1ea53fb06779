#include "tools/training/classifier.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <unordered_map>

#include "language/intent_model.h"
#include "tools/training/sequence.h"

namespace callwright::training {
namespace {

using language::feature_count;
constexpr std::size_t class_count = language::intent_classes.size();

constexpr int epochs = 30;
// The weights are the mean of what they are after each epoch but these, and of as many trainings:
// less hangs on the order of the examples.
constexpr int settled_epochs = 8;
constexpr int trainings = 4;
constexpr double first_rate = 0.2;
constexpr double decay = 1e-4;
// Left out of an example now and then, so that no single word is relied upon.
constexpr double left_out_share = 0.2;
// Words of only one line teach what an unknown word means.
constexpr double rare_left_out_share = 0.5;

class Trainer {
 public:
  explicit Trainer(const std::vector<Example>& examples)
      : examples_(examples), weights_(feature_count * class_count), sums_(weights_.size()) {
    std::unordered_map<std::uint32_t, std::set<std::size_t>> lines;
    for (const Example& example : examples) {
      for (const std::uint32_t word : example.features.words) lines[word].insert(example.line);
    }
    for (const auto& [word, of] : lines) {
      if (of.size() == 1) rare_.insert(word);
    }
  }

  void run() {
    for (int training = 0; training < trainings; ++training) run_once();
  }

  std::vector<signed char> quantised() const {
    std::vector<signed char> bytes;
    bytes.reserve(weights_.size());
    for (const double sum : sums_) {
      const double mean = sum / (trainings * (epochs - settled_epochs));
      const double steps = std::round(mean * language::weight_steps);
      bytes.push_back(static_cast<signed char>(std::clamp(steps, -127.0, 127.0)));
    }
    return bytes;
  }

 private:
  void run_once() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::fill(weights_, 0.0);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      rate_ = first_rate / (1 + 0.15 * epoch);
      for (std::size_t i = order.size() - 1; i > 0; --i) {
        std::swap(order[i], order[sequence_.below(i + 1)]);
      }
      for (const std::size_t i : order) learn(examples_[i]);
      for (double& weight : weights_) weight *= 1 - decay * static_cast<double>(order.size()) / 100;
      if (epoch >= settled_epochs) {
        for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
      }
    }
  }

  void learn(const Example& example) {
    choose_features(example.features);
    std::array<double, class_count> scores{};
    for (const std::uint32_t feature : chosen_) {
      const double* weights = &weights_[feature * class_count];
      for (std::size_t i = 0; i < class_count; ++i) scores[i] += weights[i];
    }
    const double top = *std::ranges::max_element(scores);
    double total = 0;
    for (double& score : scores) {
      score = std::exp(score - top);
      total += score;
    }
    for (std::size_t i = 0; i < class_count; ++i) {
      const double error = (i == example.label ? 1.0 : 0.0) - scores[i] / total;
      const double step = rate_ * example.weight * error;
      for (const std::uint32_t feature : chosen_) weights_[feature * class_count + i] += step;
    }
  }

  void choose_features(const language::IntentFeatures& features) {
    chosen_.clear();
    std::size_t unknown = 0;
    for (const std::uint32_t word : features.words) {
      if (rare_.contains(word) && sequence_.next() < rare_left_out_share) {
        ++unknown;
      } else if (sequence_.next() >= left_out_share) {
        chosen_.push_back(word);
      }
    }
    for (const std::uint32_t other : features.others) {
      if (sequence_.next() >= left_out_share) chosen_.push_back(other);
    }
    chosen_.push_back(language::unknown_words_feature(unknown, features.words.size()));
  }

  const std::vector<Example>& examples_;
  std::vector<double> weights_;
  std::vector<double> sums_;  // Of the weights after each settled epoch.
  std::set<std::uint32_t> rare_;
  std::vector<std::uint32_t> chosen_;
  Sequence sequence_;
  double rate_ = first_rate;
};

}  // namespace

std::vector<signed char> trained_weights(const std::vector<Example>& examples) {
  Trainer trainer(examples);
  trainer.run();
  return trainer.quantised();
}

}  // namespace callwright::training
