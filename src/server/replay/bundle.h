#pragma once

#include <string>
#include <string_view>

#include "server/replay/recording.h"

// A bundle: one conversation in one file, with stand-ins for its people, that a supporter can
// attach to a ticket and anyone can replay. api/bundle.schema.json says what is in it.
namespace callwright::server {

inline constexpr std::string_view bundle_format = "callwright.bundle";
inline constexpr int bundle_version = 1;
// No conversation comes near it; a larger file is not read.
inline constexpr std::size_t bundle_bytes_max = 64 * 1024 * 1024;

// The last member: a file that was cut or changed by hand is told from one that says something
// else than this program would. No proof of who made it.
inline constexpr std::string_view checksum_member = "checksum";
std::string checksum_of(const Json& bundle);

// What a person reads in a bundle: how the conversation went, beside what a replay needs.
struct CallSummary {
  Json conversation;
  Json decisions;      // Turn by turn: what was heard, which rows decided, what was said.
  Json changes;        // The audit's entries: calendar writes among them.
  Json notifications;  // Every message, to whomever.
};

// Redacts and plays the conversation, twice: as it was, and with stand-ins. What a replay of the
// bundle has to give is what the second gave; whether the first gave what was recorded, and whether
// the second decided the same, is said in the bundle.
Result<Json> make_bundle(const Recording& recording, const CallSummary& summary, Instant now,
                         std::string_view made_with);

// The recording in a bundle, with its statements in words. Invalid names what is wrong with the
// file.
Result<Recording> read_bundle(std::string_view text);

}  // namespace callwright::server
