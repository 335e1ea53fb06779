import { Alert, Button, NativeSelect, Skeleton } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Icon } from '../shared/ui/icons';
import css from './app.module.css';
import { ConversationRoom } from './conversation_room';
import { useBusinesses } from './live/requests';
import { phoneText } from './model/wording';
import { StartRoom } from './start_room';
import type { Schemas } from '../shared/api/client';

// The address holds the business and the conversation, so that what is seen can be passed on.
export function App() {
  const [place, setPlace] = useSearchParams();
  const businesses = useBusinesses();
  const list = businesses.data ?? [];
  const business = list.find(({ slug }) => slug === place.get('business')) ?? list.at(0);
  const conversation = place.get('conversation');

  return (
    <div className={css.page}>
      <header className={css.header}>
        <h1 className={css.brand}>
          <img src={markUrl} alt="" width={28} height={28} />
          Callwright <span className={css.room}>Playground</span>
        </h1>
        {business && (
          <BusinessPicker
            list={list}
            chosen={business}
            choose={(slug) => setPlace({ business: slug })}
          />
        )}
      </header>
      {businesses.isPending && <Loading />}
      {businesses.isError && (
        <Notice title="The playground is out of reach" retry={() => void businesses.refetch()}>
          {businesses.error.message}
        </Notice>
      )}
      {businesses.isSuccess && !business && (
        <Notice title="There is no practice business yet">
          Mark a business with <code>&quot;sandbox&quot;: true</code> and apply it with{' '}
          <code>callwright tenant apply</code>; it appears here.
        </Notice>
      )}
      {business &&
        (conversation ? (
          <ConversationRoom
            key={`${business.slug} ${conversation}`}
            business={business}
            conversation={conversation}
            leave={() => setPlace({ business: business.slug })}
          />
        ) : (
          <StartRoom
            key={business.slug}
            business={business}
            enter={(key) => setPlace({ business: business.slug, conversation: key })}
          />
        ))}
    </div>
  );
}

const markUrl = new URL('./mark.svg', import.meta.url).href;

interface BusinessPickerProps {
  list: Schemas['Business'][];
  chosen: Schemas['Business'];
  choose: (slug: string) => void;
}

function BusinessPicker({ list, chosen, choose }: BusinessPickerProps) {
  return (
    <div className={css.business}>
      {list.length > 1 ? (
        <NativeSelect
          aria-label="Business"
          size="sm"
          value={chosen.slug}
          onChange={(event) => choose(event.currentTarget.value)}
          data={list.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      ) : (
        <strong>{chosen.name}</strong>
      )}
      <span className={css.number}>{phoneText(chosen.number)}</span>
      <span className={css.open} data-open={chosen.open}>
        {chosen.open ? 'Open now' : 'Closed now'}
      </span>
    </div>
  );
}

function Loading() {
  return (
    <main className={css.middle} aria-busy="true" aria-label="Loading">
      <Skeleton height={28} width="60%" />
      <Skeleton height={160} />
    </main>
  );
}

function Notice(props: { title: string; children: React.ReactNode; retry?: () => void }) {
  return (
    <main className={css.middle}>
      <Alert color="yellow" title={props.title} icon={<Icon name="alert" />}>
        <p className={css.notice}>{props.children}</p>
        {props.retry && (
          <Button variant="default" size="xs" onClick={props.retry}>
            Try again
          </Button>
        )}
      </Alert>
    </main>
  );
}
