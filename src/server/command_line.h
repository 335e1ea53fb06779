#pragma once

#include <functional>
#include <span>

namespace CLI {
class App;
}  // namespace CLI

namespace callwright::server {

// Adds a verb to the command line; the verb leaves its exit code in `code`.
using AddVerb = std::function<void(CLI::App& app, int& code)>;

// Runs the verb that the words name. Verbs of parts that stand on the server, and which it cannot
// know, are handed in.
int run_command_line(int argc, char** argv, std::span<const AddVerb> more_verbs);

}  // namespace callwright::server
