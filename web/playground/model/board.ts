import type { Schemas } from '../../shared/api/client';
import { addDays, dateOf, minuteOf } from './times';

export const daysShown = 7;

const hour = 60;
const dayBegins = 8 * hour;
const dayEnds = 18 * hour;

// A visit on the board, or a time that was offered and is not promised yet.
export interface Block {
  id: string;
  kind: 'visit' | 'new' | 'offer';
  start: string;
  end: string;
  title: string;
  detail: string;
  top: number; // In percent of the shown hours.
  height: number;
}

export interface Column {
  technician: Schemas['Technician'];
  blocks: Block[];
}

export interface Board {
  hours: number[]; // The minute of the day at which each shown hour begins.
  columns: Column[];
}

export interface Day {
  date: string;
  visits: number;
  hasNew: boolean;
}

type Snapshot = Schemas['Snapshot'];

export function daysOf(snapshot: Snapshot): Day[] {
  const today = dateOf(snapshot.now);
  return Array.from({ length: daysShown }, (_, ahead) => {
    const date = addDays(today, ahead);
    const visits = standing(snapshot).filter(({ start }) => dateOf(start) === date);
    return { date, visits: visits.length, hasNew: visits.some(({ is_new }) => is_new) };
  });
}

// The day worth looking at: that of the new visit, else that of the offers, else today.
export function dayOfInterest(snapshot: Snapshot): string {
  const fresh = standing(snapshot).find(({ is_new }) => is_new);
  const shown = fresh ?? offersOf(snapshot).at(0);
  return dateOf(shown?.start ?? snapshot.now);
}

export function boardOf(snapshot: Snapshot, date: string): Board {
  const visits = standing(snapshot).filter(({ start }) => dateOf(start) === date);
  const offers = offersOf(snapshot).filter(({ start }) => dateOf(start) === date);
  const all = [...visits, ...offers];
  const begins = Math.min(dayBegins, ...all.map(({ start }) => minuteOf(start)));
  const ends = Math.max(dayEnds, ...all.map(({ start, end }) => endMinute(start, end)));
  const first = Math.floor(begins / hour) * hour;
  const last = Math.ceil(ends / hour) * hour;
  const place = (start: string, end: string) => ({
    top: (100 * (minuteOf(start) - first)) / (last - first),
    height: (100 * (endMinute(start, end) - minuteOf(start))) / (last - first),
  });

  return {
    hours: Array.from({ length: (last - first) / hour }, (_, index) => first + index * hour),
    columns: snapshot.technicians.map((technician) => ({
      technician,
      blocks: [
        ...visits
          .filter((visit) => visit.technician === technician.id)
          .map((visit) => ({
            id: visit.id,
            kind: visit.is_new ? ('new' as const) : ('visit' as const),
            start: visit.start,
            end: visit.end,
            title: visit.name,
            detail: visit.service,
            ...place(visit.start, visit.end),
          })),
        ...offers
          .filter((offer) => offer.technician === technician.id)
          .map((offer) => ({
            id: `offer-${offer.start}`,
            kind: 'offer' as const,
            start: offer.start,
            end: offer.end,
            title: 'Offered',
            detail: '',
            ...place(offer.start, offer.end),
          })),
      ],
    })),
  };
}

function standing(snapshot: Snapshot): Schemas['Visit'][] {
  return snapshot.visits.filter(({ status }) => status !== 'cancelled');
}

// What the last turn offered, while somebody may still choose it.
function offersOf(snapshot: Snapshot): Schemas['Offer'][] {
  const conversation = snapshot.conversation;
  if (!conversation || conversation.state === 'ended') return [];
  return conversation.turns.at(-1)?.trace?.offers ?? [];
}

// A visit that ends after midnight is drawn to the end of its day.
function endMinute(start: string, end: string): number {
  return dateOf(start) === dateOf(end) ? minuteOf(end) : 24 * hour;
}
