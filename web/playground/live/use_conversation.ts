import { useEffect, useState } from 'react';
import type { Schemas } from '../../shared/api/client';

export type Link = 'connecting' | 'live' | 'lost' | 'absent';

export interface Live {
  snapshot: Schemas['Snapshot'] | null;
  link: Link;
}

const retryDelay = 2_000; // In milliseconds.
const notFound = 404;

// A conversation as it is now, kept up to date by the server's events. The browser reconnects by itself
// where it can; where it gives up, we ask why, and try again unless there is nothing to watch. Mounted
// anew for every conversation (by its key), so it starts empty.
export function useConversation(business: string, key: string): Live {
  const [live, setLive] = useState<Live>({ snapshot: null, link: 'connecting' });

  useEffect(() => {
    const address = `/playground/api/businesses/${encodeURIComponent(business)}/conversations/${encodeURIComponent(key)}`;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const setLink = (link: Link) => setLive((before) => ({ ...before, link }));

    const connect = () => {
      source = new EventSource(`${address}/events`);
      source.addEventListener('snapshot', (event: MessageEvent<string>) => {
        setLive({ snapshot: JSON.parse(event.data) as Schemas['Snapshot'], link: 'live' });
      });
      source.addEventListener('error', () => {
        setLink('lost');
        if (source?.readyState === EventSource.CLOSED) void retry();
      });
    };
    const retry = async () => {
      const status = await fetch(address).then(
        (response) => response.status,
        () => 0,
      );
      if (left) return;
      if (status === notFound) setLink('absent');
      else timer = setTimeout(connect, retryDelay);
    };

    connect();
    return () => {
      left = true;
      clearTimeout(timer);
      source?.close();
    };
  }, [business, key]);

  return live;
}
