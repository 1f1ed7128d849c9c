import type { Finding } from '../../core/finding';
import type { ChainState } from '../../state/chain-overview';
import type { GlyphShape, Tone } from '../ui/glyph';

/** How a judgement looks: the same sign wherever it stands, in the list, on the timeline, on its card. */
export interface Look {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  /** The sign in words. */
  readonly word: string;
}

export function toFindingLook({ verdict, severity }: Finding): Look {
  if (verdict === 'cannot-tell') {
    return { shape: 'question', tone: severity === 'info' ? 'neutral' : severity, word: 'Cannot tell' };
  }
  if (verdict === 'error') return { shape: 'alert', tone: 'warning', word: 'Check failed' };
  switch (severity) {
    case 'error':
      return { shape: 'stop', tone: 'error', word: 'Error' };
    case 'warning':
      return { shape: 'alert', tone: 'warning', word: 'Warning' };
    case 'info':
      return { shape: 'check', tone: 'info', word: 'As expected' };
  }
}

/** A link with nothing found on it looks like the state it is in. */
export function toStateLook(state: ChainState): Look {
  switch (state) {
    case 'connecting':
      return { shape: 'pending', tone: 'accent', word: 'Connecting' };
    case 'open':
      return { shape: 'live', tone: 'accent', word: 'Open' };
    case 'closing':
      return { shape: 'pending', tone: 'neutral', word: 'Closing' };
    case 'closed':
      return { shape: 'idle', tone: 'neutral', word: 'Closed' };
    case 'failed':
      return { shape: 'idle', tone: 'neutral', word: 'Never opened' };
  }
}
