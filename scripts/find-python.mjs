import { spawnSync } from 'node:child_process';

/** Debian's names; `/usr/bin/python3` sees them, another python3 in the PATH does not. */
export const PYTHON_PACKAGES = ['python3-socketio', 'python3-uvicorn', 'python3-websockets'];

export const missingPythonMessage = `no Python with socketio, uvicorn and websockets was found. Install ${PYTHON_PACKAGES.join(', ')}, or set HANGUP_PYTHON to an interpreter that has them.`;

/** An interpreter that can run python-socketio under uvicorn; undefined: there is none. */
export function findPythonSocketIo() {
  const candidates = [process.env.HANGUP_PYTHON, '/usr/bin/python3', 'python3'];
  return candidates.find((python) => {
    if (!python) return false;
    return spawnSync(python, ['-c', 'import socketio, uvicorn, websockets']).status === 0;
  });
}
