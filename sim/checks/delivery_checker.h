#pragma once

#include <map>

#include "sim/checks/checker.h"

namespace callwright::sim {

// What leaves the house, how often, and what is said to have become of it: 19, 20, 21, 22.
class DeliveryChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void handing_over(const Parcel& parcel) override;
  void handed_over(const Parcel& parcel, const notifications::HandOver& answer) override;
  void looked_up(const Parcel& parcel, const Result<bool>& has_it) override;
  void webhook_begins(const Webhook& webhook) override;
  void at_end(const providers::sandbox::SandboxCarrier& carrier) override;

 private:
  struct Copies {
    int accepted = 0;
    bool in_doubt = false;  // A copy may have gone and the provider was not asked since.
    int handed_over = 0;
  };

  void message_changed(const Change& change);
  void copy_changed(const Change& change);

  TextMap<Copies> copies_;        // By message.
  TextMap<int> told_;             // The highest rank the carrier told of a copy, by its id.
  TextMap<std::string> copy_of_;  // Which copy a message's news is about.
  std::map<std::pair<std::string, std::string>, int> written_;  // Texts by recipient and words.
};

}  // namespace callwright::sim
