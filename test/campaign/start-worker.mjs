// A worker of Node 20 does not take `--import tsx` from its options: it registers tsx itself.
import { register } from 'tsx/esm/api';

register();
await import('./campaign-worker.ts');
