import type { Schemas } from '../../shared/api/client';

// What a person can do on the line just now.
export interface Controls {
  speak: boolean;
  keys: boolean;
  silence: boolean;
  hangUp: boolean;
}

export interface LineState {
  text: string;
  tone: 'calm' | 'busy' | 'over';
}

type PhoneState = Schemas['Phone']['state'];

const nothing: Controls = { speak: false, keys: false, silence: false, hangUp: false };

const controlsByState: Readonly<Record<PhoneState, Controls>> = {
  ringing: { ...nothing, hangUp: true },
  listening: { speak: true, keys: true, silence: true, hangUp: true },
  recording: { speak: true, keys: true, silence: true, hangUp: true },
  waiting: { ...nothing, hangUp: true },
  transferring: { ...nothing, silence: true, hangUp: true },
  bridged: { ...nothing, hangUp: true },
  ended: nothing,
};

const textByState: Readonly<Record<PhoneState, LineState>> = {
  ringing: { text: 'Ringing', tone: 'busy' },
  listening: { text: 'Listening', tone: 'calm' },
  recording: { text: 'Recording a message', tone: 'busy' },
  waiting: { text: 'One moment', tone: 'busy' },
  transferring: { text: 'Ringing a person', tone: 'busy' },
  bridged: { text: 'Talking to a person', tone: 'calm' },
  ended: { text: 'The call is over', tone: 'over' },
};

export function controlsOf(snapshot: Schemas['Snapshot']): Controls {
  if (isThread(snapshot)) return { ...nothing, speak: true };
  return snapshot.phone ? controlsByState[snapshot.phone.state] : nothing;
}

export function lineStateOf(snapshot: Schemas['Snapshot']): LineState {
  if (isThread(snapshot)) {
    const over = snapshot.conversation?.state === 'ended';
    return over
      ? { text: 'Done; write again to go on', tone: 'over' }
      : { text: 'Open', tone: 'calm' };
  }
  if (snapshot.phone) return textByState[snapshot.phone.state];
  // The telephone network forgets its calls when the program restarts; the conversation is kept.
  return snapshot.conversation
    ? { text: 'The call is over', tone: 'over' }
    : { text: 'There is no such call', tone: 'over' };
}

export function isThread(snapshot: Schemas['Snapshot']): boolean {
  return snapshot.conversation !== null && snapshot.conversation.channel !== 'voice';
}

export function isOver(snapshot: Schemas['Snapshot']): boolean {
  return lineStateOf(snapshot).tone === 'over';
}

// A phone of the owner's rings: for a caller who wants a person, or for an alert.
export function ownerRings(snapshot: Schemas['Snapshot']): boolean {
  if (snapshot.phone?.state === 'transferring') return true;
  return snapshot.messages.some(
    (message) => message.channel === 'call' && ['accepted', 'sent'].includes(message.status),
  );
}

export interface Passage {
  state: string;
  at: string;
}

// The states a call has been in, in order.
export function passagesOf(conversation: Schemas['Conversation']): Passage[] {
  const first = conversation.states.at(0);
  if (!first) return [];
  return [
    { state: first.from, at: conversation.turns.at(0)?.at ?? first.at },
    ...conversation.states.map(({ to, at }) => ({ state: to, at })),
  ];
}
