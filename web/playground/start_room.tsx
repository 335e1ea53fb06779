import { Alert, Button, Checkbox, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Schemas } from '../shared/api/client';
import { Icon } from '../shared/ui/icons';
import { useDial, usePlayStory, useSendText, useStories } from './live/requests';
import { phoneText, storyTitle } from './model/wording';
import css from './start_room.module.css';

interface Props {
  business: Schemas['Business'];
  enter: (conversation: string) => void;
}

// Before a conversation: call, write, or pick a story and watch.
export function StartRoom({ business, enter }: Props) {
  return (
    <main className={css.room}>
      <section className={css.card} aria-labelledby="talk-title">
        <h2 id="talk-title" className={css.title}>
          Talk to the receptionist
        </h2>
        <p className={css.lead}>
          Be a customer of {business.name}. Nothing leaves this practice network: no phone rings and
          no text is sent for real.
        </p>
        <TalkForm business={business} enter={enter} />
      </section>
      <section className={css.card} aria-labelledby="stories-title">
        <h2 id="stories-title" className={css.title}>
          Or watch a story
        </h2>
        <p className={css.lead}>Somebody else does the talking; you see what it leads to.</p>
        <Stories business={business} enter={enter} />
      </section>
    </main>
  );
}

// One of the numbers set aside for examples, so that every visitor is a new caller.
function newCallersNumber(): string {
  return `+155501001${50 + Math.floor(Math.random() * 50)}`;
}

function TalkForm({ business, enter }: Props) {
  const [way, setWay] = useState<'call' | 'text'>('call');
  const [from, setFrom] = useState(newCallersNumber);
  const [withheld, setWithheld] = useState(false);
  const [words, setWords] = useState('');
  const dial = useDial();
  const text = useSendText();
  const problem = dial.error ?? text.error;

  const start = (event: FormEvent) => {
    event.preventDefault();
    if (way === 'call') {
      const caller = withheld ? 'anonymous' : from;
      dial.mutate({ business: business.slug, from: caller }, { onSuccess: enter });
    } else {
      text.mutate({ business: business.slug, from, words }, { onSuccess: enter });
    }
  };

  return (
    <form className={css.form} onSubmit={start}>
      <SegmentedControl
        aria-label="How to reach the business"
        value={way}
        onChange={setWay}
        data={[
          { value: 'call', label: 'Call' },
          { value: 'text', label: 'Text' },
        ]}
      />
      <TextInput
        label="Your number"
        description="Any number; the same one again is a returning customer."
        inputMode="tel"
        autoComplete="off"
        value={from}
        disabled={way === 'call' && withheld}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
      />
      {way === 'call' ? (
        <Checkbox
          label="Withhold my number"
          checked={withheld}
          onChange={(event) => setWithheld(event.currentTarget.checked)}
        />
      ) : (
        <TextInput
          label="Your text"
          placeholder="My kitchen sink is clogged"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          required
        />
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <Button
        type="submit"
        size="md"
        loading={dial.isPending || text.isPending}
        leftSection={<Icon name={way === 'call' ? 'phone' : 'send'} />}
      >
        {way === 'call' ? `Call ${phoneText(business.number)}` : 'Send the text'}
      </Button>
    </form>
  );
}

function Stories({ business, enter }: Props) {
  const stories = useStories();
  const play = usePlayStory();
  const begin = (story: string) =>
    play.mutate({ story, business: business.slug }, { onSuccess: enter });

  if (stories.isPending) return <Skeleton height={240} />;
  const problem = stories.error ?? play.error;
  return (
    <>
      {problem && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      {stories.data?.length === 0 && <p className={css.lead}>This program carries no stories.</p>}
      <ul className={css.stories}>
        {stories.data?.map((story) => (
          <li key={story.name}>
            <button
              type="button"
              className={css.story}
              disabled={play.isPending}
              onClick={() => begin(story.name)}
            >
              <span className={css.play}>
                <Icon name="play" size={16} />
              </span>
              <span>
                <span className={css.storyTitle}>{storyTitle(story.name)}</span>
                <span className={css.about}>{story.about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
