#include "server/command_line.h"

#include <CLI/CLI.hpp>

#include "server/commands/commands.h"
#include "server/out_of_memory.h"

namespace callwright::server {
namespace {

void add_config(CLI::App& command, std::string& file) {
  command
      .add_option("-c,--config", file, "TOML file; CALLWRIGHT_* environment entries override it")
      ->check(CLI::ExistingFile);
}

void add_serve(CLI::App& app, int& code) {
  auto options = std::make_shared<server::ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Answer calls and texts");
  add_config(*command, options->config_file);
  command->add_flag("--print-ready", options->print_ready,
                    "Print the address once requests are answered");
  command->callback([options, &code] { code = server::serve(*options); });
}

void add_demo(CLI::App& app, int& code) {
  auto options = std::make_shared<server::DemoOptions>();
  CLI::App* command =
      app.add_subcommand("demo", "A ready business, a practice network and a first call");
  command->add_option("--database", options->database, "SQLite file to keep it in")
      ->capture_default_str();
  command->add_option("--port", options->port, "Port to listen on")->capture_default_str();
  command->add_option("--emulator", options->emulator,
                      "The carrier emulator's binary (default: beside this one)");
  command->add_flag("--exit-after-call", options->exit_after_call,
                    "Stop when the first call is over");
  command->callback([options, &code] { code = server::demo(*options); });
}

void add_call(CLI::App& app, int& code) {
  auto options = std::make_shared<server::CallOptions>();
  CLI::App* command = app.add_subcommand("call", "Talk to the receptionist here in the terminal");
  command->add_option("--tenant", options->tenant_file, "Tenant document (default: a ready one)")
      ->check(CLI::ExistingFile);
  command->add_option("--from", options->from, "The number that calls; \"anonymous\" withholds it")
      ->capture_default_str();
  command->add_option("--now", options->now,
                      "When the call comes, ISO 8601 with offset (default: now)");
  command->add_option("--channel", options->channel, "voice, sms or chat")
      ->check(CLI::IsMember({"voice", "sms", "chat"}))
      ->capture_default_str();
  command->add_flag("--json", options->json, "JSON lines in and out, for programs");
  command->callback([options, &code] { code = server::call(*options); });
}

void add_rehearse(CLI::App& app, int& code) {
  auto options = std::make_shared<server::RehearseOptions>();
  CLI::App* command =
      app.add_subcommand("rehearse", "Play stories (*.call) and check what they expect");
  command->add_option("files", options->files, "Stories")->required()->check(CLI::ExistingFile);
  command->add_flag("--json", options->json, "One JSON object a story");
  command->callback([options, &code] { code = server::rehearse(*options); });
}

void add_replay(CLI::App& app, int& code) {
  auto bundled = std::make_shared<server::BundleOptions>();
  CLI::App* bundling = app.add_subcommand(
      "bundle", "One conversation in a file for a ticket, with stand-ins for its people");
  add_config(*bundling, bundled->config_file);
  bundling
      ->add_option("call", bundled->call,
                   "The carrier's name for the call, or the conversation's id")
      ->required();
  bundling->add_option("-o,--output", bundled->output, "File to make (default: standard output)");
  bundling->callback([bundled, &code] { code = server::bundle(*bundled); });

  auto replayed = std::make_shared<server::ReplayOptions>();
  CLI::App* replaying =
      app.add_subcommand("replay", "Run a bundle again and name the first difference");
  replaying->add_option("bundle", replayed->file, "Bundle, or - for standard input")->required();
  replaying->add_flag("--json", replayed->json, "As JSON");
  replaying->callback([replayed, &code] { code = server::replay(*replayed); });
}

void add_tenant(CLI::App& app, int& code) {
  auto options = std::make_shared<server::TenantOptions>();
  CLI::App* command = app.add_subcommand("tenant", "Businesses on this server");
  command->require_subcommand(1);
  CLI::App* apply = command->add_subcommand("apply", "Make or change a business from its document");
  add_config(*apply, options->config_file);
  apply->add_option("file", options->file, "Tenant document, or - for standard input")->required();
  apply->callback([options, &code] { code = server::tenant_apply(*options); });
  CLI::App* check = command->add_subcommand("check", "List everything wrong with a document");
  check->add_option("file", options->file, "Tenant document, or - for standard input")->required();
  check->callback([options, &code] { code = server::tenant_check(*options); });
  CLI::App* export_one = command->add_subcommand("export", "Print the document of a business");
  add_config(*export_one, options->config_file);
  export_one->add_option("slug", options->slug, "The business's short name")->required();
  export_one->callback([options, &code] { code = server::tenant_export(*options); });
  CLI::App* list = command->add_subcommand("list", "List the businesses");
  add_config(*list, options->config_file);
  list->add_flag("--json", options->json, "One JSON object a business");
  list->callback([options, &code] { code = server::tenant_list(*options); });
}

// One text on the command line, or many on standard input.
void add_words(CLI::App& command, std::string& text, bool& batch, const std::string& meaning) {
  CLI::Option_group* words = command.add_option_group("words");
  words->add_option("text", text, meaning);
  words->add_flag("--batch", batch,
                  "Read JSON lines {\"id\",\"text\",...} and write a JSON line for each");
  words->require_option(1);
}

void add_policy(CLI::App& app, int& code) {
  auto options = std::make_shared<server::PolicyOptions>();
  CLI::App* command = app.add_subcommand("policy", "The receptionist's rules");
  command->require_subcommand(1);
  CLI::App* check = command->add_subcommand(
      "check", "Walk every state a conversation can be in and prove what callers are promised");
  check
      ->add_option("--tenant", options->tenant_file,
                   "Tenant document (default: every combination of settings)")
      ->check(CLI::ExistingFile);
  check->add_flag("--json", options->json, "As JSON");
  check->callback([options, &code] { code = server::policy_check(*options); });
}

void add_understand(CLI::App& app, int& code) {
  auto options = std::make_shared<server::UnderstandOptions>();
  CLI::App* command = app.add_subcommand("understand", "What would you make of this sentence?");
  add_words(*command, options->text, options->batch, "What the caller says");
  command->add_option("--zone", options->zone, "The business's time zone")->capture_default_str();
  command->add_option("--now", options->now,
                      "When it is said, ISO 8601 with offset (default: now)");
  command->add_option("--trade", options->trade, "plumbing, electrical, hvac or general")
      ->capture_default_str();
  command->add_option("--asked", options->asked,
                      "What the receptionist had asked: name, address, confirm, ...");
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options, &code] { code = server::understand(*options); });
}

