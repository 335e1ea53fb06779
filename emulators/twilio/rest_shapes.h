#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "platform/http/message.h"
#include "platform/json/json.h"
#include "providers/sandbox/sandbox_carrier.h"

// The carrier's JSON: numbers and times are text, what is not known is null.
namespace callwright::emulators {

Json call_json(const providers::sandbox::PhoneCall& call, std::string_view account);
Json text_json(const providers::sandbox::TextMessage& text, std::string_view account);
http::Response error_response(const providers::sandbox::ApiError& error);

// One page of a list, newest first, with the links to its neighbours.
http::Response page_response(std::string_view name, std::size_t count,
                             const std::function<Json(std::size_t)>& item,
                             const http::Request& request);

}  // namespace callwright::emulators
