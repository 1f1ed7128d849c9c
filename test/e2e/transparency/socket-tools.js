// Runs in a page, with and without Hangup; the parts beside it return all that a page can find out about WebSocket. `lab`
// is the fault lab's address. Nothing in here may depend on time, port or chance: the two results must be equal.
async () => {
  const seen = {};
  const Native = globalThis.WebSocket;
  const attempt = async (name, observe) => {
    try {
      seen[name] = (await observe()) ?? 'undefined';
    } catch (error) {
      seen[name] =
        `threw ${error.name}: ${String(error.message).replaceAll(lab, 'LAB')} (${Object.prototype.toString.call(error)})`;
    }
  };
  const once = (socket, type) => new Promise((done) => socket.addEventListener(type, done, { once: true }));
  const opened = async (path = '/echo', ...rest) => {
    const socket = new WebSocket(lab + path, ...rest);
    await once(socket, 'open');
    return socket;
  };
  const describe = (owner) =>
    Object.fromEntries(
      Reflect.ownKeys(owner).map((key) => {
        const d = Object.getOwnPropertyDescriptor(owner, key);
        const part = (f) => (typeof f === 'function' ? `${f.name}/${f.length}` : typeof f);
        return [
          String(key),
          `${d.enumerable ? 'e' : '-'}${d.configurable ? 'c' : '-'}${'value' in d ? `${d.writable ? 'w' : '-'} ${typeof d.value} ${typeof d.value === 'function' ? part(d.value) : typeof d.value === 'object' ? '' : String(d.value)}` : ` get ${part(d.get)} set ${part(d.set)}`}`,
        ];
      }),
    );
  return { seen, Native, attempt, once, opened, describe, socket: await opened() };
};
