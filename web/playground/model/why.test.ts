import { describe, expect, test } from 'vitest';
import { at, sampleTurn } from './sample';
import { addressText, explained, factsOf, whenText } from './why';

describe('the facts', () => {
  test('are listed in the order a booking needs them, without those that were not said', () => {
    const facts = factsOf({ name: 'Jordan Example', problem: 'clogged_drain' });
    expect(facts).toEqual([
      { label: 'Problem', value: 'clogged drain' },
      { label: 'Name', value: 'Jordan Example' },
    ]);
  });

  test('write an address as an envelope does', () => {
    expect(addressText({ street: '42 Maple Street', state: 'KS', zip: '66101' })).toBe(
      '42 Maple Street, KS 66101',
    );
  });

  test('say when, and when not', () => {
    const exclude = [{ start: at('12T00:00'), end: at('13T00:00') }];
    expect(whenText({ type: 'none', asap: true, exclude })).toBe(
      'as soon as possible, not Thu, Mar 12',
    );
  });
});

describe('the turn to explain', () => {
  const turns = [0, 1, 2].map((turn) => sampleTurn({ turn }));

  test('is the one that was picked, else the last', () => {
    expect(explained(turns, 1)?.turn).toBe(1);
    expect(explained(turns, null)?.turn).toBe(2);
    expect(explained([], null)).toBeUndefined();
  });
});
