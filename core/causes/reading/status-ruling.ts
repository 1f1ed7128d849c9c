import type { Connection } from '../../capture/connection';
import { statusMeaning } from '../../handshake/http-status';
import { NOT_APPLICABLE, CLEAR, type Ruling } from '../cause';
import { evidenceOf, found } from './found';
import { outcomeOf } from './outcome';

export const isUnauthorized = (status: number): boolean => status === 401;
export const isForbidden = (status: number): boolean => status === 403;
export const isNotFound = (status: number): boolean => status === 404 || status === 410;
export const isServerError = (status: number): boolean => status >= 500 && status <= 599;
/** Whatever the more specific causes leave over. */
export const isOtherRefusal = (status: number): boolean =>
  ![isUnauthorized, isForbidden, isNotFound, isServerError].some((matches) => matches(status));

/** The rule of all causes that an HTTP status decides. */
export function rulingForStatus(connection: Connection, matches: (status: number) => boolean): Ruling {
  const outcome = outcomeOf(connection);
  if (outcome === undefined) return NOT_APPLICABLE;
  if (outcome.kind !== 'answered' || connection.open !== undefined || !matches(outcome.status)) return CLEAR;
  const { status } = outcome;
  const { name, fix } = statusMeaning(status);
  return found(evidenceOf(connection), {
    confidence: 'certain',
    // Whoever answers 2xx has refused nothing: it did not see a handshake.
    title:
      status < 300
        ? `The server answered ${status} (${name}), as to an ordinary request, and not 101`
        : `The server answered ${status} (${name}) and refused the WebSocket`,
    ...(fix === undefined ? {} : { next: [fix] }),
  });
}
