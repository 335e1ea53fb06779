#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "harness/carrier.h"
#include "harness/process.h"

namespace callwright::harness {

// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Where the programs are: named in the environment (CALLWRIGHT_BINARY, CALLWRIGHT_EMULATORS), or at
// the top of the build folder that this program lies in. Nothing when they are not there.
struct Programs {
  std::string server;
  std::string emulators;
};
std::optional<Programs> find_programs();

// One server under test on this machine, in a folder of its own, as a carrier's customer.
struct Deployment {
  explicit Deployment(std::string in_folder);

  std::string database_file() const { return folder + "/callwright.db"; }
  std::string server_log() const { return folder + "/server.log"; }

  std::string folder;
  std::string database;  // "sqlite:..." or "postgresql://..."
  std::uint16_t port;
  std::uint16_t carrier_port;  // Where the carrier's REST interface is asked.
  Account account;
  uid_t user = 0;  // Other than 0: the server runs as this user, where we are root.
};

Result<Process> start_server(const Programs& programs, const Deployment& deployment);
Result<Process> start_emulators(const Programs& programs, const Deployment& deployment);

}  // namespace callwright::harness
