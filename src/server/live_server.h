#pragma once

#include <memory>
#include <string>

#include "endpoints/playground/playground.h"
#include "platform/http/client.h"
#include "platform/http/server.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "providers/twilio/rest_client.h"
#include "server/housekeeper.h"
#include "server/no_mail.h"
#include "server/patient_database.h"
#include "server/practice_network.h"
#include "server/product.h"
#include "server/settings.h"

namespace callwright::server {

// The product on the real clock, with its sockets and threads. One flat list of parts, in the order
// they are made; they end in the opposite order.
class LiveServer {
 public:
  // Opens the database and binds the address. An error says which of the two cannot be had; a
  // database that may come back is waited for while calls are answered with the apology.
  static Result<std::unique_ptr<LiveServer>> open(Settings settings);
  ~LiveServer();

  // Where this server is reached on this machine: "http://127.0.0.1:8080".
  std::string address() const;

  Product& product() { return *product_; }
  const Settings& settings() const { return settings_; }

 private:
  explicit LiveServer(Settings settings);
  Result<void> start();
  void make_product();
  void add_own_routes();
  Task<http::ClientResult> to_own_door(http::ClientRequest request);

  Settings settings_;
  SystemClock clock_;
  SystemRandom random_;
  NoMail no_mail_;
  std::unique_ptr<http::Client> client_;
  std::unique_ptr<PatientDatabase> database_;
  providers::twilio::AccountSettings account_;
  providers::twilio::Links links_;
  providers::sandbox::SandboxCarrier practice_carrier_;
  std::unique_ptr<providers::twilio::RestClient> twilio_;  // Where a carrier is configured.
  std::unique_ptr<reception::Proposer> proposer_;          // Where a model is configured.
  std::unique_ptr<Product> product_;
  std::unique_ptr<Housekeeper> housekeeper_;
  std::unique_ptr<http::Server> http_;
  std::unique_ptr<LivePracticeNetwork> practice_;
  std::unique_ptr<endpoints::Playground> playground_;
};

}  // namespace callwright::server
