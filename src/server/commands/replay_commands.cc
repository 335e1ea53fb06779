// bundle and replay: one conversation in a file, and that file played again.
#include <filesystem>
#include <fstream>

#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/store.h"
#include "server/replay/find_call.h"
#include "server/replay/replayer.h"

namespace callwright::server {
namespace {

Result<Json> bundle_of(const BundleOptions& options) {
  TRY_ASSIGN(const Settings settings, load_settings(options.config_file));
  TRY_ASSIGN(const auto database, open_database(settings));
  TRY_ASSIGN(const FoundCall call,
             database->read([&](db::Transaction& tx) { return find_call(tx, options.call); }));
  return make_bundle(call.recording, call.summary, SystemClock().now(), program_version);
}

// A file that exists is somebody's: it is not written over.
Result<void> write_new_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::noreplace);
  if (!file) {
    return failure(ErrorCode::Invalid, "cannot make " + path + ": it exists or may not be written");
  }
  file << text;
  file.close();
  if (!file) return failure(ErrorCode::Unavailable, "could not write all of " + path);
  return {};
}

// What the maker of a bundle should know before giving it away.
void tell_of(const Json& bundle) {
  const Json& replay = bundle["replay"];
  const auto tell = [&](std::string_view what, std::string_view member) {
    complain(std::string(what) + ": " + replay.string_or(member, ""));
  };
  tell("replay of what was recorded", "original");
  tell("replay with stand-ins", "with_stand_ins");
  const std::size_t otherwise = replay["decided_otherwise"].as_array()->size();
  const std::size_t left_out = replay["left_out"].as_array()->size();
  if (otherwise > 0)
    complain(std::to_string(otherwise) + " events decide otherwise with stand-ins");
  if (left_out > 0) complain(std::to_string(left_out) + " events could not be made replayable");
  complain("stand-ins: " + bundle["stand_ins"].dump() + "; read the file before you give it away");
}

Result<std::string> read_bundle_file(const std::string& path) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > bundle_bytes_max) {
    return failure(ErrorCode::Invalid, path + " is larger than any bundle");
  }
  return read_file(path);
}

Json to_json(const std::optional<Difference>& difference, std::size_t events) {
  Json json = Json::object({{"events", events}, {"identical", !difference}});
  if (difference) {
    json.set("difference", Json::object({{"event", difference->event},
                                         {"name", difference->name},
                                         {"what", difference->what},
                                         {"expected", difference->expected},
                                         {"found", difference->found}}));
  }
  return json;
}

}  // namespace

int bundle(const BundleOptions& options) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  const auto bundle = bundle_of(options);
  if (!bundle) return report(bundle.error());
  const std::string text = bundle->pretty() + "\n";
  if (options.output.empty()) {
    print(text);
  } else if (const auto written = write_new_file(options.output, text); !written) {
    return report(written.error());
  }
  tell_of(*bundle);
  return exit_ok;
}

int replay(const ReplayOptions& options) {
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  const auto file = read_bundle_file(options.file);
  if (!file) return report(file.error());
  const auto recording = read_bundle(*file);
  if (!recording) return report(recording.error());
  const auto played = play(*recording);
  if (!played) return report(played.error());

  const auto difference = first_difference(*recording, *played);
  if (options.json) {
    print_line(to_json(difference, played->size()).dump());
  } else if (difference) {
    print_line(in_words(*difference));
  } else {
    print_line("identical: " + std::to_string(played->size()) + " events");
  }
  return difference ? exit_failed : exit_ok;
}

}  // namespace callwright::server
