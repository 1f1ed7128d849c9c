import type { EventOf } from '../../capture/event';

/**
 * The server wrote a code into its Close frame that RFC 6455 section 7.4.1 reserves for local use. Chromium fails
 * such a connection; Firefox 153 hands the code on, with `wasClean` true and the server's reason. 1005 without a
 * reason cannot be told from a Close frame without a code.
 */
export function isLiteralReservedCode({ code, reason, wasClean }: EventOf<'socket-close'>): boolean {
  switch (code) {
    case 1005:
      return reason !== '';
    case 1006:
      // The one place where `wasClean` says something: a connection that ended without a Close frame never is.
      return wasClean || reason !== '';
    case 1015:
      return true;
    default:
      return false;
  }
}
