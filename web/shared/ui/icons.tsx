// Drawn on a 24 by 24 grid in the colour of the text around them. Decoration: what a control does is in
// its label.
const shapes = {
  phone:
    'M6.6 3.5h2.6l1.6 4.4-2 1.7a12 12 0 0 0 5.6 5.6l1.7-2 4.4 1.6v2.6a2.6 2.6 0 0 1-2.8 2.6A16.4 16.4 0 0 1 4 6.3a2.6 2.6 0 0 1 2.6-2.8Z',
  hangUp: 'M3 13.5c5-4.6 13-4.6 18 0l-1.6 3-4-1.2-.4-2.6a12 12 0 0 0-6 0l-.4 2.6-4 1.2-1.6-3Z',
  text: 'M4 5h16v11H10l-4.5 4v-4H4V5Z',
  mail: 'M3.5 6h17v12h-17V6Zm0 .5 8.5 6.5 8.5-6.5',
  send: 'M4 12h15M13 6l6 6-6 6',
  keypad: 'M6 5h.01M12 5h.01M18 5h.01M6 11h.01M12 11h.01M18 11h.01M6 17h.01M12 17h.01M18 17h.01',
  silence: 'M4 10v4h3l5 4V6L7 10H4Zm12 0 4 4m0-4-4 4',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  back: 'M19 12H5m6-6-6 6 6 6',
  previous: 'M14.5 6 9 12l5.5 6',
  next: 'M9.5 6 15 12l-5.5 6',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8.5 3.5V8m7-4.5V8',
  thought: 'M12 4a7 7 0 0 0-4 12.7V19h8v-2.3A7 7 0 0 0 12 4Zm-2.5 17.5h5',
  hook: 'M9 8 5 12l4 4m6-8 4 4-4 4',
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 3v.01',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const dots = name === 'keypad';
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={dots ? 3.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
