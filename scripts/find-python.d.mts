export const PYTHON_PACKAGES: readonly string[];
export const missingPythonMessage: string;
/** An interpreter that can run python-socketio under uvicorn; undefined: there is none. */
export function findPythonSocketIo(): string | undefined;
