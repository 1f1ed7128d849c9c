import { expect, test } from 'vitest';
import type { FileToOpen } from '../../core/bundle/file-to-open';
import type { Recording } from '../../core/bundle/recording';
import { failure, success, type Result } from '../../core/result';
import { createCaptures, shownCaptures } from '../../state/captures-store';
import { sampleEvents } from '../support/sample-session';

const RECORDING: Recording = { kind: 'bundle', events: sampleEvents() };

function captures() {
  return createCaptures({
    schedule: (run) => {
      run();
      return () => undefined;
    },
    createListMachinery: () => ({
      nowMs: () => 0,
      soon: () => () => undefined,
      patterns: { run: () => Promise.resolve({ kind: 'too-slow' }), stop: () => undefined },
    }),
  });
}

function file(name: string, result: Result<Recording> | Promise<Result<Recording>>): FileToOpen {
  return {
    name,
    open(onProgress) {
      onProgress(0.5);
      return { result: Promise.resolve(result), cancel: () => undefined };
    },
  };
}

const settled = () => new Promise((done) => setTimeout(done));

test('a file that can be read is shown in place of what was there', async () => {
  const all = captures();
  all.addRecording('sample', RECORDING);
  all.openFiles([file('a.hangup.json', success(RECORDING))]);
  await settled();
  const [shown, ...others] = shownCaptures(all.store.getState());
  expect(others).toEqual([]);
  expect(shown?.name).toBe('a.hangup.json');
  expect(shown?.session.store.getState().connections.length).toBeGreaterThan(0);
});

test('several files opened at once stand side by side, under names that differ', async () => {
  const all = captures();
  all.openFiles([file('a.har', success(RECORDING)), file('a.har', success(RECORDING))]);
  await settled();
  expect(shownCaptures(all.store.getState()).map(({ name }) => name)).toEqual(['a.har', 'a.har (2)']);
});

test('a file that cannot be read says why until it is dismissed, and opens nothing', async () => {
  const all = captures();
  all.openFiles([file('a.png', failure('This file is not JSON.'))]);
  await settled();
  const { openings, captures: open } = all.store.getState();
  expect(open).toEqual([]);
  expect(openings).toMatchObject([{ name: 'a.png', problem: 'This file is not JSON.' }]);
  all.dismiss(openings[0]?.id ?? '');
  expect(all.store.getState().openings).toEqual([]);
});

test('a file that is being read tells how far it is, and can be called off', async () => {
  const all = captures();
  let isCancelled = false;
  const reading = file('large.har', new Promise<never>(() => undefined));
  all.openFiles([
    {
      ...reading,
      open: (onProgress) => ({ ...reading.open(onProgress), cancel: () => (isCancelled = true) }),
    },
  ]);
  await settled();
  expect(all.store.getState().openings).toMatchObject([{ share: 0.5, problem: undefined }]);
  all.dismiss(all.store.getState().openings[0]?.id ?? '');
  expect(isCancelled).toBe(true);
});

test('closing what is shown leads back to what was chosen before it', () => {
  const all = captures();
  const first = all.addRecording('first', RECORDING);
  const second = all.addRecording('second', RECORDING);
  all.close(second.id);
  expect(shownCaptures(all.store.getState())).toEqual([first]);
});

test('more recordings than anybody compares are refused by name', async () => {
  const all = captures();
  all.openFiles(Array.from({ length: 9 }, (_, index) => file(`${index}.har`, success(RECORDING))));
  await settled();
  const { captures: open, openings } = all.store.getState();
  expect(open).toHaveLength(8);
  expect(openings).toMatchObject(
    [{ name: '8.har', problem: /^Too many recordings/ }].map(({ name }) => ({ name })),
  );
});

test('the sample opens once, marked as one: asked for again it comes to the front', async () => {
  const all = captures();
  await all.showSample(() => Promise.resolve(success(RECORDING)));
  all.addRecording('mine', RECORDING);
  await all.showSample(() => Promise.reject(new Error('It is there already')));
  expect(all.store.getState().captures.map(({ isSample }) => isSample)).toEqual([true, false]);
  expect(shownCaptures(all.store.getState()).map(({ isSample }) => isSample)).toEqual([true]);
});

test('a sample that cannot be read says so, and opens nothing', async () => {
  const all = captures();
  await all.showSample(() => Promise.resolve(failure('This file is not JSON.')));
  const { openings, captures: open } = all.store.getState();
  expect(open).toEqual([]);
  expect(openings).toMatchObject([{ problem: expect.stringContaining('could not be opened') as string }]);
});

test('the settings fold the heartbeats of every recording, those to come too, and leave alone what a list chose since', () => {
  const all = captures();
  const before = all.addRecording('before', RECORDING);
  all.setFoldsHeartbeats(false);
  const after = all.addRecording('after', RECORDING);
  const folds = () => [before, after].map(({ messages }) => messages.view.store.getState().foldsHeartbeats);
  expect(folds()).toEqual([false, false]);
  after.messages.view.setFoldsHeartbeats(true);
  all.setFoldsHeartbeats(false);
  expect(folds()).toEqual([false, true]);
  all.setFoldsHeartbeats(true);
  expect(folds()).toEqual([true, true]);
});
