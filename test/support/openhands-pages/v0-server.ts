import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';

export interface PythonServer {
  /** Host and port. */
  readonly host: string;
  stop(): Promise<void>;
}

/** Starts python-socketio under uvicorn with the given interpreter. Throws with its words when it does not come up. */
export async function startV0Server(python: string): Promise<PythonServer> {
  const child = spawn(python, [path.join(import.meta.dirname, 'v0_server.py')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = once(child, 'exit');
  const port = await Promise.race([
    once(readline.createInterface(child.stdout), 'line').then(([line]) => String(line)),
    ended.then(() => undefined),
  ]);
  if (port === undefined) throw new Error(`python-socketio did not start:\n${complaints}`);
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
