// The table of the policy. Wide, so that a row is a line.
#include "dialogue/domain/policy.h"
#include "dialogue/domain/policy_guards.h"

namespace callwright::dialogue {
namespace {

using enum Stage;

using namespace guards;

constexpr StageSet any = StageSet::any();
constexpr StageSet emergency_stages = {EmergencyAddress, EmergencyPhone};
constexpr StageSet idle_stages = {Start, Opening, KeypadMenu, AnythingElse, EmergencyConfirm};
constexpr StageSet task_stages = {Problem,       Name,        Phone,       Address,
                                  AddressOnFile, Place,       Email,       ValueConfirm,
                                  Time,          Offers,      Change,      BookingConfirm,
                                  Identity,      VisitChoice, MoveConfirm, CancelConfirm};
constexpr StageSet confirm_stages = {BookingConfirm, MoveConfirm};
constexpr StageSet commit_stages = {BookingConfirm, MoveConfirm, CancelConfirm};
constexpr StageSet value_stages = {Name, Phone, Address, Email};
constexpr StageSet value_end_stages = {Name, Phone, Address, ValueConfirm};
constexpr StageSet bounded_stages = {
    Start,   Opening,        KeypadMenu, Degraded,    Problem,      Name,          Phone,
    Address, AddressOnFile,  Place,      Email,       ValueConfirm, Time,          Offers,
    Change,  BookingConfirm, Identity,   VisitChoice, MoveConfirm,  CancelConfirm, AnythingElse};

// What a person may say instead of an answer.
constexpr SignalSet no_answer = {Signal::Unclear, Signal::Yes,    Signal::No,
                                 Signal::Facts,   Signal::Chosen, Signal::Repeat};
constexpr SignalSet elsewhere = {Signal::Unclear,    Signal::Yes,         Signal::No,
                                 Signal::Chosen,     Signal::Repeat,      Signal::WantsBooking,
                                 Signal::WantsMove,  Signal::WantsCancel, Signal::AsksFaq,
                                 Signal::ChangeName, Signal::ChangePhone, Signal::ChangeAddress,
                                 Signal::ChangeTime};
constexpr SignalSet no_value = {Signal::Unclear, Signal::Yes, Signal::No, Signal::Chosen,
                                Signal::Repeat};
constexpr SignalSet other_business = {
    Signal::Unclear,     Signal::WantsMessage,  Signal::WantsCallback, Signal::WantsBooking,
    Signal::WantsMove,   Signal::WantsCancel,   Signal::AsksFaq,       Signal::Repeat,
    Signal::Goodbye,     Signal::Chosen,        Signal::Facts,         Signal::ChangeName,
    Signal::ChangePhone, Signal::ChangeAddress, Signal::ChangeTime,    Signal::HoldsOn};
constexpr SignalSet degraded_words = {
    Signal::No,           Signal::Silence,      Signal::Facts,        Signal::Unclear,
    Signal::WantsBooking, Signal::Chosen,       Signal::AsksFaq,      Signal::WantsMove,
    Signal::WantsCancel,  Signal::WantsMessage, Signal::WantsCallback};
constexpr SignalSet any_words = {
    Signal::WantsPerson,  Signal::WantsMessage,  Signal::WantsCallback, Signal::WantsBooking,
    Signal::WantsMove,    Signal::WantsCancel,   Signal::AsksFaq,       Signal::Repeat,
    Signal::Goodbye,      Signal::Chosen,        Signal::Facts,         Signal::ChangeName,
    Signal::ChangePhone,  Signal::ChangeAddress, Signal::ChangeTime,    Signal::Yes,
    Signal::No,           Signal::OtherLanguage, Signal::Silence,       Signal::Unclear,
    Signal::HelpTexts,    Signal::AsksAndBooks,  Signal::DropsTask,     Signal::HazardOver,
    Signal::HazardGoesOn, Signal::HoldsOn};

using enum Action;
using P = Prompt;

// clang-format off
constexpr Row rows[] = {
    // name                      from              on                          when            act            say                                                to
    // An emergency comes before everything else, whatever was being asked.
    {"emergency.detected",       any,              Signal::Emergency,          &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"emergency.perhaps",        any,              Signal::MaybeEmergency,     &always,        Listen,        {P::ConfirmEmergency},                             EmergencyConfirm},
    {"emergency.confirmed",      {EmergencyConfirm}, Signal::Yes,              &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"emergency.silence_is_yes", {EmergencyConfirm}, Signal::Silence,          &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"emergency.person",         {EmergencyConfirm}, Signal::WantsPerson,      &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"emergency.ask_once_more",  {EmergencyConfirm}, other_business,           &first_miss,    Listen,        {P::ConfirmEmergency},                             {}, Effect::CountRepair},
    {"emergency.no_answer_is_yes", {EmergencyConfirm}, other_business,         &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"emergency.denied_mid_task", {EmergencyConfirm}, Signal::No,              &mid_task,      CheckNeeds,    {P::NotAnEmergency},                               {}, Effect::DenyEmergency},
    {"emergency.denied",         {EmergencyConfirm}, Signal::No,               &may_book,      CheckNeeds,    {P::NotAnEmergency},                               {}, Effect::DenyEmergency, Goal::Book},
    {"emergency.denied_message", {EmergencyConfirm}, Signal::No,               &degraded_records, Record,     {P::NotAnEmergency, P::LeaveMessage},              Recording, Effect::DenyEmergency},
    {"emergency.denied_else",    {EmergencyConfirm}, Signal::No,               &always,        Listen,        {P::NotAnEmergency, P::HowCanIHelp},               Opening, Effect::DenyEmergency},
    {"emergency.help_texts",     {EmergencyConfirm}, Signal::HelpTexts,        &always,        Listen,        {P::TextsHelp, P::ConfirmEmergency},               {}},
    {"emergency.consent_kept",   {EmergencyConfirm}, Signal::ConsentChanged,   &always,        Listen,        {P::ConfirmEmergency},                             {}},
    {"emergency.alert_raised",   any,              Signal::AlertRaised,        &always,        CheckNeeds,    {P::OwnerIsBeingCalled},                           EmergencyAddress, Effect::None, Goal::None, Outcome::EmergencyEscalated},
    {"emergency.alert_known",    any,              Signal::AlertKnown,         &always,        CheckNeeds,    {P::OwnerWasCalled},                               EmergencyAddress, Effect::None, Goal::None, Outcome::EmergencyEscalated},
    {"emergency.alerts_off",     any,              Signal::AlertsOff,          &has_phone,     AddCallback,   {P::AlertsAreOff},                                 AnythingElse},
    {"emergency.alerts_off_phone", any,            Signal::AlertsOff,          &always,        Listen,        {P::AlertsAreOff, P::AskPhone},                    Phone, Effect::None, Goal::Callback},
    {"emergency.ask_address",    emergency_stages, Signal::NeedsAddress,       &always,        Listen,        {P::AskEmergencyAddress},                          EmergencyAddress},
    {"emergency.ask_phone",      emergency_stages, Signal::NeedsPhone,         &always,        Listen,        {P::AskEmergencyPhone},                            EmergencyPhone},
    {"bound.emergency",          emergency_stages, any_words,                  &too_long,      AddCallback,   {},                                                {}},
    {"emergency.facts",          emergency_stages, Signal::Facts,              &always,        UpdateAlert,   {},                                                {}},
    {"emergency.faq",            emergency_stages, Signal::AsksFaq,            &faq_known_misses_left, Listen, {P::FaqAnswer, P::Question},                      {}, Effect::CountRepair},
    {"emergency.ask_again",      emergency_stages, elsewhere,                  &misses_left,   Listen,        {P::NotUnderstood, P::Question},                   {}, Effect::CountRepair},
    {"emergency.ask_silent",     emergency_stages, Signal::Silence,            &misses_left,   Listen,        {P::Question},                                     {}, Effect::CountRepair},
    {"emergency.go_on_unclear",  emergency_stages, elsewhere,                  &always,        AddCallback,   {},                                                {}},
    {"emergency.go_on_silent",   emergency_stages, Signal::Silence,            &always,        AddCallback,   {},                                                {}},
    {"emergency.said_over",      {EmergencyAddress, EmergencyPhone, AnythingElse}, Signal::HazardOver, &always, TellOwner, {P::OverPassedOn},                         {}},
    {"emergency.said_goes_on",   {EmergencyAddress, EmergencyPhone, AnythingElse}, Signal::HazardGoesOn, &always, TellOwner, {P::GoesOnPassedOn},                     {}},
    {"emergency.help_is_coming", emergency_stages, Signal::NeedsNothing,       &always,        AddCallback,   {},                                                {}},
    {"emergency.callback_kept",  emergency_stages, Signal::CallbackQueued,     &number_or_line, Listen,       {P::HelpIsComing},                                 AnythingElse},
    {"emergency.kept_no_number", emergency_stages, Signal::CallbackQueued,     &always,        Listen,        {P::HelpWithoutNumber, P::AnythingElse},           AnythingElse},

    // Consent is answered at once and once.
    {"consent.no_number",        {Start, Opening, KeypadMenu, AnythingElse}, {Signal::StopTexts, Signal::StartTexts}, &number_unknown, Listen, {P::StopFromPhone, P::AnythingElse}, AnythingElse, Effect::None, {}, Outcome::AnsweredFaq},
    {"consent.no_number_mid_task", any,            {Signal::StopTexts, Signal::StartTexts}, &number_unknown, Listen, {P::StopFromPhone, P::Question},        {}},
    {"consent.stop",             any,              Signal::StopTexts,          &always,        ChangeConsent, {P::TextsStopped},                                 {}, Effect::None, {}, Outcome::OptedOut},
    {"consent.start",            any,              Signal::StartTexts,         &always,        ChangeConsent, {P::TextsStarted},                                 {}, Effect::None, {}, Outcome::AnsweredFaq},
    {"consent.help",             any,              Signal::HelpTexts,          &text,          End,           {P::TextsHelp},                                    Done, Effect::None, {}, Outcome::AnsweredFaq},
    {"consent.help_spoken",      any,              Signal::HelpTexts,          &always,        Listen,        {P::Question},                                     {}},
    {"bound.consent",            any,              Signal::ConsentChanged,     &too_long,      End,           {P::Goodbye},                                      Done},
    {"consent.kept_text",        any,              Signal::ConsentChanged,     &text,          End,           {},                                                Done},
    {"consent.kept",             {Start, Opening, KeypadMenu, AnythingElse}, Signal::ConsentChanged, &always, Listen, {P::AnythingElse},                         AnythingElse},
    {"consent.kept_mid_task",    any,              Signal::ConsentChanged,     &always,        Listen,        {P::Question},                                     {}},

    // A conversation that goes on and on: a person takes it up.
    {"bound.end",                {AnythingElse},   any_words,                  &too_long,      End,           {P::Goodbye},                                      Done},
    {"bound.callback",           bounded_stages,   any_words,                  &too_long_phone, AddCallback,  {P::PersonTakesOver},                              {}, Effect::None, Goal::Callback},
    {"bound.record",             bounded_stages,   any_words,                  &too_long_records, Record,     {P::PersonTakesOver, P::LeaveMessage},             Recording},
    {"bound.call_us",            bounded_stages,   any_words,                  &too_long,      End,           {P::CallUs, P::Goodbye},                           Done, Effect::None, {}, Outcome::AnsweredFaq},

    // The beginning.
    {"start.text_unclear",       {Start},          no_value,                   &text,          Listen,        {P::TextGreeting},                                 Opening, Effect::CountRepair},
    {"start.degraded",           {Start},          Signal::Arrived,            &degraded,      Listen,        {P::DegradedGreeting},                             Degraded},
    {"start.text",               {Start},          Signal::Arrived,            &text,          Listen,        {P::TextGreeting},                                 Opening},
    {"start.open",               {Start},          Signal::Arrived,            &open,          Listen,        {P::Greeting},                                     Opening},
    {"start.after_hours",        {Start},          Signal::Arrived,            &always,        Listen,        {P::AfterHoursGreeting},                           Opening},

    // Without automation: an emergency, or a message. It may have ended in the middle of a call.
    {"degraded.stopped",         {BookingConfirm, MoveConfirm, CancelConfirm}, Signal::Yes, &degraded, AddCallback, {P::PersonTakesOver},                       {}, Effect::None, Goal::Callback},
    {"degraded.yes",             {Degraded},       Signal::Yes,                &always,        RaiseAlert,    {P::Safety},                                       {}},
    {"degraded.person",          {Degraded},       Signal::WantsPerson,        &can_transfer,  Transfer,      {P::ConnectingYou},                                Transferring, Effect::TryTransfer},
    {"degraded.message",         {Degraded},       degraded_words,             &records,       Record,        {P::LeaveMessage},                                 Recording},
    {"degraded.text",            {Degraded},       degraded_words,             &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"degraded.ask_phone",       {Degraded},       degraded_words,             &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},

    // A person, a message, a call back: heard at any question.
    {"person.transfer",          any,              Signal::WantsPerson,        &can_transfer,  Transfer,      {P::ConnectingYou},                                Transferring, Effect::TryTransfer},
    {"person.callback",          any,              Signal::WantsPerson,        &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"person.ask_phone",         any,              Signal::WantsPerson,        &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"person.reached",           {Transferring},   Signal::TransferReached,    &always,        End,           {},                                                Done, Effect::None, {}, Outcome::Transferred},
    {"person.not_reached",       {Transferring},   Signal::TransferFailed,     &has_phone,     AddCallback,   {P::NobodyAnswered},                               {}, Effect::None, Goal::Callback},
    {"person.not_reached_record", {Transferring},  Signal::TransferFailed,     &records,       Record,        {P::NobodyAnswered, P::LeaveMessage},              Recording},
    {"callback.wanted",          any,              Signal::WantsCallback,      &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"callback.ask_phone",       any,              Signal::WantsCallback,      &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"message.kept",             {Recording},      Signal::CallbackQueued,     &always,        End,           {P::MessageTaken, P::Goodbye},                     Done, Effect::None, {}, Outcome::Voicemail},
    {"bound.callback_kept",      any,              Signal::CallbackQueued,     &too_long,      End,           {P::CallbackPromised, P::Goodbye},                 Done, Effect::None, Goal::None, Outcome::CallbackQueued},
    {"callback.queued",          any,              Signal::CallbackQueued,     &always,        Listen,        {P::CallbackPromised, P::AnythingElse},            AnythingElse, Effect::None, Goal::None, Outcome::CallbackQueued},
    {"message.record",           any,              Signal::WantsMessage,       &records,       Record,        {P::LeaveMessage},                                 Recording},
    {"message.text",             any,              Signal::WantsMessage,       &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"message.ask_phone",        any,              Signal::WantsMessage,       &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"message.taken",            {Recording},      Signal::RecordingTaken,     &always,        KeepRecording, {},                                                {}},
    {"message.empty",            {Recording},      Signal::RecordingEmpty,     &always,        End,           {P::GoodbyeUnheard},                               Done},

    // Said again.
    {"repeat",                   any,              Signal::Repeat,             &repeats_left,  Listen,        {P::LastSaid},                                     {}, Effect::CountRepair},
    {"wait.read_back",           commit_stages,    Signal::HoldsOn,            &repeats_left,  Listen,        {P::TakeYourTime, P::Question},                    {}, Effect::CountRepair},
    {"wait",                     any,              Signal::HoldsOn,            &repeats_left,  Listen,        {P::TakeYourTime},                                 {}, Effect::CountRepair},
    {"language.other",           {Start, Opening, KeypadMenu, AnythingElse}, Signal::OtherLanguage, &always, Listen, {P::HowCanIHelp},                           Opening, Effect::SwitchLanguage},
    {"language.other_mid_task",  any,              Signal::OtherLanguage,      &always,        Listen,        {P::Question},                                     {}, Effect::SwitchLanguage},

    // Answers to questions.
    {"faq.mid_task",             task_stages,      Signal::AsksFaq,            &faq_mid_task,  Listen,        {P::FaqAnswer, P::Question},                       {}, Effect::None, {}, Outcome::AnsweredFaq},
    {"faq.answered",             any,              Signal::AsksFaq,            &faq_known,     Listen,        {P::FaqAnswer, P::AnythingElse},                   AnythingElse, Effect::None, {}, Outcome::AnsweredFaq},
    {"faq.unknown_mid_task",     task_stages,      Signal::AsksFaq,            &mid_task,      Listen,        {P::FaqUnknown, P::Question},                      {}},
    {"faq.unknown",              any,              Signal::AsksFaq,            &has_phone,     AddCallback,   {P::FaqUnknown},                                   {}},
    {"faq.unknown_no_phone",     any,              Signal::AsksFaq,            &always,        Listen,        {P::FaqUnknown, P::AnythingElse},                  AnythingElse},

    // Booking: what is missing is asked for, one thing at a time.
    {"booking.already",          task_stages,      Signal::WantsBooking,       &booking,       Listen,        {P::Question},                                     {}, Effect::CountRepair},
    {"repair.booking",           task_stages,      Signal::WantsBooking,       &stuck_phone,   AddCallback,   {P::TroubleHearing},                               {}, Effect::None, Goal::Callback},
    {"repair.booking_record",    task_stages,      Signal::WantsBooking,       &stuck_records, Record,        {P::TroubleHearing, P::LeaveMessage},              Recording},
    {"repair.booking_call_us",   task_stages,      Signal::WantsBooking,       &stuck,         End,           {P::CallUs, P::Goodbye},                           Done, Effect::None, {}, Outcome::AnsweredFaq},
    {"faq.then_book",            any,              Signal::AsksAndBooks,       &faq_known_may_book, CheckNeeds, {P::FaqAnswer},                                  {}, Effect::None, Goal::Book},
    {"booking.wanted",           any,              {Signal::WantsBooking, Signal::AsksAndBooks},       &may_book,      CheckNeeds,    {},                                                {}, Effect::None, Goal::Book},
    {"booking.voicemail",        any,              {Signal::WantsBooking, Signal::AsksAndBooks},       &voicemail,     Record,        {P::LeaveMessage},                                 Recording},
    {"booking.not_taken",        any,              {Signal::WantsBooking, Signal::AsksAndBooks},       &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"booking.not_taken_record", any,              {Signal::WantsBooking, Signal::AsksAndBooks},       &records,       Record,        {P::LeaveMessage},                                 Recording},
    {"booking.not_taken_ask_phone", any,           {Signal::WantsBooking, Signal::AsksAndBooks},       &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"booking.problem_told",     idle_stages,      Signal::Facts,              &may_book,      CheckNeeds,    {},                                                {}, Effect::None, Goal::Book},
    {"booking.problem_voicemail", idle_stages,     Signal::Facts,              &voicemail,     Record,        {P::LeaveMessage},                                 Recording},
    {"booking.problem_callback", idle_stages,      Signal::Facts,              &has_phone,     AddCallback,   {},                                                {}, Effect::None, Goal::Callback},
    {"booking.problem_record",   idle_stages,      Signal::Facts,              &records,       Record,        {P::LeaveMessage},                                 Recording},
    {"booking.problem_ask_phone", idle_stages,     Signal::Facts,              &always,        Listen,        {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"booking.ask_problem",      any,              Signal::NeedsProblem,       &always,        Listen,        {P::AskProblem},                                   Problem},
    {"booking.ask_name",         any,              Signal::NeedsName,          &always,        Listen,        {P::AskName},                                      Name},
    {"booking.ask_phone",        any,              Signal::NeedsPhone,         &always,        Listen,        {P::AskPhone},                                     Phone},
    {"booking.ask_known_address", any,             Signal::NeedsAddressOnFile, &always,        Listen,        {P::AskAddressOnFile},                             AddressOnFile},
    {"booking.ask_address",      any,              Signal::NeedsAddress,       &always,        Listen,        {P::AskAddress},                                   Address},
    {"booking.ask_place",        any,              Signal::NeedsPlace,         &always,        Listen,        {P::AskPlace},                                     Place},
    {"booking.ask_email",        any,              Signal::NeedsEmail,         &always,        Listen,        {P::AskEmail},                                     Email},
    {"booking.outside_area",     any,              Signal::OutsideArea,        &always,        AddCallback,   {P::OutsideArea},                                  {}, Effect::None, Goal::None},
    {"booking.known_address",    {AddressOnFile},  Signal::Yes,                &always,        CheckNeeds,    {},                                                {}, Effect::AcceptAddress},
    {"booking.other_address",    {AddressOnFile},  Signal::No,                 &always,        CheckNeeds,    {},                                                {}, Effect::RefuseAddressOnFile},
    {"booking.time_by_keypad",   any,              Signal::NeedsTime,          &keypad,        FindSlots,     {},                                                {}},
    {"move.ask_time",            any,              Signal::NeedsTime,          &moving,        Listen,        {P::AskMoveTime},                                  Time},
    {"booking.ask_time",         any,              Signal::NeedsTime,          &always,        Listen,        {P::AskTime},                                      Time},
    {"booking.search",           any,              Signal::NeedsSearch,        &always,        FindSlots,     {},                                                {}},
    {"booking.offer",            any,              Signal::SlotsFound,         &always,        Listen,        {P::OfferSlots},                                   Offers},
    {"booking.exact_free",       any,              Signal::ExactFree,          &always,        CheckNeeds,    {},                                                {}},
    {"booking.exact_not_free",   any,              Signal::ExactNotFree,       &always,        Listen,        {P::ExactNotFree, P::OfferSlots},                  Offers},
    {"booking.no_slots",         any,              Signal::NoSlots,            &searches_left, Listen,        {P::NoSlots, P::AskTime},                          Time, Effect::ForgetTime},
    {"booking.give_up",          any,              Signal::NoSlots,            &always,        AddCallback,   {P::NoSlots},                                      {}},
    {"booking.chosen",           {Offers},         Signal::Chosen,             &always,        CheckNeeds,    {},                                                {}},
    {"booking.which_one",        {Offers},         Signal::Yes,                &misses_left,   Listen,        {P::AskWhichOffer},                                {}, Effect::CountRepair},
    {"booking.none_of_these",    {Offers},         Signal::No,                 &searches_left, Listen,        {P::AskTime},                                      Time, Effect::RefuseOffers},
    {"booking.none_suits",       {Offers},         Signal::No,                 &has_phone,     AddCallback,   {P::PersonTakesOver},                              {}, Effect::None, Goal::Callback},
    {"move.read_back",           any,              Signal::NeedsConfirm,       &moving,        Listen,        {P::ReadBackMove},                                 MoveConfirm},
    {"cancel.read_back",         any,              Signal::NeedsConfirm,       &cancelling,    Listen,        {P::ReadBackCancel},                               CancelConfirm},
    {"booking.read_back",        any,              Signal::NeedsConfirm,       &always,        Listen,        {P::ReadBackBooking},                              BookingConfirm},
    {"booking.yes",              {BookingConfirm}, Signal::Yes,                &as_read_back,  Book,          {},                                                {}},
    {"booking.no",               {BookingConfirm}, Signal::No,                 &always,        Listen,        {P::AskWhatToChange},                              Change},
    {"booking.nothing_wrong",    {Change},         {Signal::Yes, Signal::No},  &refusals_left, CheckNeeds,    {},                                                {}, Effect::CountRefusal},
    {"booking.change_time",      {Change, BookingConfirm}, Signal::ChangeTime, &refusals_left, Listen,        {P::AskTime},                                      Time, Effect::RefuseTime},
    {"booking.change_address",   {Change, BookingConfirm}, Signal::ChangeAddress, &refusals_left, Listen,     {P::AskAddress},                                   Address, Effect::RefuseAddress},
    {"booking.change_name",      {Change, BookingConfirm}, Signal::ChangeName, &refusals_left, Listen,        {P::AskName},                                      Name, Effect::RefuseName},
    {"booking.change_phone",     {Change, BookingConfirm}, Signal::ChangePhone, &refusals_left, Listen,       {P::AskPhone},                                     Phone, Effect::RefusePhone},
    {"booking.refused",          {Change, BookingConfirm}, {Signal::ChangeTime, Signal::ChangeAddress, Signal::ChangeName, Signal::ChangePhone}, &has_phone, AddCallback, {P::PersonTakesOver}, {}, Effect::None, Goal::Callback},

    // One value on its own: read back where it may be wrong, asked for ever more clearly.
    {"value.read_back",          any,              Signal::NeedsReadBack,      &always,        Listen,        {P::ReadBackValue},                                ValueConfirm},
    {"value.right",              {ValueConfirm},   Signal::Yes,                &always,        CheckNeeds,    {},                                                {}, Effect::TrustValue},
    {"value.wrong",              {ValueConfirm},   Signal::No,                 &clearer_left,  CheckNeeds,    {},                                                {}, Effect::RefuseValue},
    {"value.ask_clearer",        value_stages,     no_value,                   &clearer_left,  Listen,        {P::NotUnderstood, P::Question},                   {}, Effect::AskClearer},
    {"value.confirm_again",      {ValueConfirm},   {Signal::Unclear, Signal::Repeat, Signal::Chosen}, &misses_left, Listen, {P::NotUnderstood, P::Question},    {}, Effect::CountRepair},
    {"value.email_left_out",     {ValueConfirm, Email}, no_value,              &email_in_doubt, CheckNeeds,   {P::EmailLeftOut},                                 {}, Effect::LeaveOutEmail},
    {"value.use_line",           {ValueConfirm, Phone}, no_value,              &line_known,    CheckNeeds,    {P::UseLine},                                      {}, Effect::ForgetPhone},
    {"value.callback",           value_end_stages, no_value,                   &has_phone,     AddCallback,   {P::PersonTakesOver},                              {}, Effect::None, Goal::Callback},
    {"value.record",             value_end_stages, no_value,                   &records,       Record,        {P::TroubleHearing, P::LeaveMessage},              Recording},
    {"value.call_us",            value_end_stages, no_value,                   &always,        End,           {P::CallUs, P::Goodbye},                           Done, Effect::None, {}, Outcome::AnsweredFaq},
    {"booking.slot_lost",        confirm_stages,   Signal::SlotLost,           &always,        FindSlots,     {P::SlotJustTaken},                                {}, Effect::ForgetOffers},
    {"booking.done",             any,              Signal::Booked,             &always,        Listen,        {P::BookedReceipt, P::AnythingElse},               AnythingElse, Effect::ForgetErrand, Goal::None, Outcome::Booked},

    // Moving and cancelling a visit.
    {"move.wanted",              any,              Signal::WantsMove,          &automation,    CheckNeeds,    {},                                                {}, Effect::None, Goal::Move},
    {"cancel.wanted",            any,              Signal::WantsCancel,        &automation,    CheckNeeds,    {},                                                {}, Effect::None, Goal::Cancel},
    {"visit.not_by_rule",        any,              {Signal::WantsMove, Signal::WantsCancel}, &has_phone, AddCallback, {},                                        {}, Effect::None, Goal::Callback},
    {"visit.not_by_rule_record", any,              {Signal::WantsMove, Signal::WantsCancel}, &records, Record, {P::LeaveMessage},                               Recording},
    {"visit.not_by_rule_ask_phone", any,           {Signal::WantsMove, Signal::WantsCancel}, &always, Listen, {P::AskPhone},                                    Phone, Effect::None, Goal::Callback},
    {"visit.ask_identity",       any,              Signal::NeedsIdentity,      &always,        Listen,        {P::AskIdentity},                                  Identity},
    {"visit.check_identity",     {Identity},       Signal::Facts,              &always,        CheckIdentity, {},                                                {}},
    {"visit.not_recognised",     {Identity},       Signal::NotRecognised,      &tries_left,    Listen,        {P::NotRecognised, P::AskIdentity},                {}, Effect::CountIdentityTry},
    {"visit.unidentified",       any,              Signal::NotRecognised,      &always,        AddCallback,   {P::PersonTakesOver},                              {}, Effect::CountIdentityTry, Goal::Callback},
    {"visit.look_up",            any,              Signal::NeedsVisits,        &always,        FindVisits,    {},                                                {}},
    {"visit.none",               any,              Signal::NoVisit,            &has_phone,     AddCallback,   {P::NoVisitFound},                                 {}},
    {"visit.none_no_phone",      any,              Signal::NoVisit,            &always,        Listen,        {P::NoVisitFound, P::AnythingElse},                AnythingElse, Effect::None, Goal::None},
    {"visit.one",                any,              Signal::OneVisit,           &always,        CheckNeeds,    {},                                                {}},
    {"visit.many",               any,              Signal::ManyVisits,         &always,        CheckNeeds,    {},                                                {}},
    {"visit.which",              any,              Signal::NeedsVisitChoice,   &always,        Listen,        {P::AskWhichVisit},                                VisitChoice},
    {"visit.chosen",             {VisitChoice},    Signal::Chosen,             &always,        CheckNeeds,    {},                                                {}},
    {"visit.which_one",          {VisitChoice},    Signal::Yes,                &misses_left,   Listen,        {P::Question},                                     {}, Effect::CountRepair},
    {"visit.none_of_these",      {VisitChoice},    Signal::No,                 &has_phone,     AddCallback,   {P::NoVisitFound},                                 {}},
    {"move.yes",                 {MoveConfirm},    Signal::Yes,                &as_read_back,  MoveVisit,     {},                                                {}},
    {"move.no",                  {MoveConfirm},    Signal::No,                 &always,        Listen,        {P::AskMoveTime},                                  Time, Effect::ForgetTime},
    {"move.done",                any,              Signal::Moved,              &always,        Listen,        {P::MovedReceipt, P::AnythingElse},                AnythingElse, Effect::ForgetErrand, Goal::None, Outcome::Rescheduled},
    {"cancel.yes",               {CancelConfirm},  Signal::Yes,                &as_read_back,  CancelVisit,   {},                                                {}},
    {"confirm.read_again",       commit_stages,    Signal::Yes,                &misses_left,   Listen,        {P::Question},                                     {}, Effect::CountRepair},
    {"cancel.no",                {CancelConfirm},  Signal::No,                 &always,        Listen,        {P::VisitKept, P::AnythingElse},                   AnythingElse, Effect::None, Goal::None, Outcome::AnsweredFaq},
    {"cancel.done",              any,              Signal::Cancelled,          &always,        Listen,        {P::CancelledReceipt, P::AnythingElse},            AnythingElse, Effect::ForgetErrand, Goal::None, Outcome::Cancelled},

    // What was begun is not wanted after all.
    {"visit.dropped",            task_stages,      Signal::DropsTask,          &changing_visit, Listen,       {P::VisitKept, P::AnythingElse},                   AnythingElse, Effect::None, Goal::None, Outcome::AnsweredFaq},
    {"booking.dropped",          task_stages,      Signal::DropsTask,          &always,        Listen,        {P::NothingBooked, P::AnythingElse},               AnythingElse, Effect::ForgetTime, Goal::None, Outcome::AnsweredFaq},

    // Facts anywhere else: go on with what is missing.
    {"task.facts",               task_stages,      Signal::Facts,              &always,        CheckNeeds,    {},                                                {}},

    // The end.
    {"end.goodbye",              any,              Signal::Goodbye,            &always,        End,           {P::Goodbye},                                      Done},
    {"end.nothing_else",         {AnythingElse},   Signal::No,                 &always,        End,           {P::Goodbye},                                      Done},
    {"end.silence",              {AnythingElse},   Signal::Silence,            &always,        End,           {P::Goodbye},                                      Done},
    {"more.yes",                 {AnythingElse},   Signal::Yes,                &always,        Listen,        {P::HowCanIHelp},                                  Opening},
    {"end.unclear_once",         {AnythingElse},   no_answer,                  &first_miss,    Listen,        {P::NotUnderstood, P::AnythingElse},               {}, Effect::CountRepair},
    {"end.unclear",              {AnythingElse},   no_answer,                  &always,        End,           {P::Goodbye},                                      Done},
    {"end.nothing_needed",       any,              Signal::NeedsNothing,       &always,        Listen,        {P::AnythingElse},                                 AnythingElse},
    {"opening.no",               {Opening, KeypadMenu}, Signal::No,            &always,        End,           {P::Goodbye},                                      Done},
    {"opening.yes",              {Opening, KeypadMenu}, Signal::Yes,           &misses_left,   Listen,        {P::HowCanIHelp},                                  Opening, Effect::CountRepair},

    // Nothing, or nothing that makes sense: ask again, then by key, then a person takes over.
    {"late",                     {Done, Transferring, Recording}, Signal::Silence, &always,    Ignore,        {},                                                {}},
    {"repair.silence",           any,              Signal::Silence,            &first_miss,    Listen,        {P::AreYouThere, P::Question},                     {}, Effect::CountRepair},
    {"repair.menu_by_keypad",    {Opening},        Signal::Silence,            &second_miss,   Listen,        {P::TroubleHearing, P::KeypadMenu},                KeypadMenu, Effect::UseKeypad},
    {"repair.silence_by_keypad", any,              Signal::Silence,            &second_miss,   Listen,        {P::TroubleHearing, P::Question, P::KeypadOnly},   {}, Effect::UseKeypad},
    {"repair.unclear",           any,              no_answer,                  &first_miss,    Listen,        {P::NotUnderstood, P::Question},                   {}, Effect::CountRepair},
    {"repair.menu_for_words",    {Opening},        no_answer,                  &second_miss,   Listen,        {P::TroubleHearing, P::KeypadMenu},                KeypadMenu, Effect::UseKeypad},
    {"repair.unclear_text",      any,              no_answer,                  &misses_left_in_words, Listen, {P::NotUnderstood, P::Question},                   {}, Effect::CountRepair},
    {"repair.unclear_again",     any,              no_answer,                  &misses_left,   Listen,        {P::TroubleHearing, P::Question, P::KeypadOnly},   {}, Effect::CountRepair},
    {"repair.promised",          {Opening, KeypadMenu}, Signal::Silence,        &promised,      End,           {P::TroubleHearing, P::Goodbye},                   Done},
    {"repair.promised_unclear",  {Opening, KeypadMenu}, no_answer,              &promised,      End,           {P::TroubleHearing, P::Goodbye},                   Done},
    {"repair.callback",          any,              Signal::Silence,            &has_phone,     AddCallback,   {P::TroubleHearing},                               {}, Effect::None, Goal::Callback},
    {"repair.callback_unclear",  any,              no_answer,                  &has_phone,     AddCallback,   {P::TroubleHearing},                               {}, Effect::None, Goal::Callback},
    {"repair.record",            any,              Signal::Silence,            &records,       Record,        {P::TroubleHearing, P::LeaveMessage},              Recording},
    {"repair.record_unclear",    any,              no_answer,                  &records,       Record,        {P::TroubleHearing, P::LeaveMessage},              Recording},
    {"repair.ask_phone",         any,              no_answer,                  &phone_not_asked, Listen,      {P::AskPhone},                                     Phone, Effect::None, Goal::Callback},
    {"repair.call_us",           any,              no_answer,                  &always,        End,           {P::CallUs, P::Goodbye},                           Done, Effect::None, {}, Outcome::AnsweredFaq},
};
// clang-format on

// What is decided where no row speaks: once more the question, and when that has been in vain, a
// person.
constexpr Row ask_again = {"otherwise.ask_again", any, Signal::Unclear,    &misses_left, Listen,
                           {P::Question},         {},  Effect::CountRepair};
constexpr Row give_up = {"otherwise.callback", any, Signal::Unclear, &has_phone,    AddCallback,
                         {P::TroubleHearing},  {},  Effect::None,    Goal::Callback};
constexpr Row hang_up = {"otherwise.end",         any, Signal::Unclear, &always, End,
                         {P::CallUs, P::Goodbye}, Done};
constexpr Row over = {"otherwise.over", any, Signal::Unclear, &always, End, {P::Goodbye}, Done};

bool fits(const Row& row, const Memory& memory, Signal signal, const Facts& facts) {
  return row.on.contains(signal) && row.from.contains(memory.stage) &&
         row.when->holds(memory, facts);
}

}  // namespace

std::span<const Row> policy() {
  return rows;
}

const Row& decide(std::span<const Row> rows_in_force, const Memory& memory, Signal signal,
                  const Facts& facts) {
  for (const Row& row : rows_in_force) {
    if (fits(row, memory, signal, facts)) return row;
  }
  if (memory.stage == Stage::Done) return over;
  if (misses_left.holds(memory, facts)) return ask_again;
  return has_phone.holds(memory, facts) ? give_up : hang_up;
}

const Row& decide(const Memory& memory, Signal signal, const Facts& facts) {
  return decide(rows, memory, signal, facts);
}

}  // namespace callwright::dialogue
