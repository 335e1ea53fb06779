#include "endpoints/playground/page.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/embedded.h"

namespace callwright {

std::span<const EmbeddedFile> embedded_pages();

}  // namespace callwright

namespace callwright::endpoints {
namespace {

constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src "
    "'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

constexpr auto content_types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".woff2", "font/woff2"},
    {".json", "application/json"},
});

constexpr std::string_view not_built =
    "<!doctype html><html lang=\"en\"><title>Callwright</title><h1>The pages are not built</h1>"
    "<p>This program was built without its pages. Run <code>./dev build</code> and start it "
    "again.</p></html>";

std::string_view content_type(std::string_view name) {
  for (const auto& [ending, type] : content_types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

const EmbeddedFile* find(std::string_view name) {
  const auto files = embedded_pages();
  const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
  return found == files.end() ? nullptr : &*found;
}

bool accepts_gzip(const http::Request& request) {
  return request.headers.get("Accept-Encoding").value_or("").find("gzip") != std::string_view::npos;
}

http::Response html(int status, std::string_view text) {
  http::Response response{.status = status, .headers = {}, .body = std::string(text), .stream = {}};
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  add_security_headers(response);
  return response;
}

}  // namespace

void add_security_headers(http::Response& response) {
  response.headers.set("Content-Security-Policy", std::string(content_security_policy));
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "no-referrer");
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set("Cross-Origin-Resource-Policy", "same-origin");
}

http::Response page_file(const http::Request& request, std::string_view name) {
  if (embedded_pages().empty()) return html(503, not_built);
  const EmbeddedFile* plain = find(name);
  const EmbeddedFile* zipped = accepts_gzip(request) ? find(std::string(name) + ".gz") : nullptr;
  const EmbeddedFile* file = zipped != nullptr ? zipped : plain;
  if (file == nullptr)
    return html(404,
                "<!doctype html><html lang=\"en\"><title>Not found</title><h1>There is no such "
                "page</h1></html>");

  http::Response response{
      .status = 200, .headers = {}, .body = std::string(file->bytes), .stream = {}};
  response.headers.set("Content-Type", std::string(content_type(name)));
  response.headers.set("Vary", "Accept-Encoding");
  if (zipped != nullptr) response.headers.set("Content-Encoding", "gzip");
  // Built files carry a hash of their content in their names; the page that names them does not.
  const bool named_by_content = name.find("assets/") != std::string_view::npos;
  response.headers.set("Cache-Control",
                       named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  add_security_headers(response);
  return response;
}

}  // namespace callwright::endpoints
