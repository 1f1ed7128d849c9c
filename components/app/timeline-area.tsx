import { useMemo, useState } from 'react';
import type { Chain, Conversation } from '../../core/capture/chain';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { lifecycleAround } from '../../core/capture/surroundings';
import { reconnectsOf } from '../../state/chain-reconnects';
import type { OutlookOf } from '../../state/chain-outlook';
import type { Focus } from '../../state/selection';
import type { View } from '../../state/view-store';
import { TimelineControls, type TimelineScope } from '../timeline/timeline-controls';
import { isGoingOn } from '../timeline/timeline-extent';
import { TimelineSection } from '../timeline/timeline-section';
import { WHOLE_VIEW, type TimelineView } from '../timeline/timeline-view';
import { WaitsChart } from '../timeline/waits-chart';
import { useNow, type Clock } from '../ui/use-now';

/** Four times a second is smooth enough for lines that move a pixel or two. */
const LOOK_EVERY_MS = 250;

/** The links around what is on show, in time. */
export function TimelineArea(props: {
  readonly conversations: readonly Conversation[];
  readonly focus: Focus;
  readonly lifecycle: readonly LifecycleEvent[];
  readonly latestMs: number | undefined;
  readonly view: View;
  /** Undefined: a file. */
  readonly clock: Clock | undefined;
  readonly outlookOf: OutlookOf;
}) {
  const { conversations, focus, lifecycle, latestMs, view, clock, outlookOf } = props;
  const { conversation, chain, connection, isAttemptChosen } = focus;
  const [scope, setScope] = useState<TimelineScope>('conversation');
  const [shown, show] = useState<TimelineView>(WHOLE_VIEW);
  const chains = useMemo(
    (): readonly Chain[] =>
      scope === 'all' ? conversations.flatMap((one) => one.chains) : conversation.chains,
    [scope, conversations, conversation],
  );
  const around = useMemo(
    () => (scope === 'all' ? lifecycle : lifecycleAround(chain, lifecycle)),
    [scope, chain, lifecycle],
  );
  const goesOn = useMemo(() => isGoingOn(chains, outlookOf), [chains, outlookOf]);
  const nowMs = useNow(goesOn && shown.isFollowing ? clock : undefined, LOOK_EVERY_MS);
  const { reading } = reconnectsOf(chain);
  return (
    <TimelineSection
      chains={chains}
      lifecycle={around}
      latestMs={latestMs}
      nowMs={nowMs}
      outlookOf={outlookOf}
      view={shown}
      onView={show}
      chainId={chain.id}
      connectionId={connection.id}
      isAttemptChosen={isAttemptChosen}
      onSelect={view.selectAttempt}
      onShowChain={view.selectChain}
      controls={({ isWhole, zoomBy }) => (
        <TimelineControls
          scope={scope}
          hasOthers={conversations.length > 1}
          isWhole={isWhole}
          isFollowing={clock === undefined ? undefined : shown.isFollowing}
          onScope={(next) => {
            setScope(next);
            show(WHOLE_VIEW);
          }}
          onZoom={zoomBy}
          onWhole={() => show(WHOLE_VIEW)}
          onFollow={(isFollowing) => show({ ...shown, isFollowing })}
        />
      )}
      aside={reading && <WaitsChart reading={reading} outlook={outlookOf(chain)} />}
    />
  );
}
