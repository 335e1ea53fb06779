#pragma once

#include "notifications/ports.h"

namespace callwright::server {

// Where no mail server is configured, mail is refused: it stays in the record as failed, with the
// reason.
class NoMail final : public notifications::MailSender {
 public:
  Task<notifications::HandOver> send(notifications::OutboundMail) override {
    co_return notifications::RefusedByProvider{.code = "mail_not_configured"};
  }
};

}  // namespace callwright::server
