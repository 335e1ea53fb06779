import type { Schemas } from '../../shared/api/client';

// One line of the conversation as it is shown.
export interface Line {
  id: string;
  turn: number;
  who: 'caller' | 'receptionist' | 'event';
  text: string;
  at: string;
}

export function linesOf(turns: readonly Schemas['Turn'][]): Line[] {
  return turns.flatMap((turn) => [...heardLine(turn), ...saidLine(turn)]);
}

function heardLine(turn: Schemas['Turn']): Line[] {
  const line = (who: Line['who'], text: string): Line[] => [
    { id: `${turn.turn}-heard`, turn: turn.turn, who, text, at: turn.at },
  ];
  switch (turn.trace?.event) {
    case 'pressed':
      // Which one is not kept: it may be part of a PIN.
      return line('caller', 'Pressed a key');
    case 'silent':
      return line('event', 'The caller says nothing');
    case 'transfer_ended':
      return line('event', 'The call comes back from the transfer');
    case 'recorded':
      return line('event', 'The recording has ended');
    case 'hung_up':
      return line('event', 'The caller hung up');
    default:
      return turn.heard === '' ? [] : line('caller', turn.heard);
  }
}

function saidLine(turn: Schemas['Turn']): Line[] {
  if (turn.said === '') return [];
  return [
    {
      id: `${turn.turn}-said`,
      turn: turn.turn,
      who: 'receptionist',
      text: turn.said,
      at: turn.at,
    },
  ];
}

// What might be said next, for whoever wants to click rather than think something up.
const examples: Readonly<Record<string, readonly string[]>> = {
  problem: [
    'My kitchen sink is clogged',
    'Water is pouring through my ceiling',
    'When are you open?',
  ],
  name: ['Jordan Example'],
  address: ['42 Maple Street in Springfield'],
  time: ['Tomorrow morning', 'As soon as you can'],
  phone: ['555 010 0144'],
  confirm: ['Yes please', 'No'],
  emergency_confirm: ['Yes', 'No, it can wait'],
  anything_else: ['No, that is all, thank you'],
  message: ['Please call me back about my water heater'],
};

export function suggestionsFor(turns: readonly Schemas['Turn'][]): readonly string[] {
  const trace = turns.at(-1)?.trace;
  if (!trace || trace.language !== 'en') return [];
  if (trace.offers.length > 0) return ['The first one', 'Another day, please'];
  return examples[trace.asks ?? ''] ?? [];
}
