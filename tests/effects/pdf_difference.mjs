// Where two prints of the same pages differ, for the message of a test: Chromium's threads take turns otherwise each time.
import { inflateSync } from 'node:zlib';

/** The objects of a PDF: number, dictionary, and the stream without its compression. */
function objects(pdf) {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, number, body]) => {
    const at = body.indexOf('stream\n');
    if (at < 0) return { number, head: body, stream: '' };
    const bytes = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    let stream = bytes;
    try { if (body.includes('FlateDecode')) stream = inflateSync(bytes); } catch { /* told as it is */ }
    return { number, head: body.slice(0, at), stream: stream.toString('latin1') };
  });
}

const around = (text, at) => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120));

/** Says in which object they differ first, and how; empty where they are the same. */
export function pdf_difference(a, b) {
  if (a.equals(b)) return '';
  const [first, second] = [objects(a), objects(b)];
  for (const [at, one] of first.entries()) {
    const other = second[at] ?? { number: 'none', head: '', stream: '' };
    for (const part of ['head', 'stream']) {
      if (one[part] === other[part]) continue;
      let place = 0;
      while (one[part][place] === other[part][place]) place += 1;
      return `object ${one.number} and ${other.number}, ${part} from ${place} of ${one[part].length} and ${other[part].length}: ${around(one[part], place)} and ${around(other[part], place)}; ${one.head.slice(0, 300)}`;
    }
  }
  return `${a.length} and ${b.length} bytes, ${first.length} and ${second.length} objects, all of them the same`;
}
