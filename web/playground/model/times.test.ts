import { describe, expect, test } from 'vitest';
import { addDays, clock, clockOfMinute, day, minuteOf, span } from './times';

describe('times', () => {
  test('are those of the wall clock of the business, wherever the visitor is', () => {
    expect(clock('2026-03-10T09:00:00-05:00')).toBe('9 AM');
    expect(clock('2026-03-10T09:00:00+13:00')).toBe('9 AM');
    expect(minuteOf('2026-03-10T14:45:00-05:00')).toBe(14 * 60 + 45);
  });

  test.each([
    [0, '12 AM'],
    [12 * 60, '12 PM'],
    [12 * 60 + 5, '12:05 PM'],
    [23 * 60 + 59, '11:59 PM'],
    [24 * 60, '12 AM'],
  ])('minute %i of the day reads %s', (minute, text) => {
    expect(clockOfMinute(minute)).toBe(text);
  });

  test('days are counted across months and the change of clocks', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2026-03-07', 1)).toBe('2026-03-08');
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
    expect(day('2026-03-08')).toBe('Sun, Mar 8');
  });

  test('a span says its day twice only when it changes', () => {
    const nine = '2026-03-10T09:00:00-05:00';
    expect(span(nine, nine)).toBe('Tue, Mar 10, 9 AM');
    expect(span(nine, '2026-03-10T11:00:00-05:00')).toBe('Tue, Mar 10, 9 AM to 11 AM');
    expect(span(nine, '2026-03-11T00:00:00-05:00')).toBe('Tue, Mar 10, 9 AM to Wed, Mar 11, 12 AM');
  });

  test('a whole day is a day', () => {
    expect(span('2026-03-10T00:00:00-05:00', '2026-03-11T00:00:00-05:00')).toBe('Tue, Mar 10');
  });
});
