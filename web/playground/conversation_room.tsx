import { Alert, Badge, Button, Skeleton, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import type { Schemas } from '../shared/api/client';
import { Icon, type IconName } from '../shared/ui/icons';
import css from './conversation_room.module.css';
import { useConversation, type Link } from './live/use_conversation';
import { explained } from './model/why';
import { DayPanel } from './panels/day_panel';
import { OutgoingPanel } from './panels/outgoing_panel';
import { TalkPanel } from './panels/talk_panel';
import { WhyPanel } from './panels/why_panel';

interface Props {
  business: Schemas['Business'];
  conversation: string;
  leave: () => void;
}

// A conversation and, beside it, everything it leads to.
export function ConversationRoom({ business, conversation, leave }: Props) {
  const { snapshot, link } = useConversation(business.slug, conversation);
  if (link === 'absent') {
    return <Elsewhere leave={leave}>This business is not here to practise with.</Elsewhere>;
  }
  if (!snapshot) {
    return (
      <main className={css.waiting} aria-busy="true" aria-label="Connecting">
        {link === 'lost' && <LostLink link={link} />}
        <Skeleton height={360} />
        <Skeleton height={360} />
        <Skeleton height={360} />
      </main>
    );
  }
  if (!snapshot.phone && !snapshot.conversation) {
    return <Elsewhere leave={leave}>There is no such conversation here any more.</Elsewhere>;
  }
  return <Room snapshot={snapshot} link={link} conversation={conversation} leave={leave} />;
}

interface RoomProps {
  snapshot: Schemas['Snapshot'];
  link: Link;
  conversation: string;
  leave: () => void;
}

function Room({ snapshot, link, conversation, leave }: RoomProps) {
  const narrow = useMediaQuery('(max-width: 64em)', false, { getInitialValueInEffect: false });
  const [picked, setPicked] = useState<number | null>(null);
  const [tab, setTab] = useState<string | null>('talk');
  const turns = snapshot.conversation?.turns ?? [];
  const turn = explained(turns, picked);

  const explain = (wanted: number) => {
    setPicked(wanted);
    if (narrow) setTab('why');
  };
  const talk = (
    <TalkPanel
      snapshot={snapshot}
      conversation={conversation}
      picked={picked}
      explain={explain}
      leave={leave}
    />
  );
  const why = <WhyPanel turns={turns} turn={turn} picked={picked} pick={setPicked} />;
  const board = <DayPanel snapshot={snapshot} />;
  const outgoing = <OutgoingPanel snapshot={snapshot} />;

  if (narrow) {
    const sent = snapshot.messages.length + snapshot.callbacks.length;
    return (
      <main className={css.narrow}>
        <LostLink link={link} />
        <Tabs value={tab} onChange={setTab} classNames={{ root: css.tabs, panel: css.tabPanel }}>
          <Tabs.List grow>
            <RoomTab value="talk" icon="phone" label="Talk" />
            <RoomTab value="why" icon="thought" label="Why" />
            <RoomTab value="day" icon="calendar" label="Day" />
            <RoomTab value="outgoing" icon="mail" label="Sent" count={sent} />
          </Tabs.List>
          <Tabs.Panel value="talk">{talk}</Tabs.Panel>
          <Tabs.Panel value="why">{why}</Tabs.Panel>
          <Tabs.Panel value="day">{board}</Tabs.Panel>
          <Tabs.Panel value="outgoing">{outgoing}</Tabs.Panel>
        </Tabs>
      </main>
    );
  }
  return (
    <main className={css.wide}>
      <LostLink link={link} />
      <Panel name="Conversation">{talk}</Panel>
      <Panel name="Why">{why}</Panel>
      <div className={css.results}>
        <Panel name="Day">{board}</Panel>
        <Panel name="Sent">{outgoing}</Panel>
      </div>
    </main>
  );
}

function Panel({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={css.panel} aria-label={name}>
      {children}
    </section>
  );
}

interface RoomTabProps {
  value: string;
  icon: IconName;
  label: string;
  count?: number;
}

function RoomTab({ value, icon, label, count = 0 }: RoomTabProps) {
  return (
    <Tabs.Tab
      value={value}
      leftSection={<Icon name={icon} size={16} />}
      rightSection={
        count > 0 && (
          <Badge size="sm" variant="light" circle>
            {count}
          </Badge>
        )
      }
    >
      {label}
    </Tabs.Tab>
  );
}

function LostLink({ link }: { link: Link }) {
  return (
    <div role="status" className={css.link}>
      {link === 'lost' && 'The connection is lost. Trying again…'}
    </div>
  );
}

function Elsewhere({ children, leave }: { children: ReactNode; leave: () => void }) {
  return (
    <main className={css.elsewhere}>
      <Alert color="yellow" title="Nothing to see" icon={<Icon name="alert" />}>
        <p className={css.elsewhereText}>{children}</p>
        <Button variant="default" size="xs" onClick={leave}>
          Start a new one
        </Button>
      </Alert>
    </main>
  );
}
