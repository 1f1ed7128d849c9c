import { useMemo, type ReactNode } from 'react';
import type { Chain, Conversation } from '../../core/capture/chain';
import { companionsOf } from '../../core/capture/companions';
import type { AskServer } from '../../core/probe/ask-server';
import { toChainState, lastAttempt } from '../../state/chain-overview';
import type { LifecycleEvent } from '../../core/capture/lifecycle-event';
import { toEvidencePlace } from '../../state/evidence-place';
import { chainFindingsOf } from '../../state/findings';
import { foldFindings } from '../../state/folded-findings';
import type { Focus } from '../../state/selection';
import type { View } from '../../state/view-store';
import { ConnectionSection } from '../connection/connection-section';
import { AskServerArea } from '../probe/ask-server-area';
import { FindingsSection } from '../findings/findings-section';
import type { OutlookOf } from '../../state/chain-outlook';
import type { Clock } from '../ui/use-now';
import { TimelineArea } from './timeline-area';

/** Everything about what is selected: when, what, and the traffic behind it. */
export function FocusView(props: {
  readonly conversations: readonly Conversation[];
  readonly focus: Focus;
  readonly latestMs: number | undefined;
  readonly lifecycle: readonly LifecycleEvent[];
  readonly view: View;
  readonly askServer: AskServer | undefined;
  /** The messages, below the connection's facts. */
  readonly traffic: ReactNode;
  /** Undefined: a file. */
  readonly clock: Clock | undefined;
  readonly outlookOf: OutlookOf;
}) {
  const { conversations, clock, outlookOf, focus, latestMs, lifecycle, view, askServer, traffic } = props;
  const { conversation, chain, connection, isAttemptChosen } = focus;
  const { attempts } = chain;
  const attempt = 1 + attempts.findIndex((one) => one.connection.id === connection.id);
  const nowMs = latestMs ?? connection.startedMs;
  const shown = useMemo(
    () =>
      isAttemptChosen
        ? foldFindings(attempts.filter((one) => one.connection === connection))
        : foldFindings(
            attempts,
            chainFindingsOf(chain, {
              lifecycle,
              nowMs,
              siblings: othersThan(chain, conversation.chains),
              others: companionsOf(chain, conversations),
            }),
          ),
    [attempts, chain, conversation, conversations, connection, isAttemptChosen, lifecycle, nowMs],
  );
  function showMoment(timeMs: number): void {
    const place = toEvidencePlace(attempts, timeMs);
    if (place === undefined) return;
    const { connectionId, messageIndex: index } = place;
    if (index === undefined) view.selectAttempt(chain.id, connectionId);
    else view.selectMessage(chain.id, connectionId, index);
  }

  return (
    <>
      <TimelineArea {...{ conversations, focus, lifecycle, latestMs, view, clock, outlookOf }} />
      <FindingsSection
        findings={shown}
        state={toChainState(isAttemptChosen ? connection : lastAttempt(chain).connection)}
        attemptCount={attempts.length}
        chosenAttempt={isAttemptChosen ? attempt : undefined}
        onShowChain={() => view.selectChain(chain.id)}
        onShowMoment={showMoment}
      />
      <div className="traffic">
        <ConnectionSection
          connection={connection}
          attempt={attempt}
          attemptCount={attempts.length}
          latestMs={latestMs ?? connection.startedMs}
        >
          <AskServerArea key={connection.id} connection={connection} askServer={askServer} />
        </ConnectionSection>
        {traffic}
      </div>
    </>
  );
}

function othersThan(chain: Chain, chains: readonly Chain[]): readonly Chain[] {
  return chains.filter((other) => other !== chain);
}
