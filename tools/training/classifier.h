#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/intent_features.h"

namespace callwright::training {

struct Example {
  language::IntentFeatures features;
  std::size_t label = 0;  // Index in intent_classes.
  double weight = 1;
  std::size_t line = 0;  // Which line of all files it was spelled out from.
};

// Multinomial logistic regression by stochastic gradient descent. The order of examples and what is
// left out come from a fixed sequence: the same examples always give the same bytes.
std::vector<signed char> trained_weights(const std::vector<Example>& examples);

}  // namespace callwright::training
