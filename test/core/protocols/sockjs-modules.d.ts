// The little that the tests use of two packages that come without types.
declare module 'sockjs' {
  import type { Server } from 'node:http';

  export interface SockJsConnection {
    on(event: 'data', listener: (text: string) => void): void;
    write(text: string): void;
    close(code?: number, reason?: string): void;
  }
  interface SockJsServer {
    on(event: 'connection', listener: (connection: SockJsConnection) => void): void;
    installHandlers(server: Server): void;
  }
  const sockjs: {
    createServer(options: { readonly prefix: string; readonly log: () => void }): SockJsServer;
  };
  export default sockjs;
}

declare module 'sockjs-client' {
  export default class SockJs {
    constructor(url: string, protocols: undefined, options: { readonly transports: readonly string[] });
    onopen: () => void;
    onmessage: () => void;
    onclose: (event: { readonly code: number; readonly reason: string }) => void;
    send(text: string): void;
    close(): void;
  }
}
