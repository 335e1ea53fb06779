#include "providers/twilio/call_notice.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "language/understanding.h"

namespace callwright::providers::twilio {
namespace {

using reception::Turn;
using reception::Verification;

constexpr std::size_t keys_max = 64;

std::unexpected<Rejection> reject(int status, std::string_view reason) {
  return std::unexpected(Rejection{status, reason});
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// "CA" and 32 hex digits: what every name of the carrier looks like.
bool is_sid(std::string_view text, std::string_view prefix) {
  return text.size() == 34 && text.starts_with(prefix) &&
         std::ranges::all_of(text.substr(2), is_hex);
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

Verification verification_of(std::string_view verstat) {
  if (verstat.starts_with("TN-Validation-Failed")) return Verification::Failed;
  constexpr std::string_view passed = "TN-Validation-Passed-";
  if (!verstat.starts_with(passed)) return Verification::None;
  const std::string_view level = verstat.substr(passed.size());
  // Forwarded on its way: the first carrier vouched for the caller, nobody for the detour.
  if (level == "A-Diverted") return Verification::B;
  if (level.starts_with('A')) return Verification::A;
  if (level.starts_with('B')) return Verification::B;
  if (level.starts_with('C')) return Verification::C;
  return Verification::None;
}

language::Question question_of(std::string_view name) {
  using language::Question;
  for (int i = 0; i <= static_cast<int>(Question::OwnerQuery); ++i) {
    const auto question = static_cast<Question>(i);
    if (to_string(question) == name) return question;
  }
  return Question::None;
}

std::expected<Turn, Rejection> turn_of_call(const SignedForm& form, std::string_view what,
                                            std::optional<int> number) {
  const auto notice = read_call(form);
  if (!notice) return std::unexpected(notice.error());
  return Turn{
      .channel = language::Channel::Voice,
      .conversation_key = notice->call_sid,
      .number = number,
      .source_event = notice->call_sid + "/" + std::string(what) +
                      (number ? "/" + std::to_string(*number) : ""),
      .person = notice->person,
      .verification = notice->verification,
      .event = reception::Silent{},
  };
}

std::expected<Turn, Rejection> numbered_turn(const SignedForm& form, std::string_view what) {
  const auto number = linked_turn(form);
  if (!number) return reject(400, "no_turn");
  return turn_of_call(form, what, number);
}

std::expected<reception::Event, Rejection> heard(const SignedForm& form) {
  const std::string_view digits = form.field("Digits");
  const std::string_view finished = form.field("FinishedOnKey");
  const std::string_view keys = digits.empty() ? finished : digits;
  if (!keys.empty()) {
    if (keys.size() > keys_max ||
        keys.find_first_not_of("0123456789*#") != std::string_view::npos) {
      return reject(400, "malformed_keys");
    }
    return reception::Pressed{std::string(keys)};
  }
  const std::string_view words = form.field("SpeechResult");
  if (words.empty()) return reception::Silent{};
  reception::Said said{.text = PrivateText(std::string(words))};
  // The carrier does not always say how sure its recogniser is.
  if (const auto confidence = parse_number<double>(form.field("Confidence"))) {
    said.confidence = std::clamp(*confidence, 0.0, 1.0);
  }
  return said;
}

reception::Recorded recorded_of(const SignedForm& form) {
  return {.url = std::string(form.field("RecordingUrl")),
          .id = std::string(form.field("RecordingSid")),
          .seconds = parse_number<int>(form.field("RecordingDuration")).value_or(0)};
}

struct StatusWord {
  std::string_view word;
  bool is_final;
};
constexpr std::array status_words = {
    StatusWord{"queued", false},      StatusWord{"initiated", false}, StatusWord{"ringing", false},
    StatusWord{"in-progress", false}, StatusWord{"completed", true},  StatusWord{"busy", true},
    StatusWord{"failed", true},       StatusWord{"no-answer", true},  StatusWord{"canceled", true}};

std::optional<messaging::MessageStatus> meaning_of_text_status(std::string_view status) {
  using enum messaging::MessageStatus;
  if (status == "accepted" || status == "scheduled" || status == "queued" || status == "sending") {
    return Accepted;
  }
  if (status == "sent") return Sent;
  if (status == "delivered" || status == "read") return Delivered;
  if (status == "undelivered" || status == "failed" || status == "canceled") return Failed;
  return std::nullopt;
}

}  // namespace

std::expected<CallNotice, Rejection> read_call(const SignedForm& form) {
  const std::string_view call_sid = form.field("CallSid");
  if (!is_sid(call_sid, "CA")) return reject(400, "no_call");
  const bool outbound = form.field("Direction").starts_with("outbound");
  const auto business = PhoneNumber::parse(form.field(outbound ? "From" : "To"));
  if (!business) return reject(404, "unknown_number");
  return CallNotice{.call_sid = std::string(call_sid),
                    .parent_sid = std::string(form.field("ParentCallSid")),
                    .business = *business,
                    .person = PhoneNumber::parse(form.field(outbound ? "To" : "From")),
                    .verification = verification_of(form.field("StirVerstat")),
                    .outbound = outbound};
}

std::expected<Turn, Rejection> read_arrival(const SignedForm& form) {
  auto turn = turn_of_call(form, "arrived", std::nullopt);
  if (!turn) return turn;
  // What joins everything about a call is the carrier's own name for it: support has it in hand.
  turn->source_event = turn->conversation_key;
  turn->event = reception::Arrived{};
  return turn;
}

std::expected<Turn, Rejection> read_answer(const SignedForm& form) {
  auto turn = numbered_turn(form, "turn");
  if (!turn) return turn;
  auto event = heard(form);
  if (!event) return std::unexpected(event.error());
  turn->asked = question_of(form.parameter("asks"));
  turn->event = *std::move(event);
  return turn;
}

std::expected<Turn, Rejection> read_recording(const SignedForm& form) {
  auto turn = numbered_turn(form, "recording");
  if (turn) turn->event = recorded_of(form);
  return turn;
}

std::expected<Turn, Rejection> read_transfer_end(const SignedForm& form, bool accepted) {
  auto turn = numbered_turn(form, "transfer");
  if (!turn) return turn;
  const std::string_view status = form.field("DialCallStatus");
  const bool talked =
      form.field("DialBridged") == "true" || status == "completed" || status == "answered";
  turn->event = reception::TransferEnded{.bridged = accepted && talked};
  return turn;
}

std::expected<Turn, Rejection> read_hang_up(const SignedForm& form) {
  auto turn = turn_of_call(form, "hung_up", std::nullopt);
  if (turn) turn->event = reception::HungUp{};
  return turn;
}

std::expected<CallProgress, Rejection> read_progress(const SignedForm& form) {
  std::string status(form.field("CallStatus"));
  // Two of the carrier's pages spell it differently.
  if (status == "cancelled") status = "canceled";
  const auto known = std::ranges::find(status_words, status, &StatusWord::word);
  if (known == status_words.end()) return reject(400, "unknown_status");
  return CallProgress{.status = status,
                      .sequence = std::string(form.field("SequenceNumber")),
                      .is_final = known->is_final,
                      .sent_at = parse_rfc2822(form.field("Timestamp"))};
}

messaging::MessageStatus message_status_of_call(const CallProgress& progress) {
  using enum messaging::MessageStatus;
  if (progress.status == "completed") return Delivered;
  if (progress.is_final) return Failed;
  return progress.status == "queued" || progress.status == "initiated" ? Accepted : Sent;
}

std::expected<TextNotice, Rejection> read_text(const SignedForm& form) {
  const std::string_view sid = form.field("MessageSid");
  if (!is_sid(sid, "SM") && !is_sid(sid, "MM")) return reject(400, "no_message");
  const auto business = PhoneNumber::parse(form.field("To"));
  if (!business) return reject(404, "unknown_number");
  const auto person = PhoneNumber::parse(form.field("From"));
  // A short code or a name cannot be answered.
  if (!person) return reject(422, "unanswerable_sender");
  return TextNotice{
      .business = *business,
      .turn = {.channel = language::Channel::Sms,
               .conversation_key = person->e164(),
               .source_event = std::string(sid),
               .person = person,
               .event = reception::Said{.text = PrivateText(std::string(form.field("Body"))),
                                        .confidence = 1.0}}};
}

std::expected<TextProgress, Rejection> read_text_progress(const SignedForm& form) {
  const std::string_view sid = form.field("MessageSid");
  if (!is_sid(sid, "SM") && !is_sid(sid, "MM")) return reject(400, "no_message");
  const auto business = PhoneNumber::parse(form.field("From"));
  if (!business) return reject(404, "unknown_number");
  const auto meaning = meaning_of_text_status(form.field("MessageStatus"));
  if (!meaning) return reject(400, "unknown_status");
  return TextProgress{.business = *business,
                      .message_sid = std::string(sid),
                      .status = std::string(form.field("MessageStatus")),
                      .meaning = *meaning,
                      .error_code = std::string(form.field("ErrorCode"))};
}

std::expected<RecordingNotice, Rejection> read_recording_notice(const SignedForm& form) {
  const std::string_view call_sid = form.field("CallSid");
  const std::string_view recording_sid = form.field("RecordingSid");
  if (!is_sid(call_sid, "CA") || !is_sid(recording_sid, "RE")) return reject(400, "no_recording");
  const auto business = PhoneNumber::parse(form.parameter("number"));
  const auto turn = linked_turn(form);
  if (!business || !turn) return reject(400, "no_turn");
  return RecordingNotice{.call_sid = std::string(call_sid),
                         .recording_sid = std::string(recording_sid),
                         .status = std::string(form.field("RecordingStatus")),
                         .business = *business,
                         .seal = form.parameter("seal"),
                         .turn = *turn,
                         .recorded = recorded_of(form)};
}

std::optional<int> linked_turn(const SignedForm& form) {
  const auto number = parse_number<int>(form.parameter("turn"));
  return number && *number >= 0 ? number : std::nullopt;
}

std::optional<Instant> parse_rfc2822(std::string_view text) {
  static constexpr std::array<std::string_view, 12> months = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::size_t comma = text.find(',');
  if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  const auto words = split(trimmed(text), ' ');
  if (words.size() != 5 || words[3].size() != 8) return std::nullopt;

  const auto day = parse_number<unsigned>(words[0]);
  const auto month = std::ranges::find(months, words[1]);
  const auto year = parse_number<int>(words[2]);
  const auto hours = parse_number<int>(words[3].substr(0, 2));
  const auto minutes = parse_number<int>(words[3].substr(3, 2));
  const auto seconds = parse_number<int>(words[3].substr(6, 2));
  if (!day || month == months.end() || !year || !hours || !minutes || !seconds) return std::nullopt;
  if (words[4] != "+0000" && words[4] != "GMT" && words[4] != "UTC") return std::nullopt;

  const std::chrono::year_month_day date(
      std::chrono::year(*year),
      std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
      std::chrono::day(*day));
  if (!date.ok() || *hours > 23 || *minutes > 59 || *seconds > 60) return std::nullopt;
  return Instant(std::chrono::sys_days(date)) + std::chrono::hours(*hours) + Minutes(*minutes) +
         Seconds(*seconds);
}

}  // namespace callwright::providers::twilio
