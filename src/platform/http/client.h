#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/time.h"
#include "platform/async/task.h"
#include "platform/http/message.h"

namespace callwright::http {

struct ClientRequest {
  std::string method = "GET";
  std::string url;
  Headers headers;
  std::string body;
  Milliseconds connect_timeout{3'000};
  Milliseconds total_timeout{10'000};
  std::size_t response_bytes_max = 1024 * 1024;
};

// Why there is no answer. Whether the other side acted on the request matters more than the cause.
enum class SendFailure : std::uint8_t {
  NotSent,    // The request never left: retrying is safe.
  Ambiguous,  // It left, and no whole answer came: the other side may have acted.
};

struct ClientError {
  SendFailure kind;
  std::string message;  // Never holds a secret, a query or a body.
};

using ClientResult = std::expected<Response, ClientError>;

// HTTPS to the outside world. Redirects are not followed. Certificates are checked.
class Client {
 public:
  virtual ~Client() = default;
  virtual Task<ClientResult> send(ClientRequest request) = 0;
};

// libcurl on one thread of its own, with pooled connections and HTTP/2 where offered.
std::unique_ptr<Client> make_client();

}  // namespace callwright::http
