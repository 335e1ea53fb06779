import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../shared/ui/icons';
import type { Schemas } from '../../shared/api/client';
import { useAct, useOwnerAnswers, useSendText, type Act } from '../live/requests';
import { controlsOf, isOver, isThread, lineStateOf, ownerRings } from '../model/phone';
import { linesOf, suggestionsFor, type Line } from '../model/talk';
import { clock } from '../model/times';
import { outcomeText, phoneText } from '../model/wording';
import { Composer } from './composer';
import panel from './panel.module.css';
import css from './talk_panel.module.css';

interface Props {
  snapshot: Schemas['Snapshot'];
  conversation: string;
  picked: number | null;
  explain: (turn: number) => void;
  leave: () => void;
}

export function TalkPanel({ snapshot, conversation, picked, explain, leave }: Props) {
  const turns = snapshot.conversation?.turns ?? [];
  const talk = useTalk(snapshot, conversation, turns.length);
  const state = lineStateOf(snapshot);
  const thread = isThread(snapshot);
  const over = isOver(snapshot);

  return (
    <>
      <div className={panel.head}>
        <ActionIcon variant="subtle" size="lg" aria-label="Back to the start" onClick={leave}>
          <Icon name="back" />
        </ActionIcon>
        <div className={css.who}>
          <h2 className={panel.title}>
            {thread ? `Texts from ${phoneText(conversation)}` : snapshot.business.name}
          </h2>
          <p className={css.state} data-tone={state.tone} role="status">
            {state.text}
          </p>
        </div>
        {!thread && !over && (
          <Button
            color="red"
            variant="light"
            size="sm"
            leftSection={<Icon name="hangUp" />}
            onClick={() => talk.act({ verb: 'hang-up' })}
          >
            Hang up
          </Button>
        )}
      </div>
      <Transcript
        lines={linesOf(turns)}
        waiting={talk.waiting}
        unheard={talk.unheard}
        picked={picked}
        explain={explain}
      />
      {ownerRings(snapshot) && <OwnersPhone />}
      {snapshot.conversation?.outcome && (
        <p className={css.outcome}>{outcomeText(snapshot.conversation.outcome)}</p>
      )}
      {over && !thread ? (
        <div className={css.again}>
          <Button fullWidth size="md" leftSection={<Icon name="phone" />} onClick={leave}>
            Start another conversation
          </Button>
        </div>
      ) : (
        <Composer
          controls={controlsOf(snapshot)}
          thread={thread}
          busy={talk.waiting}
          problem={talk.problem}
          options={turns.at(-1)?.trace?.options ?? null}
          suggestions={over ? [] : suggestionsFor(turns)}
          act={talk.act}
        />
      )}
    </>
  );
}

interface Talk {
  act: (act: Act) => void;
  waiting: boolean;
  unheard: string; // What was said and is not part of the conversation yet.
  problem: string;
}

function useTalk(snapshot: Schemas['Snapshot'], conversation: string, turnCount: number): Talk {
  const line = useAct(conversation);
  const text = useSendText();
  const [turnsBefore, setTurnsBefore] = useState(turnCount);
  const waiting = line.isPending || text.isPending;
  const unanswered = waiting && turnCount <= turnsBefore;
  const words = line.variables?.verb === 'say' ? line.variables.words : text.variables?.words;

  return {
    act: (act) => {
      setTurnsBefore(turnCount);
      if (!isThread(snapshot)) line.mutate(act);
      else if (act.verb === 'say') {
        text.mutate({ business: snapshot.business.slug, from: conversation, words: act.words });
      }
    },
    waiting,
    unheard: unanswered ? (words ?? '') : '',
    problem: (line.error ?? text.error)?.message ?? '',
  };
}

interface TranscriptProps {
  lines: Line[];
  waiting: boolean;
  unheard: string;
  picked: number | null;
  explain: (turn: number) => void;
}

function Transcript({ lines, waiting, unheard, picked, explain }: TranscriptProps) {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [lines.length, waiting, unheard]);

  return (
    <div className={css.scroll} role="log" aria-label="What is said" tabIndex={0}>
      <ol className={css.lines}>
        {lines.map((line) => (
          <li key={line.id} className={css.line} data-who={line.who}>
            <p className={css.words} data-picked={line.turn === picked || undefined}>
              <VisuallyHidden>{speaker[line.who]}</VisuallyHidden>
              {line.text}
            </p>
            {line.who === 'receptionist' && (
              <button
                type="button"
                className={css.why}
                aria-label={`Why this answer at ${clock(line.at)}?`}
                onClick={() => explain(line.turn)}
              >
                Why?
              </button>
            )}
          </li>
        ))}
        {unheard && (
          <li className={css.line} data-who="caller">
            <p className={css.words}>{unheard}</p>
          </li>
        )}
        {waiting && (
          <li className={css.line} data-who="receptionist">
            <p className={css.words} aria-label="The receptionist is about to speak">
              <span className={css.dots} />
            </p>
          </li>
        )}
        <li ref={end} aria-hidden="true" className={css.end} />
      </ol>
    </div>
  );
}

const speaker: Record<Line['who'], string> = {
  caller: 'Caller: ',
  receptionist: 'Receptionist: ',
  event: '',
};

// The other end of an alert or a transfer: whoever practises can be the owner as well.
function OwnersPhone() {
  const answer = useOwnerAnswers();
  return (
    <div className={css.owner} role="group" aria-label="The owner’s phone">
      <span className={css.ownerText}>
        <Icon name="phone" /> The owner’s phone rings
      </span>
      <Button size="xs" loading={answer.isPending} onClick={() => answer.mutate('1')}>
        Pick up and press 1
      </Button>
      {answer.error && (
        <span role="alert" className={css.ownerProblem}>
          {answer.error.message}
        </span>
      )}
    </div>
  );
}
