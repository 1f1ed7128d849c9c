import { useMemo } from 'react';
import { useStore } from 'zustand';
import { toNotices } from '../../state/notices';
import type { Session } from '../../state/session-store';
import type { View } from '../../state/view-store';
import { NoticeStrip } from '../notices/notice-strip';

/** What could not be seen in this capture, until the user has read it. */
export function NoticeArea({ session, view }: { readonly session: Session; readonly view: View }) {
  const { connections, lifecycle, status, beginnings } = useStore(session.store);
  const { dismissed } = useStore(view.store);
  const notices = useMemo(
    () => toNotices({ connections, lifecycle, status, beginnings }),
    [connections, lifecycle, status, beginnings],
  );
  const unread = notices.filter(({ kind }) => !dismissed.has(kind));
  return <NoticeStrip notices={unread} isLive={status.isLive} onDismiss={view.dismissNotice} />;
}
