import { useState, useSyncExternalStore } from 'react';
import type { Connection } from '../../core/capture/connection';
import type { AskProgress, AskServer } from '../../core/probe/ask-server';
import { toQuestion } from '../../core/probe/plan';
import { ActionButton } from '../ui/action-button';
import { AskServerDialog } from './ask-server-dialog';
import { ProbeAnswer } from './probe-answer';
import { text } from '../../locales/text';

const IDLE: AskProgress = { connectionId: undefined, step: 0, problem: undefined };
const listenToNothing = () => () => undefined;
const neverAsks = () => IDLE;

/** Asking the server about a connection, and what it has answered so far. */
export function AskServerArea(props: {
  readonly connection: Connection;
  /** Undefined where nobody can be asked: a file. */
  readonly askServer: AskServer | undefined;
}) {
  const { connection, askServer } = props;
  const [isOpen, setOpen] = useState(false);
  const progress = useSyncExternalStore(
    askServer?.subscribe ?? listenToNothing,
    askServer?.progress ?? neverAsks,
    neverAsks,
  );
  const question = toQuestion(connection);
  const { probes } = connection;
  const isAsking = progress.connectionId !== undefined;
  if (probes.length === 0 && (askServer === undefined || question === undefined)) return null;
  return (
    <section className="probe" aria-label={text('probe.answers')}>
      {askServer !== undefined && question !== undefined && (
        <div className="probe-actions">
          {/* One button for both, so that the keyboard's focus stays where it was. */}
          <ActionButton
            onPress={() => {
              if (isAsking) askServer.cancel();
              else setOpen(true);
            }}
          >
            {text(isAsking ? 'probe.cancel' : 'probe.ask')}
          </ActionButton>
          <span role="status" aria-label={text('probe.progress')} className="soft">
            {isAsking ? text('probe.asking', { step: progress.step }) : progress.problem}
          </span>
          <AskServerDialog
            question={question}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            onConfirm={() => {
              setOpen(false);
              askServer.ask(question);
            }}
          />
        </div>
      )}
      {probes.toReversed().map((probe) => (
        <ProbeAnswer key={probe.streamId} probe={probe} />
      ))}
    </section>
  );
}
