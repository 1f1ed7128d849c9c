import { wordAt } from '../profiles/field-test';
import { matchesPacket } from '../profiles/packet-test';
import type { IdLocation, Profile } from '../profiles/profile';
import { profileOf } from '../profiles/profile-of';
import { identify, openingOf } from '../protocols/identify';
import { FIRST_MESSAGES } from '../protocols/protocol';
import type { Connection } from './connection';

/** The conversation an address belongs to, in one spelling; undefined when no profile finds an id in it. */
export function conversationIdOf(url: string, profiles: readonly Profile[]): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  for (const profile of profiles) {
    for (const location of profile.conversationId) {
      const id = idIn(parsed, location);
      if (id !== undefined) return normaliseId(id);
    }
  }
  return undefined;
}

/** The same of a connection: where its address has none, its page's address and its first messages may. */
export function conversationIdOfConnection(
  connection: Connection,
  profiles: readonly Profile[],
): string | undefined {
  const { url, documentUrl } = connection;
  const own = conversationIdOf(url, profiles);
  if (own !== undefined) return own;
  const profile = profileOf(connection, profiles);
  for (const location of profile?.conversationId ?? []) {
    const id =
      location.in === 'page-path'
        ? idInPage(documentUrl, location)
        : location.in === 'packet'
          ? idInMessages(connection, location)
          : undefined;
    if (id !== undefined) return normaliseId(id);
  }
  return undefined;
}

function idIn(url: URL, location: IdLocation): string | undefined {
  switch (location.in) {
    case 'query': {
      const value = url.searchParams.get(location.name);
      // Clients that print a missing value send these words (OpenHands does).
      return value === 'null' || value === 'undefined' ? undefined : checked(value, location);
    }
    case 'path':
      return checked(segmentAfter(url, location.after), location);
    case 'page-path':
    case 'packet':
      return undefined;
  }
}

function idInPage(
  documentUrl: string | undefined,
  location: Extract<IdLocation, { in: 'page-path' }>,
): string | undefined {
  if (documentUrl === undefined || !URL.canParse(documentUrl)) return undefined;
  return checked(segmentAfter(new URL(documentUrl), location.after), location);
}

function segmentAfter({ pathname }: URL, after: string): string | undefined {
  const start = pathname.indexOf(after);
  return start === -1 ? undefined : pathname.slice(start + after.length).split('/', 1)[0];
}

/** An id stands in the first messages, or nowhere: later ones would move a connection while somebody looks at it. */
function idInMessages(
  connection: Connection,
  location: Extract<IdLocation, { in: 'packet' }>,
): string | undefined {
  const opening = openingOf(connection);
  let reader = identify(opening).open(opening);
  for (const message of connection.messages.slice(0, FIRST_MESSAGES)) {
    const { decoding, next } = reader.read(message);
    reader = next;
    if (typeof decoding === 'string') continue;
    const packet = decoding.find((one) => matchesPacket(location.packet, one, message.direction));
    const id = packet === undefined ? undefined : checked(wordAt(packet.data, location.at), location);
    if (id !== undefined) return id;
  }
  return undefined;
}

function checked(id: string | null | undefined, { unlessStartsWith }: IdLocation): string | undefined {
  if (id === null || id === undefined || id === '' || id.length > 300) return undefined;
  return unlessStartsWith !== undefined && id.startsWith(unlessStartsWith) ? undefined : id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A dashed UUID and its 32 hex digits are one id; any other id stands as it is. */
function normaliseId(id: string): string {
  if (UUID.test(id)) return id.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/i.test(id) ? id.toLowerCase() : id;
}
