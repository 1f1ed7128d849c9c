import { useEffect, useRef, useState } from 'react';
import type { Incident } from '../../core/incident';
import { text } from '../../locales/text';
import { toVisibleText } from '../ui/visible-text';

/** The browser's record of a failure comes a little after the page's, and sharpens what is said of it. Our choice. */
const SETTLES_MS = 1_000;

/**
 * Tells those who listen of each new incident, once. What it grows to stands in the list: in a storm of reconnects,
 * counts that are read out would never end.
 */
export function NewIncident({ incidents }: { readonly incidents: readonly Incident[] }) {
  const [first] = incidents;
  const newest =
    first && incidents.reduce((one, other) => (other.startedMs > one.startedMs ? other : one), first);
  const [said, say] = useState<string>();
  const title = useRef<string>(undefined);
  useEffect(() => {
    title.current = newest?.headline.title;
  });
  const id = newest?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setTimeout(() => say(title.current), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <p role="status" className="only-read" aria-label={text('incidents.heading')}>
      {said !== undefined && toVisibleText(text('incidents.new', { title: said }))}
    </p>
  );
}
