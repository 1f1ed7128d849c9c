import type { Target } from '../target';
import { addresses } from './addresses';
import { captures } from './captures';
import { decoders } from './decoders';
import { files } from './files';
import { filters } from './filters';
import { profileFiles } from './profiles';
import { protocols } from './protocols';
import { portRecords } from './records';
import { redaction } from './redaction';

/** Every door that hostile data comes in by. The shares add up to a thousand. */
export const targets: readonly Target[] = [
  protocols,
  decoders,
  portRecords,
  redaction,
  filters,
  addresses,
  profileFiles,
  files,
  captures,
];
