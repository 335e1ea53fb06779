import { describe, expect, test } from 'vitest';
import { boardOf, dayOfInterest, daysOf } from './board';
import { at, sampleConversation, sampleSnapshot, sampleVisit } from './sample';

describe('the days', () => {
  test('are the next seven, with their visits counted and the new one marked', () => {
    const days = daysOf(sampleSnapshot());
    expect(days).toHaveLength(7);
    expect(days[0]).toEqual({ date: '2026-03-10', visits: 1, hasNew: false });
    expect(days[1]).toEqual({ date: '2026-03-11', visits: 1, hasNew: true });
    expect(days[6]?.date).toBe('2026-03-16');
  });

  test('do not count a visit that was cancelled', () => {
    const visits = [sampleVisit({ status: 'cancelled', is_new: true })];
    expect(daysOf(sampleSnapshot({ visits }))[0]).toMatchObject({ visits: 0, hasNew: false });
  });

  test('open on the new visit, else on what was offered, else on today', () => {
    expect(dayOfInterest(sampleSnapshot())).toBe('2026-03-11');
    expect(dayOfInterest(sampleSnapshot({ visits: [] }))).toBe('2026-03-12');
    expect(dayOfInterest(sampleSnapshot({ visits: [], conversation: null }))).toBe('2026-03-10');
  });
});

describe('the board', () => {
  test('puts each visit in the lane of its technician', () => {
    const board = boardOf(sampleSnapshot(), '2026-03-11');
    expect(board.columns.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      [],
      ['new'],
    ]);
  });

  test('places a visit by its time of day', () => {
    // From eight to eighteen: nine is a tenth of the way down.
    const block = boardOf(sampleSnapshot(), '2026-03-11').columns[1]?.blocks[0];
    expect(block?.top).toBeCloseTo(10);
    expect(block?.height).toBeCloseTo(15);
  });

  test('grows for a visit outside the usual hours', () => {
    const visits = [sampleVisit({ start: at('10T05:30'), end: at('10T06:30') })];
    const board = boardOf(sampleSnapshot({ visits }), '2026-03-10');
    expect(board.hours[0]).toBe(5 * 60);
    expect(board.columns[0]?.blocks[0]?.top).toBeGreaterThan(0);
  });

  test('ends at midnight for a visit that does not', () => {
    const visits = [sampleVisit({ start: at('10T23:00'), end: at('11T01:00') })];
    const board = boardOf(sampleSnapshot({ visits }), '2026-03-10');
    const block = board.columns[0]?.blocks[0];
    expect((block?.top ?? 0) + (block?.height ?? 0)).toBeCloseTo(100);
  });

  test('shows what is offered until the conversation has ended', () => {
    const kinds = (snapshot: ReturnType<typeof sampleSnapshot>) =>
      boardOf(snapshot, '2026-03-12').columns.flatMap(({ blocks }) =>
        blocks.map(({ kind }) => kind),
      );
    expect(kinds(sampleSnapshot())).toEqual(['offer', 'offer']);
    const ended = sampleConversation({ state: 'ended' });
    expect(kinds(sampleSnapshot({ conversation: ended }))).toEqual([]);
  });
});
