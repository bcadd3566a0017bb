import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly port: number;
  /** Connections of any kind since the last look: HTTP, WebSocket, a bare socket, a STUN packet. */
  readonly heard: () => number;
  readonly close: () => Promise<void>;
}

/** A server that accepts and counts every connection: anything that gets out of a sandbox is heard here. */
export async function listen(): Promise<Listener> {
  let count = 0;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('self.escaped = 1;');
  });
  server.on('connection', () => {
    count += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const packets = createSocket('udp4').on('message', () => {
    count += 1;
  });
  await new Promise<void>((resolve) => packets.bind(port, '127.0.0.1', resolve));
  return {
    port,
    heard: () => {
      const now = count;
      count = 0;
      return now;
    },
    close: async () => {
      packets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
