#include "platform/http/client.h"

#include <curl/curl.h>

#include <mutex>
#include <thread>

#include "base/text.h"
#include "platform/http/fields.h"

namespace callwright::http {
namespace {

constexpr long pooled_connections_max = 256;
constexpr std::size_t idle_handles_max = 64;
constexpr Milliseconds poll_interval{1'000};

using Resolve = Completion<ClientResult>::Resolve;

// Repeating these does no harm (RFC 9110 section 9.2.2).
bool is_idempotent(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE" ||
         method == "OPTIONS";
}

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;

struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListDeleter>;

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  // Fails only for an option this libcurl does not know.
  ASSERT(curl_easy_setopt(easy, option, value) == CURLE_OK);
}

long as_long(Milliseconds duration) {
  return static_cast<long>(duration.count());
}

// "https://api.example.com": the part of a URL that may be shown to operators.
std::string origin_of(const std::string& url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string::npos) return "an invalid URL";
  const std::size_t end = url.find_first_of("/?#", scheme_end + 3);
  const std::size_t userinfo = url.substr(0, end).rfind('@');
  if (userinfo == std::string::npos) return url.substr(0, end);
  return url.substr(0, scheme_end + 3) + url.substr(userinfo + 1, end - userinfo - 1);
}

// One request on its way. Touched by the client's thread only, once begun.
class Transfer {
 public:
  Transfer(ClientRequest request, Resolve resolve)
      : request_(std::move(request)), resolve_(std::move(resolve)) {}

  // libcurl writes fields as they are: a line end in one would begin another.
  bool is_well_formed() const;

  void prepare(Easy easy);
  CURL* easy() const { return easy_.get(); }
  // Gives the handle back for another request.
  Easy release() { return std::move(easy_); }

  // What became of it, from libcurl's verdict.
  ClientResult outcome(CURLcode code);
  ClientResult not_sent(std::string_view why) const {
    return std::unexpected(ClientError{SendFailure::NotSent, message(why)});
  }
  ClientResult cut_short() const {
    return std::unexpected(ClientError{failure_kind(), message("the client was closed")});
  }
  void resolve(ClientResult result) { resolve_(std::move(result)); }

 private:
  void prepare_method();
  void prepare_body();
  void prepare_headers();
  SendFailure failure_kind() const;
  std::string message(std::string_view why) const {
    return std::string(why) + " (" + origin_of(request_.url) + ")";
  }

  static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* self);
  static std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* self);
  static std::size_t give_body(char* room, std::size_t, std::size_t size, void* self);
  static int refuse_rewind(void*, curl_off_t, int) { return CURL_SEEKFUNC_FAIL; }

  ClientRequest request_;
  Resolve resolve_;
  Easy easy_;
  List fields_;
  std::size_t body_given_ = 0;
  bool too_large_ = false;
  Response response_;
};

bool Transfer::is_well_formed() const {
  return is_token(request_.method) &&
         std::ranges::all_of(request_.headers.entries(), [](const Headers::Entry& field) {
           return is_token(field.first) && std::ranges::all_of(field.second, is_value_character);
         });
}

void Transfer::prepare(Easy easy) {
  easy_ = std::move(easy);
  CURL* const handle = easy_.get();
  set(handle, CURLOPT_URL, request_.url.c_str());
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_TCP_NODELAY, 1L);
  set(handle, CURLOPT_ACCEPT_ENCODING, "");
  set(handle, CURLOPT_USERAGENT, "callwright");
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, as_long(request_.connect_timeout));
  set(handle, CURLOPT_TIMEOUT_MS, as_long(request_.total_timeout));
  set(handle, CURLOPT_WRITEFUNCTION, &Transfer::take_body);
  set(handle, CURLOPT_WRITEDATA, this);
  set(handle, CURLOPT_HEADERFUNCTION, &Transfer::take_header);
  set(handle, CURLOPT_HEADERDATA, this);
  prepare_method();
  prepare_headers();
}

