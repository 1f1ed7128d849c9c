import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The server of message-server.ts in a process of its own, so that its work is nobody else's. */
export async function startMessageServer(): Promise<{ readonly port: number; readonly stop: () => void }> {
  const script = path.join(import.meta.dirname, 'message-server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  return { port: Number(line), stop: () => server.kill() };
}
