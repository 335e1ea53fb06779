import { describe, expect, test } from 'vitest';
import { sampleMessage } from './sample';
import { intentText, keyText, outcomeText, phoneText, recipientText, storyTitle } from './wording';

describe('wording', () => {
  test.each([
    [intentText('schedule'), 'Wants a visit'],
    [outcomeText('booked'), 'A visit was booked'],
    [keyText('person'), 'A person'],
    [keyText('offer_2'), 'Choice 2'],
    [storyTitle('moves_a_visit'), 'Moves a visit'],
    [phoneText('+15550100140'), '(555) 010-0140'],
    [phoneText('office@prairie-plumbing.example'), 'office@prairie-plumbing.example'],
    [recipientText(sampleMessage({ channel: 'call', to_role: 'owner' })), 'Call to the owner'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  test('shows a code it does not know as words', () => {
    expect(intentText('asks_for_discount')).toBe('Asks for discount');
  });
});
