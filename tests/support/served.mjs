// `yokoten serve` beside a test.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { free_port } from '../pull/support/nginx.mjs';
import { program } from './yokoten.mjs';

/** Serves a publication once it answers, at a free port or the one that is wanted, run by the words of `by` before the program; returns its port and address and how to stop. */
export async function served(publication, language, by = [], wanted = 0) {
  const port = wanted || await free_port();
  const [command, ...words] = [...by, program];
  const server = spawn(command, [...words, 'serve', publication, '--port', String(port), '--lang', language], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (!/^http:/.test(line)) continue;
    server.stderr.resume(); // nobody reads on; a full pipe would stop it
    return { port, address: `http://127.0.0.1:${port}/`, stop: () => server.kill('SIGKILL') };
  }
  throw new Error(`serve ended: ${said.join('\n')}`);
}

/** The states that the stream of events at an address tells, one after another. */
export async function* states_of(address) {
  const stop = new AbortController();
  const { body } = await fetch(`${address}_yokoten/events`, { signal: stop.signal });
  let text = '';
  try {
    for await (const chunk of body) {
      text += Buffer.from(chunk).toString('utf8');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end));
        text = text.slice(end + 2);
        if (data) yield JSON.parse(data[1]);
      }
    }
  } finally {
    stop.abort();
  }
}

const only_built = /^(manifest\.json|.*\.pdf|(en\/)?share\/.*\.png)$/;
const without_panel = (html) => html.replace(/ connect-src &#39;self&#39;;/, '')
  .replace(/<link rel="stylesheet" href="\/_yokoten\/panel.css">\n<script src="\/_yokoten\/panel.js" data-shown="\d+"><\/script>\n/, '');

/** Files of a built site (path → bytes) that are not served at the address with the same bytes, pages with the panel. */
export async function served_otherwise(address, site) {
  const wrong = [];
  for (const [path, bytes] of site) {
    if (only_built.test(path)) continue;
    const answer = await fetch(address + path);
    const given = Buffer.from(await answer.arrayBuffer());
    const same = given.equals(bytes) || (path.endsWith('.html') && without_panel(given.toString('utf8')) === bytes.toString('utf8'));
    if (answer.status !== 200 || !same) wrong.push(`${answer.status} ${path}`);
  }
  return wrong;
}
