import { Badge } from '@mantine/core';
import type { Schemas } from '../../shared/api/client';
import { Icon, type IconName } from '../../shared/ui/icons';
import { passagesOf } from '../model/phone';
import { clock, dateOf, day } from '../model/times';
import {
  callStateText,
  codeText,
  messageKindText,
  phoneText,
  recipientText,
} from '../model/wording';
import css from './outgoing_panel.module.css';
import panel from './panel.module.css';

// Where the call stands, what was promised, and everything that went out because of it.
export function OutgoingPanel({ snapshot }: { snapshot: Schemas['Snapshot'] }) {
  const { conversation, messages, callbacks } = snapshot;
  const nothing = messages.length === 0 && callbacks.length === 0;
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>Sent and promised</h2>
        {conversation && <Passages conversation={conversation} />}
      </div>
      <div className={panel.body} tabIndex={0} role="region" aria-label="Messages and promises">
        {nothing && (
          <p className={panel.empty}>
            Texts, calls and mails show here with how they were delivered.
          </p>
        )}
        <ul className={css.list}>
          {callbacks.map((callback) => (
            <Promised key={callback.id} callback={callback} />
          ))}
          {messages.map((message) => (
            <Sent key={message.id} message={message} />
          ))}
        </ul>
      </div>
    </>
  );
}

function Passages({ conversation }: { conversation: Schemas['Conversation'] }) {
  return (
    <ol className={css.passages} aria-label="States of the call">
      {passagesOf(conversation).map(({ state, at }, index) => (
        <li key={index} className={css.passage} title={clock(at)}>
          {callStateText(state)}
        </li>
      ))}
    </ol>
  );
}

function Promised({ callback }: { callback: Schemas['Callback'] }) {
  const urgent = callback.priority === 'urgent';
  return (
    <li className={css.item}>
      <span className={css.icon} data-urgent={urgent || undefined}>
        <Icon name="phone" />
      </span>
      <div className={css.text}>
        <p className={css.head}>
          <strong>Call back promised</strong>
          <Badge variant="light" color={urgent ? 'red' : 'teal'} tt="none">
            {urgent ? 'Urgent' : codeText(callback.status)}
          </Badge>
        </p>
        <p className={css.to}>
          {codeText(callback.reason)}
          {callback.phone && `, ${phoneText(callback.phone)}`}
        </p>
        <p className={css.body}>
          By {clock(callback.due)} on {day(dateOf(callback.due))}
        </p>
      </div>
    </li>
  );
}

const icons: Record<Schemas['Message']['channel'], IconName> = {
  sms: 'text',
  call: 'phone',
  email: 'mail',
  webhook: 'hook',
  chat: 'text',
};

const statusColors: Record<Schemas['Message']['status'], string> = {
  queued: 'yellow',
  accepted: 'yellow',
  sent: 'teal',
  delivered: 'teal',
  failed: 'red',
  cancelled: 'red',
};

function Sent({ message }: { message: Schemas['Message'] }) {
  const urgent = message.kind === 'emergency_alert';
  return (
    <li className={css.item}>
      <span className={css.icon} data-urgent={urgent || undefined}>
        <Icon name={icons[message.channel]} />
      </span>
      <div className={css.text}>
        <p className={css.head}>
          <strong>{messageKindText(message.kind)}</strong>
          <Badge variant="light" color={statusColors[message.status]} tt="none">
            {codeText(message.status)}
          </Badge>
        </p>
        <p className={css.to}>
          {recipientText(message)}, {phoneText(message.to)} · {clock(message.at)}
        </p>
        <p className={css.body}>{message.body}</p>
      </div>
    </li>
  );
}