void add_redact(CLI::App& app, int& code) {
  auto options = std::make_shared<server::RedactOptions>();
  CLI::App* command =
      app.add_subcommand("redact", "Blank the numbers that must never be kept in this text");
  add_words(*command, options->text, options->batch, "The text");
  command->add_option("--keep", options->keep, "What a policy may keep: dob, email, phone")
      ->delimiter(',')
      ->check(CLI::IsMember({"dob", "email", "phone"}));
  command->add_flag("--json", options->json, "As JSON");
  command->callback([options, &code] { code = server::redact(*options); });
}

void add_jobs(CLI::App& app, int& code) {
  auto options = std::make_shared<server::JobsOptions>();
  CLI::App* command =
      app.add_subcommand("jobs", "Work that was given up on and waits for a person");
  command->require_subcommand(1);
  CLI::App* parked = command->add_subcommand("parked", "List it, the longest parked first");
  add_config(*parked, options->config_file);
  parked->add_option("--limit", options->limit, "How many at most")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  parked->add_flag("--json", options->json, "One JSON object a job");
  parked->callback([options, &code] { code = server::jobs_parked(*options); });
  CLI::App* retry = command->add_subcommand("retry", "Try a job again, with all its attempts");
  add_config(*retry, options->config_file);
  retry->add_option("job", options->job, "Its id, as listed")->required();
  retry->callback([options, &code] { code = server::jobs_retry(*options); });
}

void add_upkeep(CLI::App& app, int& code) {
  auto migrate_options = std::make_shared<server::MigrateOptions>();
  CLI::App* migrate = app.add_subcommand("migrate", "Bring the database to this version");
  add_config(*migrate, migrate_options->config_file);
  migrate->callback([migrate_options, &code] { code = server::migrate(*migrate_options); });

  auto doctor_options = std::make_shared<server::DoctorOptions>();
  CLI::App* doctor = app.add_subcommand("doctor", "Check configuration, database and carrier");
  add_config(*doctor, doctor_options->config_file);
  doctor->add_flag("--json", doctor_options->json, "As JSON");
  doctor->callback([doctor_options, &code] { code = server::doctor(*doctor_options); });

  auto audit_options = std::make_shared<server::AuditOptions>();
  CLI::App* audit = app.add_subcommand("audit", "The record of every change");
  audit->require_subcommand(1);
  CLI::App* verify =
      audit->add_subcommand("verify", "Name the first broken entry of a business's record");
  add_config(*verify, audit_options->config_file);
  verify->add_option("slug", audit_options->slug, "The business's short name")->required();
  verify->callback([audit_options, &code] { code = server::audit_verify(*audit_options); });
}

}  // namespace

int run_command_line(int argc, char** argv, std::span<const AddVerb> more_verbs) {
  end_when_memory_runs_out();
  CLI::App app("Callwright answers the phone, the texts and the web chat of trades businesses.",
               "callwright");
  app.set_version_flag("--version", std::string(program_version));
  app.require_subcommand(1);

  int code = exit_ok;
  add_serve(app, code);
  add_demo(app, code);
  add_call(app, code);
  add_rehearse(app, code);
  add_replay(app, code);
  add_tenant(app, code);
  add_policy(app, code);
  add_understand(app, code);
  add_redact(app, code);
  add_jobs(app, code);
  add_upkeep(app, code);
  for (const AddVerb& add_verb : more_verbs) add_verb(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int shown = app.exit(error);
    return shown == 0 ? exit_ok : exit_usage;
  }
  return code;
}

}  // namespace callwright::server
