import type { Connection } from '../../capture/connection';
import { isLiteralReservedCode } from './literal-code';
import { didOpen } from './opened';

/** It was open and then gone without a Close frame: the 1006 that a browser makes up by itself. */
export function isCut(connection: Connection): boolean {
  const { close } = connection;
  return close !== undefined && close.code === 1006 && !isLiteralReservedCode(close) && didOpen(connection);
}
