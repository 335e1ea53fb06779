#include "platform/config/closest_name.h"

#include <algorithm>

namespace callwright {
namespace {

// Letters to insert, remove, replace or swap with a neighbour to make one text the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> closest_name(std::string_view written,
                                        const std::vector<std::string>& known) {
  // A third of the letters wrong is still a misspelling; more is another word.
  std::size_t best = std::max<std::size_t>(1, written.size() / 3) + 1;
  std::optional<std::string> closest;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(written, name);
    if (distance < best) {
      best = distance;
      closest = name;
    }
  }
  return closest;
}

}  // namespace callwright
