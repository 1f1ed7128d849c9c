import type { ChainOverview } from '../../state/chain-overview';
import type { Severity } from '../../core/causes/cause';
import { toFindingLook, toStateLook } from '../findings/finding-look';
import { Glyph } from '../ui/glyph';
import type { Clock } from '../ui/use-now';
import type { OutlookOf } from '../../state/chain-outlook';
import { EndpointName } from './endpoint-name';
import { NextAttempt } from './next-attempt';
import { SafeText } from '../ui/safe-text';
import { toVisibleText } from '../ui/visible-text';
import { text } from '../../locales/text';
import { RichText } from '../ui/rich-text';

export function ConversationLine(props: {
  readonly id: string;
  readonly chainCount: number;
  readonly attemptCount: number;
  readonly severity: Severity | undefined;
}) {
  const { id, chainCount, attemptCount } = props;
  return (
    <div className="conversation-line">
      <span className="line-title" title={toVisibleText(id)}>
        <RichText of="conversations.conversation" values={{ id: <SafeText text={id} /> }} />
      </span>
      <span className="line-detail">
        {text('conversations.linksAndAttempts', {
          links: text('conversations.links', { count: chainCount }),
          attempts: text('conversations.attempts', { count: attemptCount }),
        })}
      </span>
    </div>
  );
}

export function ChainLine({
  overview,
  isNested,
  clock,
  outlookOf,
}: {
  readonly overview: ChainOverview;
  readonly isNested: boolean;
  readonly clock: Clock | undefined;
  readonly outlookOf: OutlookOf;
}) {
  const { chain, state, attemptCount, headline } = overview;
  const outlook = outlookOf(chain);
  const stateLook = toStateLook(state);
  const isProblem = headline !== undefined && headline.severity !== 'info';
  const isShownByFinding = isProblem || (headline !== undefined && !isGoing(state));
  const look = isShownByFinding ? toFindingLook(headline) : stateLook;
  return (
    <div className={`chain-line ${isNested ? 'nested' : ''}`}>
      <Glyph shape={look.shape} tone={look.tone} label={look.word} />
      <EndpointName endpoint={chain.endpoint} />
      {attemptCount > 1 && (
        <span className="attempt-count" title={text('conversations.attempts', { count: attemptCount })}>
          {attemptCount}
          <span aria-hidden="true">×</span>
          <span className="only-read">{text('conversations.attemptsUnit')}</span>
        </span>
      )}
      <span
        className={`line-detail ${isProblem ? `tone-${look.tone}` : ''}`}
        title={isProblem ? toVisibleText(headline.title) : undefined}
      >
        {isProblem && isGoing(state) && (
          <span className="state-word">{text('conversations.stateNow', { state: stateLook.word })}</span>
        )}
        {isProblem ? <SafeText text={headline.title} /> : stateLook.word}
      </span>
      {outlook.kind !== 'none' && <NextAttempt outlook={outlook} clock={clock} />}
    </div>
  );
}

function isGoing(state: ChainOverview['state']): boolean {
  return state === 'open' || state === 'connecting';
}
