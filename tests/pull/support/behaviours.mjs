// What servers do wrong, each with what has to come of it: `code` of the finding, or `takes` for
// what is fine after all. Every source has a last good file, which must stay when a pull fails.
import { gzipSync } from 'node:zlib';
import { drip, write_forever } from './hostile_server.mjs';

const table = 'a,b\n1,2\n';
const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\n';
const all = (text) => (socket) => socket.end(text);
const sized = (headers, body) => Buffer.concat([
  Buffer.from(`${ok}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);
const redirect = (to) => `HTTP/1.1 302 Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`;
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const packed = gzipSync(table.repeat(100));
const bomb = gzipSync(Buffer.alloc(64 << 20));

/** Returns a behaviour that does the first thing for the first request, and the last for the rest. */
function in_turn(behaviours) {
  let at = 0;
  return (socket) => behaviours[Math.min(at++, behaviours.length - 1)](socket);
}

/** Ways to write an address inside (127.0.0.1 alone is allowed in these tests). */
const inside = [
  '10.0.0.1', '172.16.0.1', '192.168.0.1', '127.0.0.2', '0.0.0.0', '0', '169.254.1.1', '100.64.0.1', '224.0.0.1', '255.255.255.255',
  '0x7f000002', '017700000002', '0x7f.2', '0177.0.0.2', '127.2', '%31%32%37.0.0.2', '127.0.0.2.',
  '[::1]', '[::]', '[fe80::1]', '[fe80::1%25lo]', '[fd00::1]', '[ff02::1]', '[::ffff:7f00:2]', '[::127.0.0.2]', '[64:ff9b::7f00:2]', '[2002:7f00:2::]',
  'localhost', 'LOCALHOST.', 'intra', 'files.pref.lan',
];

export const over_http = {
  // ---- connections
  'closes-at-once': { code: 'pull.connection', serve: (socket) => socket.destroy() },
  'resets-at-once': { code: 'pull.connection', serve: (socket) => socket.resetAndDestroy() },
  'never-answers': { code: 'pull.stalled', serve: () => {} },
  // ---- status lines
  'greets-in-words': { code: 'pull.protocol', serve: all('HELLO WORLD\r\n\r\n') },
  'has-letters-for-a-status': { code: 'pull.protocol', serve: all('HTTP/1.1 abc OK\r\n\r\n') },
  'has-a-status-of-two-digits': { code: 'pull.protocol', serve: all('HTTP/1.1 20 OK\r\n\r\n') },
  'has-a-status-of-four-digits': { code: 'pull.protocol', serve: all('HTTP/1.1 2000 OK\r\n\r\n') },
  'has-a-status-that-is-none': { code: 'pull.status', serve: all('HTTP/1.1 799 Odd\r\nContent-Length: 0\r\n\r\n') },
  'speaks-http-09': { code: 'pull.protocol', serve: all(table) },
  'speaks-http-7': { code: 'pull.protocol', serve: all('HTTP/7.0 200 OK\r\n\r\n') },
  'speaks-noise': { code: 'pull.protocol', serve: all(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 37 + 129) % 256))) },
  // ---- headers
  'has-nul-in-a-header': { code: 'pull.protocol', serve: all(`${ok}X-Odd: a\0b\r\nContent-Length: 8\r\n\r\n${table}`) },
  'never-ends-a-header': { code: 'pull.headers', serve: (socket) => { socket.write(`${ok}X-Long: `); write_forever(socket, 'x'.repeat(65536)); } },
  'floods-with-headers': { code: 'pull.headers', serve: (socket) => { socket.write(ok); write_forever(socket, 'X-Flood: 1\r\n'.repeat(4096)); } },
  'says-continue-forever': { code: 'pull.headers', serve: (socket) => write_forever(socket, 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(1024)) },
  'drips-headers': { code: 'pull.stalled', serve: (socket) => { socket.write(ok); drip(socket, 'X', 300); } },
  'stops-within-headers': { code: 'pull.length', serve: all(`${ok}Content-Le`) },
  'has-a-blank-before-a-colon': { code: 'pull.protocol', serve: all(`${ok}Content-Length : 4\r\n\r\n${table}`) },
  // ---- lengths
  'sends-less-than-it-says': { code: 'pull.length', serve: all(`${ok}Content-Length: 1000\r\n\r\n${table}`) },
  'sends-more-than-it-says': { code: 'pull.length', serve: all(`${ok}Content-Length: 4\r\n\r\n${table}`) },
  'says-two-lengths': { code: 'pull.length', serve: all(`${ok}Content-Length: 8\r\nContent-Length: 4\r\n\r\n${table}`) },
  'says-a-negative-length': { code: 'pull.protocol', serve: all(`${ok}Content-Length: -8\r\n\r\n${table}`) },
  'says-a-length-in-words': { code: 'pull.protocol', serve: all(`${ok}Content-Length: eight\r\n\r\n${table}`) },
  'says-an-absurd-length': { code: 'pull.length', serve: all(`${ok}Content-Length: 99999999999999999999\r\n\r\n${table}`) },
  'says-more-than-the-limit': { code: 'pull.size', serve: all(`${ok}Content-Length: 5000000\r\n\r\n${table}`) },
  'says-a-length-and-chunked': { code: 'pull.length', serve: all(`${ok}Content-Length: 8\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n${table}\r\n0\r\n\r\n`) },
  'sends-nothing': { code: 'pull.empty', serve: all(sized('', '')) },
  'answers-twice': { code: 'pull.length', serve: all(Buffer.concat([sized('', table), sized('', 'a,b\n7,7\n')])) },
  'says-a-length-with-a-sign': { code: 'pull.length', serve: all(`${ok}Content-Length: +8\r\n\r\n${table}`) },
  'says-lengths-in-a-list': { code: 'pull.length', serve: all(`${ok}Content-Length: 8, 8\r\n\r\n${table}`) },
  'says-it-is-a-part': { code: 'pull.length', serve: all(`${ok}Content-Range: bytes 0-7/99\r\nContent-Length: 8\r\n\r\n${table}`) },
  // ---- bodies
  'never-ends-in-chunks': { code: 'pull.size', serve: (socket) => { socket.write(chunked); write_forever(socket, `10000\r\n${'x'.repeat(65536)}\r\n`); } },
  'never-ends-without-a-length': { code: 'pull.size', serve: (socket) => { socket.write(`${ok}\r\n`); write_forever(socket, 'x'.repeat(65536)); } },
  'sends-more-than-there-is-memory': { code: 'pull.size', bytes: 256 << 20, serve: (socket) => { socket.write(chunked); write_forever(socket, `100000\r\n${'x'.repeat(1 << 20)}\r\n`); } },
  'drips-its-body': { code: 'pull.stalled', serve: (socket) => { socket.write(`${ok}Content-Length: 1000\r\n\r\n`); drip(socket, 'x', 200); } },
  'drips-just-fast-enough': { code: 'pull.deadline', serve: (socket) => { socket.write(`${ok}Content-Length: 100000\r\n\r\n`); drip(socket, 'x'.repeat(100), 250); } },
  'stops-within-its-body': { code: 'pull.stalled', serve: (socket) => socket.write(`${ok}Content-Length: 1000\r\n\r\n${table}`) },
  'resets-within-its-body': { code: 'pull.connection', serve: (socket) => { socket.write(`${ok}Content-Length: 1000\r\n\r\n${table}`); setTimeout(() => socket.resetAndDestroy(), 100); } },
  // ---- chunks
  'has-letters-for-a-chunk': { code: 'pull.connection', serve: all(`${chunked}zz\r\n${table}\r\n0\r\n\r\n`) },
  'has-an-absurd-chunk': { code: 'pull.connection', serve: all(`${chunked}FFFFFFFFFFFFFFFFFF\r\n${table}`) },
  'stops-within-a-chunk': { code: 'pull.length', serve: all(`${chunked}ff\r\n${table}`) },
  'stops-before-the-last-chunk': { code: 'pull.length', serve: all(`${chunked}8\r\n${table}\r\n`) },
  'has-no-line-end-after-a-chunk': { code: 'pull.connection', serve: all(`${chunked}8\r\n${table}0\r\n\r\n`) },
  'floods-with-trailers': { code: 'pull.headers', serve: (socket) => { socket.write(`${chunked}8\r\n${table}\r\n0\r\n`); write_forever(socket, 'X-Flood: 1\r\n'.repeat(4096)); } },
  'says-chunked-twice': { code: 'pull.protocol', serve: all(`${ok}Transfer-Encoding: chunked, chunked\r\n\r\n8\r\n${table}\r\n0\r\n\r\n`) },
  'says-another-transfer-encoding': { code: 'pull.protocol', serve: all(`${ok}Transfer-Encoding: gzip, chunked\r\n\r\n8\r\n${table}\r\n0\r\n\r\n`) },
  // ---- compression
  'cuts-gzip-off': { code: 'pull.compression', serve: all(sized('Content-Encoding: gzip\r\n', packed.subarray(0, -9))) },
  'calls-text-gzip': { code: 'pull.compression', serve: all(sized('Content-Encoding: gzip\r\n', table)) },
  'appends-to-gzip': { code: 'pull.compression', serve: all(sized('Content-Encoding: gzip\r\n', Buffer.concat([packed, Buffer.from('x')]))) },
  'sends-a-gzip-bomb': { code: 'pull.size', serve: all(sized('Content-Encoding: gzip\r\n', bomb)) },
  'packs-by-another-way': { code: 'pull.compression', serve: all(sized('Content-Encoding: br\r\n', table)) },
  'packs-twice': { code: 'pull.compression', serve: all(sized('Content-Encoding: gzip, gzip\r\n', gzipSync(packed))) },
  // ---- statuses
  'has-no-content': { code: 'pull.status', serve: all('HTTP/1.1 204 No Content\r\n\r\n') },
  'sends-a-part-unasked': { code: 'pull.status', serve: all(`HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-7/8\r\nContent-Length: 8\r\n\r\n${table}`) },
  'says-unchanged-unasked': { code: 'pull.status', serve: all('HTTP/1.1 304 Not Modified\r\n\r\n') },
  'asks-for-a-password': { code: 'pull.status', serve: all('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n') },
  'is-in-trouble-without-end': { code: 'pull.status', serve: (socket) => { socket.write('HTTP/1.1 500 Oops\r\n\r\n'); write_forever(socket, 'x'.repeat(65536)); } },
  'asks-to-wait-a-day': { code: 'pull.status', tries: 4, serve: all('HTTP/1.1 503 Later\r\nRetry-After: 86400\r\nContent-Length: 0\r\n\r\n') },
  'switches-protocols': { code: 'pull.connection', serve: all('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n') },
  // ---- redirects
  'redirects-to-itself': { code: 'pull.redirect', serve: all(redirect('/redirects-to-itself')) },
  'redirects-to-nowhere': { code: 'pull.status', serve: all('HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n') },
  'redirects-to-no-address': { code: 'pull.status', serve: all(redirect('http://[::zz]:99999/')) },
  'redirects-to-a-file': { code: 'pull.scheme', serve: all(redirect('file:///etc/passwd')) },
  'redirects-to-another-protocol': { code: 'pull.scheme', serve: all(redirect('gopher://127.0.0.1:6379/_FLUSHALL')) },
  'redirects-to-the-metadata-of-a-cloud': { code: 'pull.host', serve: all(redirect('http://169.254.169.254/latest/meta-data/')) },
  'redirects-to-a-private-address': { code: 'pull.host', serve: all(redirect('http://[::ffff:10.0.0.1]/')) },
  'redirects-to-a-number': { code: 'pull.host', serve: all(redirect('http://2130706434/')) },
  ...Object.fromEntries(inside.map((host) => [
    `redirects-to-${host.replace(/[^\w.]/g, '_')}`, { code: 'pull.host', serve: all(redirect(`http://${host}/a.csv`)) }])),
  'redirects-without-a-scheme': { code: 'pull.host', serve: all(redirect('//10.0.0.1/a.csv')) },
  'redirects-back-and-forth': { code: 'pull.redirect', serve: in_turn(Array.from({ length: 8 }, (_, at) => all(redirect(`/redirects-back-and-forth.${at % 2 ? 'csv' : 'txt'}`)))) },
  'redirects-with-a-password': { code: 'pull.address', serve: all(redirect('http://user:secret@127.0.0.1/')) },
  'redirects-with-a-line-break': { code: 'pull.status', serve: all(redirect('/a\rX-Injected: 1')) },
  'redirects-with-a-nul': { code: 'pull.protocol', serve: all(redirect('/a\0b')) },
  'redirects-twice-at-once': { code: 'pull.scheme', serve: all('HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nLocation: /a.csv\r\nContent-Length: 0\r\n\r\n') },
  // ---- contents
  'sends-json': { code: 'pull.content', serve: all(sized('', '{"error": "quota exceeded"}')) },
  'sends-a-web-page': { code: 'pull.content', serve: all(sized('', '<!DOCTYPE html><title>お知らせ</title>')) },
  'sends-another-charset': { code: 'pull.charset', serve: all(`HTTP/1.1 200 OK\r\nContent-Type: text/csv; charset=Shift_JIS\r\nContent-Length: 8\r\n\r\n県,数\n`) },
  // ---- odd, but whole
  'sends-early-hints': { takes: table, serve: all(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${sized('', table)}`) },
  'says-its-length-twice': { takes: table, serve: all(`${ok}Content-Length: 8\r\nContent-Length: 8\r\n\r\n${table}`) },
  'ends-lines-with-lf': { takes: table, serve: all(`HTTP/1.1 200 OK\nContent-Length: 8\n\n${table}`) },
  'sends-letter-by-letter': { takes: table, serve: (socket) => { socket.setNoDelay(true); let at = 0; const text = sized('', table).toString(); const timer = setInterval(() => (at < text.length ? socket.write(text[at++]) : clearInterval(timer)), 2); } },
  'has-an-etag-with-a-line-break': { takes: table, serve: all(`${ok}ETag: "a\rX-Injected: 1"\r\nContent-Length: 8\r\n\r\n${table}`) },
  'is-in-trouble-twice': { takes: table, tries: 4, seconds: 20, serve: in_turn([all('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'), (socket) => socket.resetAndDestroy(), all(sized('', table))]) },
  'asks-to-wait-until-a-date': { takes: table, tries: 2, seconds: 20, serve: in_turn([(socket) => socket.end(`HTTP/1.1 503 Later\r\nRetry-After: ${new Date(Date.now() + 2000).toUTCString()}\r\nContent-Length: 0\r\n\r\n`), all(sized('', table))]) },
  'sends-noise-for-an-encoding': { code: 'pull.compression', serve: all(Buffer.concat([Buffer.from(`${ok}Content-Encoding: `), Buffer.from([0xff, 0xfe, 0x1b, 0x5b]), Buffer.from('\r\n\r\n')])) },
  'redirects-to-full-width-letters': { code: 'pull.address', serve: all(Buffer.from(redirect('http://ｌｏｃａｌｈｏｓｔ/'))) },
  'folds-a-header': { takes: table, serve: all(`${ok}X-Long: a\r\n Content-Length: 4\r\nContent-Length: 8\r\n\r\n${table}`) },
  'has-a-chunk-with-a-remark': { takes: table, serve: all(`${chunked}8;x="y"\r\n${table}\r\n0\r\n\r\n`) },
  'redirects-by-refresh': { takes: table, serve: all(`${ok}Refresh: 0; url=http://10.0.0.1/\r\nContent-Length: 8\r\n\r\n${table}`) },
  'says-no-transfer-encoding': { takes: table, warns: 'pull.unmeasured', serve: all(`${ok}Transfer-Encoding: identity\r\n\r\n${table}`) },
  'says-no-length': { takes: table, warns: 'pull.unmeasured', serve: all(`${ok}\r\n${table}`) },
};

/** Behind TLS. */
export const over_tls = {
  'says-no-length-but-ends-tls': { takes: table, warns: 'pull.unmeasured', serve: all(`${ok}\r\n${table}`) },
  'redirects-from-https-to-http': { code: 'pull.scheme', insecure: false, serve: all(redirect('http://example.jp/a.csv')) },
};

/** Behind TLS, on a line that somebody cuts without a word of TLS. */
export const over_cut_tls = {
  'cuts-tls-within-its-body': { code: 'pull.length', serve: (socket) => socket.write(`${ok}Content-Length: 1000\r\n\r\n${table}`) },
  // Only the farewell of TLS, which is missing here, tells this end from a proper one.
  'cuts-tls-without-a-length': { code: 'pull.length', serve: (socket) => socket.write(`${ok}\r\n${table}`) },
};

/** Instead of TLS: what is done with a connection before anything is read. */
export const instead_of_tls = {
  'answers-tls-with-http': { code: 'pull.connection', behave: (socket) => socket.end(sized('', table)) },
  'answers-tls-with-noise': { code: 'pull.connection', behave: (socket) => socket.end(Buffer.alloc(2048, 0x5a)) },
  'answers-tls-with-an-alert': { code: 'pull.connection', behave: (socket) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])) },
  'closes-within-the-handshake': { code: 'pull.connection', behave: (socket) => socket.end(Buffer.from([0x16, 3, 3, 0, 90, 2])) },
  'never-ends-the-handshake': { code: 'pull.deadline', behave: () => {} },
  'floods-the-handshake': { code: 'pull.connection', behave: (socket) => write_forever(socket, Buffer.alloc(65536, 0x16)) },
};
