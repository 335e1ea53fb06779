#include <array>

#include "server/command_line.h"
#include "sim/command.h"

int main(int argc, char** argv) {
  const std::array<callwright::server::AddVerb, 1> simulator = {callwright::sim::add_verb};
  return callwright::server::run_command_line(argc, argv, simulator);
}
