import { describe, expect, test } from 'vitest';
import { sampleTurn } from './sample';
import { linesOf, suggestionsFor } from './talk';

describe('the lines of a conversation', () => {
  test('alternate between what was heard and what was said', () => {
    const lines = linesOf([
      sampleTurn({ turn: 0, said: 'How can I help?' }, { event: 'arrived' }),
      sampleTurn({ turn: 1, heard: 'My sink is clogged', said: 'Your name?' }),
    ]);
    expect(lines.map(({ who, text }) => [who, text])).toEqual([
      ['receptionist', 'How can I help?'],
      ['caller', 'My sink is clogged'],
      ['receptionist', 'Your name?'],
    ]);
  });

  test.each([
    ['silent', 'event', 'The caller says nothing'],
    ['hung_up', 'event', 'The caller hung up'],
    ['transfer_ended', 'event', 'The call comes back from the transfer'],
    ['recorded', 'event', 'The recording has ended'],
    ['pressed', 'caller', 'Pressed a key'],
  ] as const)('name what is no speech: %s', (event, who, text) => {
    expect(linesOf([sampleTurn({ heard: '1' }, { event })])).toMatchObject([{ who, text }]);
  });

  test('leave out an answer that was none', () => {
    expect(linesOf([sampleTurn({ heard: 'Thanks', said: '' })])).toHaveLength(1);
  });

  test('survive a turn whose reasons were lost', () => {
    const turn = { ...sampleTurn({ heard: 'Hello', said: 'Hi' }), trace: null };
    expect(linesOf([turn])).toHaveLength(2);
  });
});

describe('suggestions', () => {
  test('answer what was asked last', () => {
    expect(suggestionsFor([sampleTurn({}, { asks: 'name' })])).toEqual(['Jordan Example']);
  });

  test('choose among offers when there are some', () => {
    const offers = [{ start: '', end: '', technician: 'tech-a' }];
    expect(suggestionsFor([sampleTurn({}, { asks: 'time', offers })])).toContain('The first one');
  });

  test('are kept to the language they are in', () => {
    expect(suggestionsFor([sampleTurn({}, { asks: 'name', language: 'es' })])).toEqual([]);
  });

  test('are none before anything was asked', () => {
    expect(suggestionsFor([])).toEqual([]);
  });
});
