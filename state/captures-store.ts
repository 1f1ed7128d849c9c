import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { FileToOpen } from '../core/bundle/file-to-open';
import { profilesIn } from '../core/bundle/used-profiles';
import type { Recording } from '../core/bundle/recording';
import { createFileSource } from '../core/capture/file-source';
import type { CaptureSource } from '../core/capture/source';
import type { Result } from '../core/result';
import type { ListMachinery } from './list-machinery';
import { createProfileSet } from './known-profiles';
import { createMessages, type Messages } from './messages';
import { createSessionStore, type Pace, type Schedule, type Session } from './session-store';
import { createViewStore, type View } from './view-store';
import { text } from '../locales/text';

/** One recording on show: the tab that is inspected, a file, or a sample. */
export interface Capture {
  readonly id: string;
  readonly name: string;
  /** What the file said; undefined for a recording in progress, which cannot be closed either. */
  readonly recording: Recording | undefined;
  /** The one that comes with Hangup: not the user's, and of no page of theirs. */
  readonly isSample: boolean;
  readonly session: Session;
  readonly view: View;
  readonly messages: Messages;
}

/** A file that is being read, or that could not be. */
export interface Opening {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1. */
  readonly share: number;
  /** Why it was not opened. */
  readonly problem: string | undefined;
}

export interface CapturesState {
  readonly captures: readonly Capture[];
  readonly openings: readonly Opening[];
  /** Ids of the captures last chosen, the newest last. */
  readonly chosen: readonly string[];
  /** Two captures are shown next to each other. */
  readonly isBeside: boolean;
}

export interface Captures {
  readonly store: Pick<StoreApi<CapturesState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** A recording in progress. */
  readonly addLive: (name: string, source: CaptureSource) => Capture;
  readonly addRecording: (name: string, recording: Recording) => Capture;
  /** The recording that comes with Hangup, once: a second time it comes to the front. */
  readonly showSample: (readSample: () => Promise<Result<Recording>>) => Promise<void>;
  /** Reads files, each by itself; what can be read is shown, the last two side by side. */
  readonly openFiles: (files: readonly FileToOpen[]) => void;
  /** What the settings say, of these recordings and those to come; the choice of one list holds until they change. */
  readonly setFoldsHeartbeats: (folds: boolean) => void;
  /** Calls off a file that is being read, or takes the word away why one was not. */
  readonly dismiss: (openingId: string) => void;
  readonly close: (captureId: string) => void;
  readonly choose: (captureId: string) => void;
  readonly toggleBeside: () => void;
}

/** More than these nobody compares, and each costs memory. */
const MOST_AT_ONCE = 8;

/** Everything that is open in one window. */
export function createCaptures(machinery: {
  readonly schedule: Schedule;
  readonly pace?: Pace;
  /** Each capture gets its own: a search in one must not end the search in another. */
  readonly createListMachinery: () => ListMachinery;
}): Captures {
  const store = createStore<CapturesState>()(() => ({
    captures: [],
    openings: [],
    chosen: [],
    isBeside: false,
  }));
  const cancels = new Map<string, () => void>();
  let lastNumber = 0;
  let foldsHeartbeats = true;
  const newId = () => `capture-${(lastNumber += 1)}`;

  function add(
    name: string,
    source: CaptureSource,
    recording: Recording | undefined,
    isSample = false,
  ): Capture {
    const { captures } = store.getState();
    const capture: Capture = {
      id: newId(),
      name: toFreeName(
        name,
        captures.map((one) => one.name),
      ),
      recording,
      isSample,
      session: createSessionStore(
        source,
        machinery.schedule,
        createProfileSet(profilesIn(recording?.head)),
        machinery.pace,
      ),
      view: createViewStore(),
      messages: createMessages(machinery.createListMachinery()),
    };
    capture.messages.view.setFoldsHeartbeats(foldsHeartbeats);
    store.setState({ captures: [...captures, capture] });
    choose(capture.id);
    return capture;
  }

  function addRecording(name: string, recording: Recording, isSample = false): Capture {
    const source = createFileSource(recording.events, recording.head?.droppedEvents ?? 0);
    return add(name, source, recording, isSample);
  }

  function choose(id: string): void {
    store.setState(({ chosen }) => ({ chosen: [...chosen.filter((one) => one !== id), id] }));
  }

  function change(id: string, changed: Partial<Opening>): void {
    store.setState(({ openings }) => ({
      openings: openings.map((one) => (one.id === id ? { ...one, ...changed } : one)),
    }));
  }

  function forget(id: string): void {
    cancels.delete(id);
    store.setState(({ openings }) => ({ openings: openings.filter((one) => one.id !== id) }));
  }

  function refuse(name: string, problem: string): void {
    const refused = { id: newId(), name, share: 0, problem };
    store.setState(({ openings }) => ({ openings: [...openings, refused] }));
  }

  async function open(file: FileToOpen, isWithOthers: boolean): Promise<void> {
    const id = newId();
    const opening = { id, name: file.name, share: 0, problem: undefined };
    store.setState(({ openings }) => ({ openings: [...openings, opening] }));
    const opened = file.open((share) => change(id, { share }));
    cancels.set(id, () => opened.cancel());
    const recording = await opened.result;
    if (!recording.ok) {
      cancels.delete(id);
      change(id, { problem: recording.problem });
      return;
    }
    forget(id);
    addRecording(file.name, recording.value);
    if (isWithOthers) store.setState({ isBeside: true });
  }

  return {
    store,
    addLive: (name, source) => add(name, source, undefined),
    addRecording: (name, recording) => addRecording(name, recording),
    setFoldsHeartbeats(folds) {
      if (folds === foldsHeartbeats) return;
      foldsHeartbeats = folds;
      for (const { messages } of store.getState().captures) messages.view.setFoldsHeartbeats(folds);
    },
    async showSample(readSample) {
      const shown = store.getState().captures.find(({ isSample }) => isSample);
      if (shown !== undefined) {
        choose(shown.id);
        return;
      }
      const read = await readSample();
      if (read.ok) addRecording(text('sample.name'), read.value, true);
      else refuse(text('sample.name'), text('sample.notThere'));
    },
    openFiles(files) {
      const { captures, openings } = store.getState();
      const reading = openings.filter(({ problem }) => problem === undefined).length;
      const room = MOST_AT_ONCE - captures.length - reading;
      for (const file of files.slice(0, Math.max(0, room))) void open(file, files.length > 1);
      const [first] = files.slice(Math.max(0, room));
      if (first !== undefined) refuse(first.name, text('open.tooMany'));
    },
    dismiss(id) {
      cancels.get(id)?.();
      forget(id);
    },
    close(id) {
      const closing = store.getState().captures.find((one) => one.id === id);
      closing?.session.stop();
      store.setState(({ captures, chosen }) => ({
        captures: captures.filter((one) => one.id !== id),
        chosen: chosen.filter((one) => one !== id),
      }));
    },
    choose,
    toggleBeside: () => store.setState(({ isBeside }) => ({ isBeside: !isBeside })),
  };
}

/** What is shown, in the order of the tabs: one capture, or the two chosen last. */
export function shownCaptures({ captures, chosen, isBeside }: CapturesState): readonly Capture[] {
  const wanted = new Set(chosen.slice(isBeside ? -2 : -1));
  return captures.filter(({ id }) => wanted.has(id));
}

function toFreeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (!taken.includes(free)) return free;
  }
}
