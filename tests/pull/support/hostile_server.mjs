// A server on a raw socket: it reads a request's head and hands the socket to the behaviour that
// its path names.
import { connect, createServer } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';

/** Starts a server for { name: behaviour(socket) }; resolves to its port and a function that ends it. */
export function start_hostile(behaviours, tls) {
  const sockets = new Set();
  const context = tls && createSecureContext(tls);
  const serve = (raw) => {
    sockets.add(raw);
    raw.on('close', () => sockets.delete(raw)).on('error', () => {});
    const socket = context ? new TLSSocket(raw, { isServer: true, secureContext: context }) : raw;
    socket.on('error', () => {});
    let head = '';
    const read = (bytes) => {
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', read);
      socket.resume();
      behaviours[/^(?:GET|POST) \/([^ ?]*)/.exec(head)[1].replace(/\.\w+$/, '')](socket, head);
    };
    socket.on('data', read);
  };
  return listening(createServer(serve), sockets);
}

/** Starts a server that does `behave(socket)` with every connection before anything is read. */
export function start_mute(behave) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.resume();
    behave(socket);
  });
  return listening(server, sockets);
}

/** Starts a line to a port that is cut `ms` after it was taken up. */
export function start_cut_line(port, ms) {
  return start_mute((socket) => {
    const other = connect(port, '127.0.0.1').on('error', () => {});
    socket.pipe(other).pipe(socket, { end: false });
    setTimeout(() => socket.end(), ms);
  });
}

function listening(server, sockets) {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({
      port: server.address().port,
      end: () => { server.close(); for (const socket of sockets) socket.destroy(); },
    }));
  });
}

/** Writes `bytes` again and again, as fast as they are taken, until the other side goes. */
export function write_forever(socket, bytes) {
  const more = () => { while (!socket.destroyed && socket.write(bytes)); };
  socket.on('drain', more);
  more();
}

/** Writes `bytes` every `ms` until the other side goes. */
export function drip(socket, bytes, ms) {
  const timer = setInterval(() => socket.write(bytes), ms);
  socket.on('close', () => clearInterval(timer));
}
