import type { IdLocation, Profile } from '../profiles/profile';

/** The conversation an address belongs to, in one spelling; undefined when no profile finds an id in it. */
export function conversationIdOf(url: string, profiles: readonly Profile[]): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  for (const profile of profiles) {
    for (const location of profile.conversationId) {
      const id = readId(parsed, location);
      if (id !== undefined) return normaliseId(id);
    }
  }
  return undefined;
}

function readId(url: URL, location: IdLocation): string | undefined {
  switch (location.in) {
    case 'query': {
      const value = url.searchParams.get(location.name);
      // Clients that print a missing value send these words (OpenHands does).
      return value === null || value === '' || value === 'null' || value === 'undefined' ? undefined : value;
    }
    case 'path': {
      const start = url.pathname.indexOf(location.after);
      if (start === -1) return undefined;
      const [id = ''] = url.pathname.slice(start + location.after.length).split('/', 1);
      return id === '' ? undefined : id;
    }
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A dashed UUID and its 32 hex digits are one id; any other id stands as it is. */
function normaliseId(id: string): string {
  if (UUID.test(id)) return id.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/i.test(id) ? id.toLowerCase() : id;
}
