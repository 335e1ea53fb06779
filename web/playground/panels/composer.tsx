import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Icon } from '../../shared/ui/icons';
import type { Act } from '../live/requests';
import type { Controls } from '../model/phone';
import { keyText } from '../model/wording';
import css from './composer.module.css';

interface Props {
  controls: Controls;
  thread: boolean;
  busy: boolean;
  problem: string;
  options: Readonly<Record<string, string>> | null;
  suggestions: readonly string[];
  act: (act: Act) => void;
}

const keypad = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

// Everything a person can do on the line: words, keys, silence.
export function Composer({ controls, thread, busy, problem, options, suggestions, act }: Props) {
  const [words, setWords] = useState('');
  const [padShown, setPadShown] = useState(false);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '' || busy || !controls.speak) return;
    act({ verb: 'say', words: words.trim() });
    setWords('');
  };

  return (
    <div className={css.composer}>
      {problem && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {controls.speak && suggestions.length > 0 && (
        <ul className={css.suggestions} aria-label="What could be said">
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button
                type="button"
                className={css.suggestion}
                disabled={busy}
                onClick={() => act({ verb: 'say', words: suggestion })}
              >
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={css.row} onSubmit={send}>
        <TextInput
          className={css.words}
          aria-label={thread ? 'Your text' : 'What you say'}
          placeholder={thread ? 'Write a text' : 'Say something'}
          size="md"
          autoComplete="off"
          maxLength={2000}
          value={words}
          disabled={!controls.speak}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ActionIcon
          type="submit"
          size={42}
          aria-label={thread ? 'Send' : 'Say it'}
          disabled={!controls.speak || busy || words.trim() === ''}
        >
          <Icon name="send" size={20} />
        </ActionIcon>
      </form>
      {!thread && (
        <>
          <div className={css.row}>
            <Button
              variant="default"
              size="sm"
              className={css.half}
              leftSection={<Icon name="keypad" />}
              aria-expanded={padShown}
              disabled={!controls.keys}
              onClick={() => setPadShown(!padShown)}
            >
              Keypad
            </Button>
            <Button
              variant="default"
              size="sm"
              className={css.half}
              leftSection={<Icon name="silence" />}
              disabled={!controls.silence || busy}
              onClick={() => act({ verb: 'silence' })}
            >
              Stay silent
            </Button>
          </div>
          {padShown && controls.keys && (
            <div className={css.pad} role="group" aria-label="Keypad">
              {keypad.map((key) => (
                <button
                  type="button"
                  key={key}
                  className={css.key}
                  disabled={busy}
                  onClick={() => act({ verb: 'keys', keys: key })}
                >
                  <span className={css.digit}>{key}</span>
                  <span className={css.meaning}>{options?.[key] && keyText(options[key])}</span>
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </div>
  );
}
