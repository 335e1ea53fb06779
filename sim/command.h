#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace callwright::sim {

// callwright sim: adds the verb to the command line of the one program.
void add_verb(CLI::App& app, int& code);

}  // namespace callwright::sim
