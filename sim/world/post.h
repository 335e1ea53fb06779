#pragma once

#include <map>
#include <string>
#include <vector>

namespace callwright::sim {

// A text that the carrier took from us.
struct ReceivedText {
  std::string from;
  std::string body;
};

// What has arrived in people's pockets, by their numbers.
class Post {
 public:
  void put(const std::string& to, ReceivedText text) { boxes_[to].push_back(std::move(text)); }

  const std::vector<ReceivedText>& box(const std::string& number) const {
    static const std::vector<ReceivedText> empty;
    const auto found = boxes_.find(number);
    return found == boxes_.end() ? empty : found->second;
  }

 private:
  std::map<std::string, std::vector<ReceivedText>> boxes_;
};

}  // namespace callwright::sim
