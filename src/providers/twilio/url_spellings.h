#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::providers::twilio {

// Every way the carrier may have spelled the URL it signed: with and without the port, as received,
// as a browser normalises it, and with the query encoded by an older library. No duplicates; none
// when this is no absolute URL.
std::vector<std::string> url_spellings(std::string_view url);

// A URL as the WHATWG standard serialises it, for the URLs a server can have: ASCII hosts. Nothing
// for what is no such URL.
std::optional<std::string> normalised_url(std::string_view url);

// The query of a URL taken apart and encoded anew: %20 for a plus sign, ' ( ) ! * ~ bare, repeated
// names together.
std::string with_reencoded_query(std::string_view url);

}  // namespace callwright::providers::twilio
