#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What `callwright VERB` does. Each returns the exit code of the program.
namespace callwright::server {

inline constexpr std::string_view program_version = "callwright 0.1.0";

inline constexpr int exit_ok = 0;
inline constexpr int exit_failed =
    1;  // The work was tried and could not be done, or a check did not hold.
inline constexpr int exit_usage = 2;  // The command line, the configuration or a file is wrong.

struct ServeOptions {
  std::string config_file;
  bool print_ready =
      false;  // One line with the address on standard output once requests are answered.
};
int serve(const ServeOptions& options);

struct DemoOptions {
  std::string database = "callwright-demo.db";
  std::uint16_t port = 8080;
  std::string emulator;  // The emulator's binary; empty: beside this one.
  bool exit_after_call = false;
};
int demo(const DemoOptions& options);

struct CallOptions {
  std::string tenant_file;  // Empty: a ready one.
  std::string from = "+15550100140";
  std::string now;  // Empty: the time it is.
  std::string channel = "voice";
  bool json = false;
};
int call(const CallOptions& options);

struct RehearseOptions {
  std::vector<std::string> files;
  bool json = false;
};
int rehearse(const RehearseOptions& options);

struct BundleOptions {
  std::string config_file;
  std::string call;
  std::string output;  // Empty: standard output.
};
int bundle(const BundleOptions& options);

struct ReplayOptions {
  std::string file;  // "-": standard input.
  bool json = false;
};
int replay(const ReplayOptions& options);

struct TenantOptions {
  std::string config_file;
  std::string file;  // "-": standard input.
  std::string slug;
  bool json = false;
};
int tenant_apply(const TenantOptions& options);
int tenant_export(const TenantOptions& options);
int tenant_list(const TenantOptions& options);
int tenant_check(const TenantOptions& options);

struct PolicyOptions {
  std::string tenant_file;  // Empty: every business there can be.
  bool json = false;
};
int policy_check(const PolicyOptions& options);

struct UnderstandOptions {
  std::string text;
  std::string zone = "America/Chicago";
  std::string now;
  std::string trade = "general";
  std::string asked;
  bool json = false;
  bool batch = false;  // JSON lines from standard input instead of the text.
};
int understand(const UnderstandOptions& options);

struct RedactOptions {
  std::string text;
  std::vector<std::string> keep;  // Classes that may be kept: "dob", "email", "phone".
  bool json = false;
  bool batch = false;  // JSON lines from standard input instead of the text.
};
int redact(const RedactOptions& options);

struct MigrateOptions {
  std::string config_file;
};
int migrate(const MigrateOptions& options);

struct DoctorOptions {
  std::string config_file;
  bool json = false;
};
int doctor(const DoctorOptions& options);

struct JobsOptions {
  std::string config_file;
  std::string job;  // Its id.
  int limit = 100;
  bool json = false;
};
int jobs_parked(const JobsOptions& options);
int jobs_retry(const JobsOptions& options);

struct AuditOptions {
  std::string config_file;
  std::string slug;
};
int audit_verify(const AuditOptions& options);

}  // namespace callwright::server
