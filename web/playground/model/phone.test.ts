import { describe, expect, test } from 'vitest';
import { controlsOf, isOver, lineStateOf, ownerRings, passagesOf } from './phone';
import { at, sampleConversation, sampleMessage, sampleSnapshot } from './sample';
import type { Schemas } from '../../shared/api/client';

function onThePhone(state: Schemas['Phone']['state']) {
  return sampleSnapshot({ phone: { id: 'CA1', state, heard: [], transfer_to: null } });
}

describe('the phone', () => {
  test('takes words only while somebody listens or records', () => {
    const states = [
      'ringing',
      'listening',
      'recording',
      'waiting',
      'transferring',
      'bridged',
      'ended',
    ] as const;
    const speaking = states.filter((state) => controlsOf(onThePhone(state)).speak);
    expect(speaking).toEqual(['listening', 'recording']);
  });

  test('can be hung up until it is', () => {
    expect(controlsOf(onThePhone('transferring')).hangUp).toBe(true);
    expect(controlsOf(onThePhone('ended')).hangUp).toBe(false);
    expect(isOver(onThePhone('ended'))).toBe(true);
  });

  test('that the network has forgotten does nothing, and the conversation stays readable', () => {
    const forgotten = sampleSnapshot({ phone: null });
    expect(controlsOf(forgotten).speak).toBe(false);
    expect(lineStateOf(forgotten).tone).toBe('over');
  });
});

describe('a thread of texts', () => {
  const thread = (state: Schemas['Conversation']['state']) =>
    sampleSnapshot({ phone: null, conversation: sampleConversation({ channel: 'sms', state }) });

  test('can be written to, even after its business is done', () => {
    expect(controlsOf(thread('active'))).toMatchObject({ speak: true, hangUp: false });
    expect(controlsOf(thread('ended')).speak).toBe(true);
    expect(isOver(thread('ended'))).toBe(true);
  });
});

describe("the owner's phone", () => {
  test('rings for a transfer', () => {
    expect(ownerRings(onThePhone('transferring'))).toBe(true);
  });

  test.each([
    ['accepted', true],
    ['sent', true],
    ['queued', false],
    ['delivered', false],
    ['failed', false],
  ] as const)('rings for an alert call that is %s: %s', (status, rings) => {
    const call = sampleMessage({ channel: 'call', to_role: 'owner', status });
    expect(ownerRings(sampleSnapshot({ messages: [call] }))).toBe(rings);
  });

  test('does not ring for a text', () => {
    expect(ownerRings(sampleSnapshot({ messages: [sampleMessage({ status: 'sent' })] }))).toBe(
      false,
    );
  });
});

describe('the states of a call', () => {
  test('begin with where it came from', () => {
    const conversation = sampleConversation({
      states: [
        { at: at('10T10:03'), from: 'initiated', to: 'active', on: 'answered' },
        { at: at('10T10:06'), from: 'active', to: 'ended', on: 'hung_up' },
      ],
    });
    expect(passagesOf(conversation).map(({ state }) => state)).toEqual([
      'initiated',
      'active',
      'ended',
    ]);
  });

  test('are none for a thread of texts', () => {
    expect(passagesOf(sampleConversation({ channel: 'sms', states: [] }))).toEqual([]);
  });
});
