import { ActionIcon, Badge } from '@mantine/core';
import type { Schemas } from '../../shared/api/client';
import { Icon } from '../../shared/ui/icons';
import { factsOf } from '../model/why';
import {
  actionText,
  askedText,
  codeText,
  emergencyText,
  intentText,
  reasonText,
  signalText,
} from '../model/wording';
import panel from './panel.module.css';
import css from './why_panel.module.css';

interface Props {
  turns: readonly Schemas['Turn'][];
  turn: Schemas['Turn'] | undefined;
  picked: number | null;
  pick: (turn: number | null) => void;
}

// Why a turn was answered as it was: what was understood, and which rows of the policy decided.
export function WhyPanel({ turns, turn, picked, pick }: Props) {
  const place = turn ? turns.indexOf(turn) : -1;
  const before = turns[place - 1];
  const after = turns[place + 1];

  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Why</h2>
        {turn && (
          <div className={css.steps}>
            <ActionIcon
              variant="subtle"
              aria-label="The turn before"
              disabled={!before}
              onClick={() => before && pick(before.turn)}
            >
              <Icon name="previous" />
            </ActionIcon>
            <span className={css.place}>
              {picked !== null && after ? `Turn ${place + 1} of ${turns.length}` : 'The last turn'}
            </span>
            <ActionIcon
              variant="subtle"
              aria-label="The turn after"
              disabled={!after}
              // On the last turn the panel follows the conversation again.
              onClick={() => after && pick(place + 2 < turns.length ? after.turn : null)}
            >
              <Icon name="next" />
            </ActionIcon>
          </div>
        )}
      </div>
      <div className={panel.body} tabIndex={0} role="region" aria-label="The reasons">
        {turn?.trace ? (
          <Reasons turn={turn} trace={turn.trace} />
        ) : (
          <p className={panel.empty}>
            What was understood, and the rule that chose the answer, show here once somebody speaks.
          </p>
        )}
      </div>
    </>
  );
}

function Reasons({ turn, trace }: { turn: Schemas['Turn']; trace: Schemas['Trace'] }) {
  return (
    <>
      {turn.heard !== '' && (
        <>
          <h3 className={panel.label}>Heard</h3>
          <p className={css.quote}>{turn.heard}</p>
        </>
      )}
      {trace.understood && <Understood understood={trace.understood} />}
      <h3 className={panel.label}>Decided by the policy</h3>
      <ol className={css.policy}>
        {trace.steps.map((step, index) => (
          <li key={index} className={css.step}>
            <span className={css.signal}>{signalText(step.signal)}</span>
            <code className={css.row}>{step.row}</code>
            <span className={css.action}>{actionText(step.action)}</span>
          </li>
        ))}
      </ol>
      <Next trace={trace} />
    </>
  );
}

function Understood({ understood }: { understood: Schemas['Understood'] }) {
  const { intent, emergency } = understood;
  const facts = factsOf(understood.slots);
  const sureness = Math.round(100 * intent.confidence);
  return (
    <>
      <h3 className={panel.label}>Understood</h3>
      <p className={css.intent}>
        <strong>
          {intent.label === 'none' && facts.length > 0
            ? 'Answers the question'
            : intentText(intent.label)}
          {intent.faq_topic && ` about ${codeText(intent.faq_topic).toLowerCase()}`}
        </strong>
        {sureness > 0 && (
          <span className={css.sureness}>
            <meter min={0} max={100} value={sureness} aria-label="How sure" className={css.meter} />
            {sureness}% sure
          </span>
        )}
      </p>
      <div className={css.badges}>
        <Badge variant="light" color={emergencyColor[emergency.level]} tt="none">
          {emergencyText(emergency.level)}
        </Badge>
        {emergency.reasons.map((reason) => (
          <Badge key={reason} variant="default" tt="none">
            {reasonText(reason)}
          </Badge>
        ))}
        {understood.language === 'es' && (
          <Badge variant="default" tt="none">
            Spanish
          </Badge>
        )}
      </div>
      {facts.length > 0 && (
        <dl className={css.facts}>
          {facts.map(({ label, value }) => (
            <div key={label} className={css.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const emergencyColor: Record<Schemas['Understood']['emergency']['level'], string> = {
  emergency: 'red',
  ambiguous: 'yellow',
  not_emergency: 'teal',
};

function Next({ trace }: { trace: Schemas['Trace'] }) {
  if (!trace.asks) return null;
  return (
    <>
      <h3 className={panel.label}>Asks next</h3>
      <p className={css.next}>
        {askedText(trace.asks)}
        {trace.about.length > 0 && `, after reading back the ${listed(trace.about)}`}
      </p>
    </>
  );
}

function listed(parts: readonly string[]): string {
  const words = parts.filter((part) => part !== 'booking').map((part) => part.replaceAll('_', ' '));
  if (words.length === 0) return 'booking';
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
