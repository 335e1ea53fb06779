#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "harness/caller.h"
#include "harness/deployment.h"
#include "harness/load.h"
#include "harness/office.h"

namespace callwright::robustness {

// One server with one business and the emulated carrier, in a folder of its own.
class Trial {
 public:
  static Result<std::unique_ptr<Trial>> begin(const harness::Programs& programs,
                                              const harness::Business& business,
                                              const std::string& folder);

  harness::Deployment& deployment() { return deployment_; }
  const harness::Account& account() const { return deployment_.account; }
  std::uint16_t port() const { return deployment_.port; }
  std::string file() const { return deployment_.database_file(); }
  const harness::Business& business() const { return business_; }

  harness::Process& server() { return *server_; }
  // How long it took until it answered a request, in ms.
  Result<double> start_server();

  harness::Call new_call() { return {account(), ++calls_, business_.phone()}; }
  std::uint64_t next_number() { return ++calls_; }
  harness::Answer send(const harness::Webhook& webhook) const;
  // Says what is asked for until this is asked. False when it is not reached within ten turns.
  bool talk_until(harness::Call& call, const harness::Booking& booking,
                  std::string_view asked) const;

  // How often the carrier was handed each text: by recipient and body.
  std::map<std::string, int> texts_sent() const;
  void set_fault(const std::string& name, double chance) const;
  // The value of a counter of /metrics, all labels that contain this added up.
  double metric(const std::string& name, const std::string& labels = "") const;

 private:
  Trial(harness::Programs programs, harness::Business business, std::string folder)
      : programs_(std::move(programs)), business_(business), deployment_(std::move(folder)) {}

  harness::Programs programs_;
  harness::Business business_;
  harness::Deployment deployment_;
  std::optional<harness::Process> emulators_;
  std::optional<harness::Process> server_;
  std::uint64_t calls_ = 0;
};

// Looks again and again until it holds; false when it does not within the time.
bool eventually(std::chrono::seconds within, const std::function<bool()>& holds);

}  // namespace callwright::robustness
