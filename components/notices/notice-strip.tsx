import { text, type PlainTextKey } from '../../locales/text';
import type { Notice, NoticeKind } from '../../state/notices';
import { ActionButton } from '../ui/action-button';
import { Glyph } from '../ui/glyph';

const TO_DO: Readonly<Record<NoticeKind, PlainTextKey>> = {
  masked: 'notices.maskedDo',
  gaps: 'notices.gapsFileDo',
  dropped: 'notices.droppedDo',
  beginnings: 'notices.beginningsDo',
  workers: 'notices.workersDo',
  restarted: 'notices.restartedDo',
};

const IN_A_FILE: Readonly<Partial<Record<NoticeKind, PlainTextKey>>> = {
  dropped: 'notices.droppedFileDo',
  beginnings: 'notices.beginningsFileDo',
};

/**
 * What Hangup could not see, and what to do about it. No live region: the counts go on, and nobody wants to hear each
 * of them. Who listens is told once that there is something to read.
 */
export function NoticeStrip(props: {
  readonly notices: readonly Notice[];
  readonly isLive: boolean;
  readonly onDismiss: (kind: NoticeKind) => void;
}) {
  const { notices, isLive, onDismiss } = props;
  return (
    <>
      <p role="status" className="only-read" aria-label={text('notices.heading')}>
        {notices.length > 0 && text('notices.heading')}
      </p>
      {notices.length > 0 && (
        <section className="notices" aria-label={text('notices.heading')}>
          <ul>
            {notices.map(({ kind, count }) => (
              <li key={kind} className="notice">
                <Glyph shape="question" tone="neutral" />
                <p>
                  <strong>{text(`notices.${kind}`, { count })}</strong> {text(toDo(kind, isLive))}
                </p>
                <ActionButton variant="quiet" onPress={() => onDismiss(kind)}>
                  {text('notices.dismiss')}
                </ActionButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function toDo(kind: NoticeKind, isLive: boolean): PlainTextKey {
  if (isLive) return TO_DO[kind];
  return IN_A_FILE[kind] ?? TO_DO[kind];
}
