// What prefectures have published, taken into a national publication.
import { spawn } from 'node:child_process';
import { program } from '../support/yokoten.mjs';

/** `yokoten` beside a server of this process: it must go on answering. */
export const run = (args) => new Promise((done) => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { text += bytes; });
  child.on('close', (exit) => done({ exit, text }));
});

/** A source of sources.toml: a prefecture's outcomes at an address of this machine; `more` are lines of its own. */
export const outcome_source = ({ id, name, url, more = '' }) => `
[[source]]
id = "${id}"
title = "${name}が公表した効果"
url = "${url}"
${more}insecure = true
allow_hosts = ["127.0.0.1"]
publisher = "${name}"
document = "${name}のサイトの observations.csv"
area = "area_code"
period = "period"
only = { indicator = "overtime", breakdown = "" }

[source.columns]
change = "numerator"
pairs = "denominator"

[source.check]
"area.missing" = "off"
"count.negative" = { level = "off", reason = "前と後の差なので、減れば負の値になる" }
`;
