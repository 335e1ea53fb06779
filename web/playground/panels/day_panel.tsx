import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../shared/api/client';
import { boardOf, dayOfInterest, daysOf, type Block, type Board } from '../model/board';
import { clock, clockOfMinute, day, dayOfMonth, weekday } from '../model/times';
import css from './day_panel.module.css';
import panel from './panel.module.css';

// The day of each technician, with what this conversation has put on it.
export function DayPanel({ snapshot }: { snapshot: Schemas['Snapshot'] }) {
  const [picked, setPicked] = useState<string | null>(null);
  const days = daysOf(snapshot);
  const date = days.find((each) => each.date === picked)?.date ?? dayOfInterest(snapshot);

  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>{day(date)}</h2>
        <div className={css.days} role="group" aria-label="Day">
          {days.map((each) => (
            <button
              key={each.date}
              type="button"
              className={css.day}
              aria-pressed={each.date === date}
              data-new={each.hasNew || undefined}
              onClick={() => setPicked(each.date)}
            >
              <span>{weekday(each.date)}</span> <strong>{dayOfMonth(each.date)}</strong>
              <VisuallyHidden>
                , {visitCount(each.visits)}
                {each.hasNew && ', one is new'}
              </VisuallyHidden>
            </button>
          ))}
        </div>
      </div>
      {snapshot.technicians.length === 0 ? (
        <p className={panel.empty}>This business has no technician yet.</p>
      ) : (
        <Hours board={boardOf(snapshot, date)} />
      )}
    </>
  );
}

function visitCount(visits: number): string {
  return visits === 1 ? '1 visit' : `${visits} visits`;
}

function Hours({ board }: { board: Board }) {
  return (
    <div className={css.board} tabIndex={0} role="region" aria-label="Visits by technician">
      <ol className={css.hours} aria-hidden="true">
        {board.hours.map((minute) => (
          <li key={minute}>{clockOfMinute(minute)}</li>
        ))}
      </ol>
      {board.columns.map(({ technician, blocks }) => (
        <div key={technician.id} className={css.column}>
          <h3 className={css.technician}>{technician.name}</h3>
          <div className={css.lane}>
            {board.hours.map((minute) => (
              <span key={minute} className={css.hour} />
            ))}
            <ul className={css.blocks} aria-label={technician.name}>
              {blocks.map((block) => (
                <VisitBlock key={block.id} block={block} />
              ))}
            </ul>
          </div>
        </div>
      ))}
    </div>
  );
}

function VisitBlock({ block }: { block: Block }) {
  return (
    <li
      className={css.block}
      data-kind={block.kind}
      style={{ top: `${block.top}%`, height: `${block.height}%` }}
    >
      {block.kind === 'new' && <strong className={css.new}>New</strong>}
      <strong className={css.name}>{block.title}</strong>
      <span className={css.time}>
        {clock(block.start)} to {clock(block.end)}
        {block.detail && ` · ${block.detail}`}
      </span>
    </li>
  );
}
