#include "harness/deployment.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace callwright::harness {
namespace {

// A port that is free now. The server keeps its own over restarts, since the carrier knows it.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = bind(socket, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                     getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ASSERT(bound);
  close(socket);
  return ntohs(address.sin_port);
}

std::string program(const char* variable, const char* name) {
  if (const char* named = std::getenv(variable)) return named;
  std::error_code error;
  auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  for (; folder.has_relative_path(); folder = folder.parent_path()) {
    if (std::filesystem::is_regular_file(folder / name, error)) return folder / name;
  }
  return "";
}

void write_configuration(const Deployment& deployment, const std::string& file) {
  std::ofstream(file) << "[http]\nport = " << deployment.port << "\npublic_url = \""
                      << deployment.account.public_url << "\"\n[database]\nurl = \""
                      << deployment.database << "\"\n[carrier]\nkind = \"twilio\"\n[twilio]\n"
                      << "account_sid = \"" << deployment.account.sid << "\"\nauth_token = \""
                      << deployment.account.token
                      << "\"\napi_url = \"http://127.0.0.1:" << deployment.carrier_port
                      << "\"\n[log]\nlevel = \"warning\"\n";
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  path_ = (std::filesystem::temp_directory_path() / "callwright-XXXXXX").string();
  ASSERT(mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::optional<Programs> find_programs() {
  Programs programs{.server = program("CALLWRIGHT_BINARY", "callwright"),
                    .emulators = program("CALLWRIGHT_EMULATORS", "callwright-emulators")};
  if (!std::filesystem::exists(programs.server) || !std::filesystem::exists(programs.emulators)) {
    return std::nullopt;
  }
  return programs;
}

Deployment::Deployment(std::string in_folder)
    : folder(std::move(in_folder)),
      database("sqlite:" + database_file()),
      port(free_port()),
      carrier_port(free_port()) {
  account.public_url = "http://127.0.0.1:" + std::to_string(port);
}

Result<Process> start_server(const Programs& programs, const Deployment& deployment) {
  const std::string file = deployment.folder + "/callwright.toml";
  write_configuration(deployment, file);
  return Process::start({.command = {programs.server, "serve", "--config", file, "--print-ready"},
                         .log_file = deployment.server_log(),
                         .user = deployment.user});
}

Result<Process> start_emulators(const Programs& programs, const Deployment& deployment) {
  return Process::start(
      {.command = {programs.emulators, "--port", std::to_string(deployment.carrier_port),
                   "--account", deployment.account.sid, "--token", deployment.account.token,
                   "--webhook-base", deployment.account.public_url, "--print-ready"},
       .log_file = deployment.folder + "/emulators.log"});
}

}  // namespace callwright::harness
