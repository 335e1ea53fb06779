#pragma once

#include <string_view>

#include "platform/http/message.h"

namespace callwright::endpoints {

// A file of the built pages (web/dist), with the headers that keep anything else from running
// beside it. 404 for a name that is not there; where the pages were not built, a page that says
// how.
http::Response page_file(const http::Request& request, std::string_view name);

// Adds what every answer to a browser carries.
void add_security_headers(http::Response& response);

}  // namespace callwright::endpoints
