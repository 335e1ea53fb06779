// The server writes times with the offset of the business, so what a clock on its wall shows is read
// straight from the text; the visitor's own zone never matters.

const minutesPerHour = 60;
const millisecondsPerDay = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function dateOf(time: string): string {
  return time.slice(0, 10);
}

export function minuteOf(time: string): number {
  return Number(time.slice(11, 13)) * minutesPerHour + Number(time.slice(14, 16));
}

export function clock(time: string): string {
  return clockOfMinute(minuteOf(time));
}

export function clockOfMinute(minute: number): string {
  const hour = Math.floor(minute / minutesPerHour) % 24;
  const rest = minute % minutesPerHour;
  const minutes = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

export function addDays(date: string, days: number): string {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsPerDay);
  return moved.toISOString().slice(0, 10);
}

export function weekday(date: string): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

export function dayOfMonth(date: string): number {
  return Number(date.slice(8, 10));
}

export function day(date: string): string {
  return `${weekday(date)}, ${months[Number(date.slice(5, 7)) - 1]} ${dayOfMonth(date)}`;
}

// "Tue, Nov 24, 9 AM to 10:30 AM"; the day is said twice only when it changes, and a whole day is a day.
export function span(start: string, end: string): string {
  if (isMidnight(start) && isMidnight(end) && addDays(dateOf(start), 1) === dateOf(end)) {
    return day(dateOf(start));
  }
  const from = `${day(dateOf(start))}, ${clock(start)}`;
  if (start === end) return from;
  if (dateOf(start) === dateOf(end)) return `${from} to ${clock(end)}`;
  return `${from} to ${day(dateOf(end))}, ${clock(end)}`;
}

function isMidnight(time: string): boolean {
  return minuteOf(time) === 0;
}
