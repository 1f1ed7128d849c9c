// Subclasses and odd constructions.
async ({ attempt, once, opened }) => {
  await attempt('subclass', async () => {
    class Mine extends WebSocket {
      extra = 7;
      send(data) {
        return super.send(`mine ${data}`);
      }
    }
    const mine = new Mine(`${lab}/echo`);
    await once(mine, 'open');
    const reply = once(mine, 'message');
    mine.send('x');
    return [
      mine instanceof Mine,
      mine instanceof WebSocket,
      mine.extra,
      mine.constructor === Mine,
      (await reply).data,
      Mine.CONNECTING,
      Mine.name,
    ];
  });
  await attempt('Reflect.construct with another new.target', () => {
    function Other() {}
    Other.prototype = Object.create(WebSocket.prototype);
    const other = Reflect.construct(WebSocket, [`${lab}/echo`], Other);
    return [other instanceof Other, other instanceof WebSocket, other.readyState];
  });
  await attempt('bound constructor', () => new (WebSocket.bind(null, `${lab}/echo`))().readyState);
  await attempt('class fields and new.target', () => {
    let target;
    class Base extends WebSocket {
      constructor(...a) {
        super(...a);
        target = new.target;
      }
    }
    new Base(`${lab}/echo`);
    return target === Base;
  });
  for (const [name, make] of Object.entries({
    'without new': () => WebSocket(`${lab}/echo`),
    'no arguments': () => new WebSocket(),
    call: () => WebSocket.call({}, `${lab}/echo`),
    apply: () => Reflect.apply(WebSocket, undefined, []),
    'bad scheme': () => new WebSocket('ftp://h/'),
    fragment: () => new WebSocket(`${lab}/echo#x`),
    'bad address': () => new WebSocket('ws://['),
    'bad protocol': () => new WebSocket(`${lab}/echo`, 'a b'),
    'protocol twice': () => new WebSocket(`${lab}/echo`, ['a', 'a']),
    'protocols not iterable': () => new WebSocket(`${lab}/echo`, 5),
    'url throws': () =>
      new WebSocket({
        toString() {
          throw new RangeError('mine');
        },
      }),
    'symbol url': () => new WebSocket(Symbol('x')),
    'null prototype url': () => new WebSocket(Object.create(null)),
  }))
    await attempt(`construct: ${name}`, () => typeof make());
  await attempt('url converted once', () => {
    let n = 0;
    new WebSocket({
      toString() {
        n += 1;
        return `${lab}/echo`;
      },
    });
    return n;
  });
  await attempt('protocols iterated once', () => {
    let n = 0;
    const made = new WebSocket(`${lab}/echo`, {
      *[Symbol.iterator]() {
        n += 1;
        yield 'a';
        yield 'b';
      },
    });
    return [n, made.protocol];
  });
  await attempt('protocol chosen', async () => (await opened('/echo', ['one', 'two'])).protocol);
};
