#pragma once

#include "dialogue/domain/policy.h"

// The conditions of the policy's rows, with the names the printed table shows.
namespace callwright::dialogue::guards {

using enum Stage;

inline constexpr int repairs_max = 2;   // Then the question is given up.
inline constexpr int repeats_max = 4;   // Then saying it again does not help.
inline constexpr int searches_max = 3;  // Fruitless searches, then a person takes over.
inline constexpr int refusals_max =
    4;  // Parts of a read-back that were wrong; then a person takes over.
inline constexpr int identity_tries_max = 3;

inline constexpr Guard always{"", [](const Memory&, const Facts&) { return true; }};
inline constexpr Guard open{"open", [](const Memory&, const Facts& f) { return f.open; }};
inline constexpr Guard text{"text", [](const Memory&, const Facts& f) { return f.is_text; }};
inline constexpr Guard degraded{"automation off",
                                [](const Memory&, const Facts& f) { return !f.automation; }};
inline constexpr Guard first_miss{"first miss",
                                  [](const Memory& m, const Facts&) { return m.repairs == 0; }};
inline constexpr Guard second_miss{"second miss, by phone", [](const Memory& m, const Facts& f) {
                                     return m.repairs < repairs_max && !f.is_text;
                                   }};
inline constexpr Guard misses_left{
    "misses left", [](const Memory& m, const Facts&) { return m.repairs < repairs_max; }};
inline constexpr Guard may_book{"bookings taken",
                                [](const Memory&, const Facts& f) { return f.may_book; }};
inline constexpr Guard voicemail{"voicemail instead of bookings",
                                 [](const Memory&, const Facts& f) {
                                   return !f.may_book && f.takes_messages && f.prefers_voicemail;
                                 }};
inline constexpr Guard has_phone{"number known", [](const Memory& m, const Facts&) {
                                   return m.phone && m.doubt != Value::Phone;
                                 }};
inline constexpr Guard number_or_line{"a number to call", [](const Memory& m, const Facts& f) {
                                        return has_phone.holds(m, f) || m.line;
                                      }};
inline constexpr Guard number_unknown{
    "no number known", [](const Memory& m, const Facts&) { return !m.phone && !m.line; }};
inline constexpr Guard promised{
    "a call back was promised, no misses left",
    [](const Memory& m, const Facts&) { return m.callback_due && m.repairs >= repairs_max; }};
inline constexpr Guard faq_known_misses_left{
    "answer known, misses left",
    [](const Memory& m, const Facts& f) { return f.faq_known && m.repairs < repairs_max; }};
inline constexpr Guard records{"can record",
                               [](const Memory&, const Facts& f) { return f.takes_messages; }};
inline constexpr Guard phone_not_asked{
    "number not asked for", [](const Memory& m, const Facts&) { return m.stage != Phone; }};
inline constexpr Guard automation{"automation on",
                                  [](const Memory&, const Facts& f) { return f.automation; }};
inline constexpr Guard can_transfer{"person may be rung", [](const Memory& m, const Facts& f) {
                                      return f.can_transfer && !m.transfer_tried;
                                    }};
inline constexpr Guard faq_known{"answer known",
                                 [](const Memory&, const Facts& f) { return f.faq_known; }};
inline constexpr Guard degraded_records{
    "automation off, can record",
    [](const Memory&, const Facts& f) { return !f.automation && f.takes_messages; }};
inline constexpr Guard faq_known_may_book{
    "answer known, bookings taken",
    [](const Memory&, const Facts& f) { return f.faq_known && f.may_book; }};
inline constexpr Guard changing_visit{
    "moving or cancelling a visit",
    [](const Memory& m, const Facts&) { return m.goal == Goal::Move || m.goal == Goal::Cancel; }};
inline constexpr Guard mid_task{"mid task", [](const Memory& m, const Facts&) {
                                  return m.goal == Goal::Book || m.goal == Goal::Move ||
                                         m.goal == Goal::Cancel;
                                }};
inline constexpr Guard faq_mid_task{"answer known, mid task", [](const Memory& m, const Facts& f) {
                                      return f.faq_known && mid_task.holds(m, f);
                                    }};
inline constexpr Guard booking{"booking a visit", [](const Memory& m, const Facts&) {
                                 return m.goal == Goal::Book && m.repairs < repairs_max;
                               }};
inline constexpr Guard stuck{"booking a visit, no misses left", [](const Memory& m, const Facts&) {
                               return m.goal == Goal::Book && m.repairs >= repairs_max;
                             }};
inline constexpr Guard stuck_phone{
    "booking a visit, no misses left, number known",
    [](const Memory& m, const Facts& f) { return stuck.holds(m, f) && has_phone.holds(m, f); }};
inline constexpr Guard stuck_records{
    "booking a visit, no misses left, can record",
    [](const Memory& m, const Facts& f) { return stuck.holds(m, f) && f.takes_messages; }};
inline constexpr Guard moving{"moving a visit",
                              [](const Memory& m, const Facts&) { return m.goal == Goal::Move; }};
inline constexpr Guard cancelling{
    "cancelling a visit", [](const Memory& m, const Facts&) { return m.goal == Goal::Cancel; }};
inline constexpr Guard searches_left{
    "searches left", [](const Memory& m, const Facts&) { return m.searches < searches_max; }};
inline constexpr Guard repeats_left{
    "repeats left", [](const Memory& m, const Facts&) { return m.repairs < repeats_max; }};
inline constexpr Guard refusals_left{
    "refusals left", [](const Memory& m, const Facts&) { return m.refusals < refusals_max; }};
inline constexpr Guard tries_left{"tries left", [](const Memory& m, const Facts&) {
                                    return m.identity_tries + 1 < identity_tries_max;
                                  }};
inline constexpr Guard as_read_back{"as it was read back", [](const Memory& m, const Facts&) {
                                      return m.read_back == commitment(m);
                                    }};
inline constexpr Guard misses_left_in_words{
    "misses left, text",
    [](const Memory& m, const Facts& f) { return m.repairs < repairs_max && f.is_text; }};

// Whether the value can be asked for more clearly than it was. Texts have no keypad.
inline constexpr Guard clearer_left{
    "a clearer way is left", [](const Memory& m, const Facts& f) {
      const auto value = m.stage == ValueConfirm ? m.doubt : value_of(m.stage);
      if (!value) return false;
      const Clarity now = m.doubt == value ? m.clarity : Clarity::Natural;
      const auto next = clearer(*value, now);
      if (!next || *next != Clarity::Keypad) return next.has_value();
      const bool keys_say_it = *value == Value::Phone || !m.address.empty();
      return keys_say_it && !f.is_text;
    }};
inline constexpr Guard email_in_doubt{
    "the e-mail address", [](const Memory& m, const Facts&) { return m.doubt == Value::Email; }};
inline constexpr Guard line_known{"the phone number, the line's own known",
                                  [](const Memory& m, const Facts&) {
                                    return m.doubt == Value::Phone && m.line && m.line != m.phone;
                                  }};

inline constexpr Guard too_long{"too many turns",
                                [](const Memory& m, const Facts&) { return m.turns >= turns_max; }};
inline constexpr Guard too_long_phone{
    "too many turns, number known",
    [](const Memory& m, const Facts& f) { return too_long.holds(m, f) && has_phone.holds(m, f); }};
inline constexpr Guard too_long_records{
    "too many turns, can record",
    [](const Memory& m, const Facts& f) { return too_long.holds(m, f) && f.takes_messages; }};
inline constexpr Guard keypad{"keypad only",
                              [](const Memory& m, const Facts&) { return m.keypad; }};

}  // namespace callwright::dialogue::guards
