#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "notifications/ports.h"
#include "platform/config/config.h"
#include "platform/http/server.h"
#include "platform/journal/journal.h"
#include "platform/log/log.h"
#include "reception/proposals.h"

namespace callwright::server {

// What carries the calls and texts of this server.
struct CarrierSettings {
  std::string kind = "sandbox";  // "sandbox": the practice network in this process; "twilio".
  std::string account_sid;
  std::string auth_token;
  std::string auth_token_secondary;  // During a change of tokens both are good.
  std::string api_url;
};

// The model that may propose what callers mean. Without a kind nobody is asked.
struct ModelSettings {
  std::string kind = "none";  // "none", "openai" or "anthropic": the wire it speaks.
  std::string url;
  std::string name;
  std::string api_key;
  reception::ProposalSettings proposals;
};

// Everything an operator can set: see docs/configuration.md, which is printed from here.
struct Settings {
  http::ServerSettings http;
  std::string public_url;  // Where the carrier reaches us: scheme, host and port.
  std::string database;    // "sqlite:FILE" or a postgresql:// address.
  int database_pool = 8;
  CarrierSettings carrier;
  ModelSettings model;
  notifications::OperatorContact operator_contact;
  bool playground = false;
  journal::JournalSettings journal;
  log::Level log_level = log::Level::Info;
};

// Reads all of it, or lists everything that is wrong at once.
Result<Settings> read_settings(Config& config);

// The settings of a process: the file, where one is named, and the environment over it.
Result<Settings> load_settings(const std::string& config_file);

}  // namespace callwright::server
