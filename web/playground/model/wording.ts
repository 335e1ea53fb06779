import type { Schemas } from '../../shared/api/client';

// The server's codes in an owner's words. A code that is not listed is shown as it is, without its
// underscores, so that a new one never breaks the page.
type Words = Readonly<Record<string, string>>;

const intents: Words = {
  none: 'Nothing recognised',
  schedule: 'Wants a visit',
  reschedule: 'Wants to move a visit',
  cancel: 'Wants to cancel a visit',
  faq: 'Asks a question',
  emergency: 'Reports an emergency',
  speak_to_human: 'Wants a person',
  leave_message: 'Wants to leave a message',
  affirm: 'Says yes',
  deny: 'Says no',
  repeat: 'Wants it said again',
  goodbye: 'Says goodbye',
  owner_query: 'Owner asks about the schedule',
  out_of_scope: 'Not about this business',
};

const emergencyLevels: Words = {
  emergency: 'Emergency',
  ambiguous: 'Perhaps an emergency',
  not_emergency: 'No emergency',
};

const signals: Words = {
  arrived: 'Somebody is there',
  emergency: 'An emergency was reported',
  maybe_emergency: 'It may be an emergency',
  stop_texts: 'Wants no more texts',
  start_texts: 'Wants texts again',
  help_texts: 'Asks what these texts are',
  facts: 'Gave an answer',
  chosen: 'Chose one',
  unclear: 'It was not an answer',
  silence: 'Said nothing',
  needs_problem: 'The problem is missing',
  needs_name: 'The name is missing',
  needs_phone: 'The number is missing',
  needs_address_on_file: 'The address on file is unconfirmed',
  needs_address: 'The address is missing',
  needs_place: 'The town or ZIP is missing',
  needs_time: 'The time is missing',
  needs_identity: 'Not sure who is calling',
  needs_visits: 'The visits are to be looked up',
  needs_visit_choice: 'More than one visit fits',
  needs_search: 'Enough is known to look for a time',
  needs_confirm: 'Everything is known',
  needs_nothing: 'Nothing is missing',
  outside_area: 'Outside the service area',
  exact_free: 'That time is free',
  exact_not_free: 'That time is taken',
  slots_found: 'Free times were found',
  no_slots: 'No time is free',
  slot_lost: 'Somebody else took that time',
  alert_raised: 'The alert is on its way',
  alert_known: 'The alert was raised before',
  alerts_off: 'Alerts are switched off',
};

const actions: Words = {
  listen: 'Wait for an answer',
  transfer: 'Ring a person',
  record: 'Record a message',
  end: 'End the call',
  ignore: 'Do nothing',
  check_needs: 'See what is still missing',
  raise_alert: 'Alert the owner',
  update_alert: 'Add to the alert',
  find_slots: 'Look for free times',
  book: 'Book the visit',
  find_visits: 'Look up the visits',
  check_identity: 'Check who is calling',
  move_visit: 'Move the visit',
  cancel_visit: 'Cancel the visit',
  add_callback: 'Promise a call back',
  keep_recording: 'Keep the recording',
  change_consent: 'Change the consent to texts',
};

const asked: Words = {
  name: 'the name',
  address: 'the address',
  problem: 'what is wrong',
  time: 'when it suits',
  phone: 'a number to reach them',
  email: 'a mail address',
  confirm: 'a yes or a no',
  emergency_confirm: 'whether it is an emergency',
  appointment_choice: 'which visit is meant',
  identity: 'who is calling',
  pin: 'the PIN',
  menu: 'a choice by key',
  message: 'a message',
  anything_else: 'whether there is anything else',
  other: 'what to change',
};

const outcomes: Words = {
  booked: 'A visit was booked',
  rescheduled: 'The visit was moved',
  cancelled: 'The visit was cancelled',
  answered_faq: 'A question was answered',
  emergency_escalated: 'The emergency reached the owner',
  voicemail: 'A message was left',
  callback_queued: 'A call back was promised',
  transferred: 'A person took over',
  opted_out: 'No more texts, as asked',
  rejected: 'Not a call for this business',
  abandoned: 'The caller left before anything was decided',
  failed: 'Something broke; an operator was alerted',
};

const callStates: Words = {
  initiated: 'Ringing',
  active: 'Talking',
  transferring: 'Ringing a person',
  voicemail: 'Leaving a message',
  ended: 'Ended',
};

const keys: Words = {
  yes: 'Yes',
  no: 'No',
  repeat: 'Say it again',
  person: 'A person',
  emergency: 'Emergency',
  book: 'Book a visit',
  callback: 'Call me back',
  voicemail: 'Leave a message',
  spanish: 'Español',
  english: 'English',
  none_of_these: 'None of these',
};

const messageKinds: Words = {
  emergency_alert: 'Emergency alert',
  confirmation: 'Confirmation',
  change_notice: 'Notice of a change',
  reply: 'Reply',
  summary: 'Summary',
  opt_out_ack: 'No more texts',
  help_ack: 'Help',
  owner_notice: 'Notice',
  callback_promise: 'Promise of a call',
  other: 'Message',
};

export const intentText = (code: string) => wordsFor(intents, code);
export const emergencyText = (code: string) => wordsFor(emergencyLevels, code);
export const signalText = (code: string) => wordsFor(signals, code);
export const actionText = (code: string) => wordsFor(actions, code);
export const askedText = (code: string) => wordsFor(asked, code);
export const callStateText = (code: string) => wordsFor(callStates, code);
export const outcomeText = (code: string) => wordsFor(outcomes, code);
export const messageKindText = (code: string) => wordsFor(messageKinds, code);
export const codeText = (code: string) => wordsFor({}, code);

// "moves_a_visit" is titled "Moves a visit".
export const storyTitle = (name: string) => wordsFor({}, name);

export function keyText(meaning: string): string {
  const offer = /^offer_(\d)$/.exec(meaning);
  return offer ? `Choice ${offer[1]}` : wordsFor(keys, meaning);
}

// "gas.smell" is read as "gas smell".
export function reasonText(code: string): string {
  return spaced(code.replaceAll('.', ' '));
}

export function phoneText(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}

const ways: Record<Schemas['Message']['channel'], string> = {
  sms: 'Text',
  call: 'Call',
  email: 'Mail',
  webhook: 'Notice',
  chat: 'Chat message',
};

export function recipientText(message: Schemas['Message']): string {
  return `${ways[message.channel]} to the ${message.to_role}`;
}

function wordsFor(words: Words, code: string): string {
  const text = words[code] ?? spaced(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function spaced(code: string): string {
  return code.replaceAll('_', ' ');
}