void Transfer::prepare_method() {
  const std::string& method = request_.method;
  if (method == "HEAD") {
    set(easy(), CURLOPT_NOBODY, 1L);
  } else if (method == "GET" && request_.body.empty()) {
    set(easy(), CURLOPT_HTTPGET, 1L);
  } else {
    prepare_body();
    set(easy(), CURLOPT_CUSTOMREQUEST, method.c_str());
  }
}

// libcurl repeats a request by itself when a pooled connection turns out to be closed. That must
// not happen to one that may have been acted upon: a body that cannot be read twice stops it, and
// where there is no body only a new connection does.
void Transfer::prepare_body() {
  set(easy(), CURLOPT_POST, 1L);
  set(easy(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
  if (is_idempotent(request_.method)) {
    set(easy(), CURLOPT_POSTFIELDS, request_.body.c_str());
  } else if (request_.body.empty()) {
    set(easy(), CURLOPT_POSTFIELDS, "");
    set(easy(), CURLOPT_FRESH_CONNECT, 1L);
  } else {
    set(easy(), CURLOPT_READFUNCTION, &Transfer::give_body);
    set(easy(), CURLOPT_READDATA, this);
    set(easy(), CURLOPT_SEEKFUNCTION, &Transfer::refuse_rewind);
  }
}

void Transfer::prepare_headers() {
  const auto append = [this](const std::string& line) {
    curl_slist* const grown = curl_slist_append(fields_.get(), line.c_str());
    ASSERT(grown != nullptr);
    static_cast<void>(fields_.release());
    fields_.reset(grown);
  };
  // Without these libcurl adds fields of its own: a wait for 100-continue and a form's content
  // type.
  append("Expect:");
  if (!request_.headers.has("Content-Type")) append("Content-Type:");
  for (const auto& [name, value] : request_.headers.entries()) {
    // libcurl's spelling of a field without a value.
    append(value.empty() ? name + ";" : name + ": " + value);
  }
  set(easy(), CURLOPT_HTTPHEADER, fields_.get());
}

std::size_t Transfer::take_body(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.response_.body.size() + size > transfer.request_.response_bytes_max) {
    transfer.too_large_ = true;
    return CURL_WRITEFUNC_ERROR;
  }
  transfer.response_.body.append(bytes, size);
  return size;
}

std::size_t Transfer::take_header(char* bytes, std::size_t, std::size_t size, void* self) {
  auto& response = static_cast<Transfer*>(self)->response_;
  const std::string_view line = trimmed(std::string_view(bytes, size));
  // An interim response may have come before; its fields are not the answer's.
  if (line.starts_with("HTTP/")) response.headers = Headers();
  if (const std::size_t colon = line.find(':');
      colon != std::string_view::npos && !line.starts_with("HTTP/")) {
    response.headers.add(std::string(line.substr(0, colon)),
                         std::string(trimmed(line.substr(colon + 1))));
  }
  return size;
}

std::size_t Transfer::give_body(char* room, std::size_t, std::size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t given = transfer.request_.body.copy(room, size, transfer.body_given_);
  transfer.body_given_ += given;
  return given;
}

ClientResult Transfer::outcome(CURLcode code) {
  if (code != CURLE_OK) {
    return std::unexpected(ClientError{
        failure_kind(),
        message(too_large_ ? "the answer is larger than allowed" : curl_easy_strerror(code))});
  }
  long status = 0;
  curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
  response_.status = static_cast<int>(status);
  return std::move(response_);
}

// The transfer proper begins when the connection stands and TLS is agreed; from then on bytes of
// the request may have left.
SendFailure Transfer::failure_kind() const {
  curl_off_t begun = 0;
  if (easy_) curl_easy_getinfo(easy(), CURLINFO_PRETRANSFER_TIME_T, &begun);
  return begun == 0 ? SendFailure::NotSent : SendFailure::Ambiguous;
}

class CurlClient final : public Client {
 public:
  CurlClient() : multi_(open_multi()) {
    ASSERT(multi_ != nullptr);
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, pooled_connections_max);
    thread_ = std::thread([this] { run(); });
  }

  ~CurlClient() override {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    curl_multi_wakeup(multi_);
    thread_.join();
    idle_.clear();
    curl_multi_cleanup(multi_);
  }

  CurlClient(const CurlClient&) = delete;
  CurlClient& operator=(const CurlClient&) = delete;

  Task<ClientResult> send(ClientRequest request) override {
    Completion<ClientResult> answered([this, &request](Resolve resolve) {
      enqueue(std::make_unique<Transfer>(std::move(request), std::move(resolve)));
    });
    co_return co_await answered;
  }

 private:
  static CURLM* open_multi() {
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    ASSERT(once == CURLE_OK);
    return curl_multi_init();
  }

  void enqueue(std::unique_ptr<Transfer> transfer) {
    if (!transfer->is_well_formed()) {
      return transfer->resolve(transfer->not_sent("a header field is malformed"));
    }
    bool closing = false;
    {
      const std::lock_guard lock(mutex_);
      closing = closing_;
      if (!closing) waiting_.push_back(std::move(transfer));
    }
    if (closing) return transfer->resolve(transfer->not_sent("the client was closed"));
    curl_multi_wakeup(multi_);
  }

  void run() {
    while (begin_waiting()) {
      int running = 0;
      curl_multi_perform(multi_, &running);
      finish_done();
      curl_multi_poll(multi_, nullptr, 0, static_cast<int>(poll_interval.count()), nullptr);
    }
    for (auto& [easy, transfer] : running_) {
      ClientResult result = transfer->cut_short();
      curl_multi_remove_handle(multi_, easy);
      transfer->resolve(std::move(result));
    }
    running_.clear();
  }

  // False when the client closes.
  bool begin_waiting() {
    std::vector<std::unique_ptr<Transfer>> waiting;
    bool closing = false;
    {
      const std::lock_guard lock(mutex_);
      waiting.swap(waiting_);
      closing = closing_;
    }
    for (auto& transfer : waiting) {
      if (closing) {
        transfer->resolve(transfer->not_sent("the client was closed"));
        continue;
      }
      transfer->prepare(take_handle());
      CURL* const easy = transfer->easy();
      ASSERT(curl_multi_add_handle(multi_, easy) == CURLM_OK);
      running_.emplace(easy, std::move(transfer));
    }
    return !closing;
  }

  void finish_done() {
    int left = 0;
    while (const CURLMsg* const done = curl_multi_info_read(multi_, &left)) {
      if (done->msg != CURLMSG_DONE) continue;
      const CURLcode code = done->data.result;  // Gone once the handle is removed.
      auto node = running_.extract(done->easy_handle);
      Transfer& transfer = *node.mapped();
      curl_multi_remove_handle(multi_, transfer.easy());
      ClientResult result = transfer.outcome(code);
      keep_handle(transfer.release());
      transfer.resolve(std::move(result));
    }
  }

  Easy take_handle() {
    if (idle_.empty()) {
      Easy easy(curl_easy_init());
      ASSERT(easy != nullptr);
      return easy;
    }
    Easy easy = std::move(idle_.back());
    idle_.pop_back();
    return easy;
  }

  void keep_handle(Easy easy) {
    if (idle_.size() >= idle_handles_max) return;
    curl_easy_reset(easy.get());
    idle_.push_back(std::move(easy));
  }

  CURLM* multi_;
  std::map<CURL*, std::unique_ptr<Transfer>> running_;
  std::vector<Easy> idle_;

  std::mutex mutex_;
  std::vector<std::unique_ptr<Transfer>> waiting_;
  bool closing_ = false;

  std::thread thread_;
};

}  // namespace

std::unique_ptr<Client> make_client() {
  return std::make_unique<CurlClient>();
}

}  // namespace callwright::http
