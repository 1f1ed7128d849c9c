import type { Finding } from '../../core/finding';
import type { ChainState } from '../../state/chain-overview';
import type { GlyphShape, Tone } from '../ui/glyph';
import { text } from '../../locales/text';

/** How a judgement looks: the same sign wherever it stands, in the list, on the timeline, on its card. */
export interface Look {
  readonly shape: GlyphShape;
  readonly tone: Tone;
  /** The sign in words. */
  readonly word: string;
}

export function toFindingLook({ verdict, severity }: Finding): Look {
  if (verdict === 'cannot-tell') {
    return {
      shape: 'question',
      tone: severity === 'info' ? 'neutral' : severity,
      word: text('findings.lookCannotTell'),
    };
  }
  if (verdict === 'error') return { shape: 'alert', tone: 'warning', word: text('findings.lookCheckFailed') };
  switch (severity) {
    case 'error':
      return { shape: 'stop', tone: 'error', word: text('findings.lookError') };
    case 'warning':
      return { shape: 'alert', tone: 'warning', word: text('findings.lookWarning') };
    case 'info':
      return { shape: 'check', tone: 'info', word: text('findings.lookAsExpected') };
  }
}

/** A link with nothing found on it looks like the state it is in. */
export function toStateLook(state: ChainState): Look {
  switch (state) {
    case 'connecting':
      return { shape: 'pending', tone: 'accent', word: text('findings.stateConnecting') };
    case 'open':
      return { shape: 'live', tone: 'accent', word: text('findings.stateOpen') };
    case 'closing':
      return { shape: 'pending', tone: 'neutral', word: text('findings.stateClosing') };
    case 'closed':
      return { shape: 'idle', tone: 'neutral', word: text('findings.stateClosed') };
    case 'failed':
      return { shape: 'idle', tone: 'neutral', word: text('findings.stateFailed') };
  }
}
