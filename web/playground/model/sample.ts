import type { Schemas } from '../../shared/api/client';

// A conversation for tests: a booking in which two times have just been offered. What matters to a test
// it overrides.
export function sampleSnapshot(changes: Partial<Schemas['Snapshot']> = {}): Schemas['Snapshot'] {
  return {
    business: {
      slug: 'prairie-plumbing',
      name: 'Prairie Plumbing',
      number: '+15550100100',
      zone: 'America/Chicago',
      open: true,
    },
    now: '2026-03-10T10:05:00-05:00',
    phone: { id: 'CA1', state: 'listening', heard: [], transfer_to: null },
    conversation: sampleConversation(),
    technicians: [
      { id: 'tech-a', name: 'Technician A' },
      { id: 'tech-b', name: 'Technician B' },
    ],
    visits: [
      sampleVisit({ id: 'apt_1', start: at('10T13:00'), end: at('10T14:30') }),
      sampleVisit({
        id: 'apt_2',
        technician: 'tech-b',
        start: at('11T09:00'),
        end: at('11T10:30'),
        name: 'Jordan Example',
        is_new: true,
      }),
    ],
    messages: [],
    callbacks: [],
    ...changes,
  };
}

export function sampleConversation(
  changes: Partial<Schemas['Conversation']> = {},
): Schemas['Conversation'] {
  return {
    id: 'cnv_1',
    correlation_id: 'cor_1',
    channel: 'voice',
    state: 'active',
    states: [{ at: at('10T10:03'), from: 'initiated', to: 'active', on: 'answered' }],
    outcome: null,
    turns: [
      sampleTurn({ turn: 0, heard: '', said: 'How can I help?' }, { event: 'arrived' }),
      sampleTurn(
        { turn: 1, heard: 'My sink is clogged', said: 'I can do nine or eleven.' },
        {
          offers: [
            { start: at('12T09:00'), end: at('12T10:30'), technician: 'tech-a' },
            { start: at('12T11:00'), end: at('12T12:30'), technician: 'tech-b' },
          ],
        },
      ),
    ],
    ...changes,
  };
}

export function sampleTurn(
  changes: Partial<Schemas['Turn']>,
  trace: Partial<Schemas['Trace']> = {},
): Schemas['Turn'] {
  return {
    turn: 0,
    at: at('10T10:04'),
    heard: '',
    said: '',
    trace: {
      event: 'said',
      understood: null,
      steps: [],
      prompts: [],
      stage: 'opening',
      goal: 'none',
      language: 'en',
      asks: null,
      about: [],
      options: null,
      offers: [],
      outcome: null,
      ...trace,
    },
    ...changes,
  };
}

export function sampleVisit(changes: Partial<Schemas['Visit']>): Schemas['Visit'] {
  return {
    id: 'apt_1',
    technician: 'tech-a',
    start: at('10T13:00'),
    end: at('10T14:30'),
    service: 'drain cleaning',
    name: 'Pat Example',
    address: '1204 Oak Street, Springfield',
    status: 'booked',
    is_new: false,
    ...changes,
  };
}

export function sampleMessage(changes: Partial<Schemas['Message']> = {}): Schemas['Message'] {
  return {
    id: 'msg_1',
    at: at('10T10:05'),
    to: '+15550100140',
    to_role: 'customer',
    channel: 'sms',
    kind: 'confirmation',
    body: 'See you on Wednesday.',
    status: 'delivered',
    ...changes,
  };
}

// "10T09:00" is nine o'clock on the tenth of the sample's month, in the business's zone.
export function at(dayAndTime: string): string {
  return `2026-03-${dayAndTime}:00-05:00`;
}
