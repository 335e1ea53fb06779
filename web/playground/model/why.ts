import type { Schemas } from '../../shared/api/client';
import { span } from './times';
import { phoneText } from './wording';

export interface Fact {
  label: string;
  value: string;
}

// The facts somebody gave, in the order a booking needs them.
export function factsOf(slots: Schemas['Slots']): Fact[] {
  const facts: [string, string | undefined][] = [
    ['Problem', slots.problem?.replaceAll('_', ' ')],
    ['Service', slots.service?.replaceAll('_', ' ')],
    ['Name', slots.name],
    ['Address', slots.address && addressText(slots.address)],
    ['When', slots.date_time && whenText(slots.date_time)],
    ['Number', slots.phone && phoneText(slots.phone)],
    ['Mail', slots.email],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

export function addressText(address: NonNullable<Schemas['Slots']['address']>): string {
  const { street, unit, city, state, zip } = address;
  return [street, unit, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

export function whenText(when: NonNullable<Schemas['Slots']['date_time']>): string {
  const parts: string[] = [];
  if (when.asap) parts.push('as soon as possible');
  if (when.start && when.end) parts.push(span(when.start, when.end));
  for (const gap of when.exclude ?? []) parts.push(`not ${span(gap.start, gap.end)}`);
  return parts.join(', ');
}

// The turn to explain: the one that was picked, else the last.
export function explained(
  turns: readonly Schemas['Turn'][],
  picked: number | null,
): Schemas['Turn'] | undefined {
  return turns.find(({ turn }) => turn === picked) ?? turns.at(-1);
}
