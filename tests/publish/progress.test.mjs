// How far the work is: a line that is drawn over and over on a terminal, a line a step elsewhere, nothing where nobody wants it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { read_tree } from '../support/tree.mjs';
import { home, program, yokoten } from '../support/yokoten.mjs';

const small = join(home, 'tests/cases/small-publication/input');
const folder = mkdtempSync(join(tmpdir(), 'yokoten-progress-'));
const site = join(folder, 'site');
after(() => rmSync(folder, { recursive: true, force: true }));
assert.equal(yokoten(['build', small, '--into', site]).exit, 0);

/** Runs a shell line on a terminal that is `columns` wide; returns its exit code and all that the terminal got. */
function on_terminal(line, { columns = 100, env = {} } = {}) {
  const run = spawnSync('script', ['-qec', `stty cols ${columns} rows 24; ${line}`, '/dev/null'], {
    cwd: home, env: { ...process.env, TERM: 'xterm', ...env }, encoding: 'utf8', input: '', timeout: 300_000,
  });
  return { exit: run.status, text: run.stdout };
}

const drawn = (text) => [...text.matchAll(/\r([^\r\n\x1b]+)\x1b\[K/g)].map(([, line]) => line);
/** Columns that a line takes: what is no ASCII takes two. */
const width = (line) => [...line].reduce((sum, letter) => sum + (letter.codePointAt(0) < 0x80 ? 1 : 2), 0);
const verbs = [['build', `build ${small} --into ${folder}/built --anew`], ['publish', `publish ${site} ${folder}/www`], ['publish into an archive', `publish ${site} ${folder}/a.zip`]];

for (const [what, line] of verbs) {
  test(`${what} draws its progress on a terminal, and takes it away at the end`, () => {
    // On a busy machine such a short work may be over before it is first drawn.
    let { exit, text } = on_terminal(`${program} ${line} --lang en`);
    for (let tries = 0; tries < 20 && exit === 0 && drawn(text).length === 0; tries += 1) ({ exit, text } = on_terminal(`${program} ${line} --lang en`));
    assert.equal(exit, 0, text);
    assert.ok(drawn(text).length > 0, JSON.stringify(text));
    assert.match(text, /\r\x1b\[K/, 'the last line stays');
    assert.ok(!text.includes('\x1b[?25l'), 'the cursor is hidden');
    assert.doesNotMatch(text, /: (reading|writing)/, 'lines as for a log');
  });

  test(`${what} says its steps as lines where there is no terminal`, () => {
    const { exit, stdout, stderr } = yokoten([...line.split(' '), '--lang', 'en']);
    assert.equal(exit, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /[\r\x1b]/);
    const subject = what === 'build' ? small : line.split(' ').at(-1);
    const steps = stderr.split('\n').filter((each) => each.startsWith(`${subject}: `)).map((each) => each.slice(subject.length + 2));
    assert.ok(steps.length >= 2 && steps.length < 12, stderr);
    assert.match(steps.find((each) => each.startsWith('writing')), /^writing (pages|the files of the site) \(\d+\)$/);
  });

  test(`${what} is silent about it with --quiet`, () => {
    const { exit, stdout, stderr } = yokoten([...line.split(' '), '--lang', 'en', '--quiet']);
    assert.equal(exit, 0);
    assert.deepEqual(stderr.split('\n').filter((each) => each !== '' && !/: warning \S+ /.test(each)), []);
    assert.equal(stdout !== '', what !== 'build', 'what is printed as a result stays');
    const shown = on_terminal(`${program} ${line} --lang en --quiet`);
    assert.equal(shown.exit, 0);
    assert.doesNotMatch(shown.text, /\x1b/);
  });
}

test('every verb takes --quiet, and prints its results as before', () => {
  for (const args of [['check', small], ['table', `${small}/raw/link.csv`], ['explain', small, 'link-rate', '鳥取県'], ['diff', site, small], ['new', join(folder, 'fresh')]]) {
    const [loud, quiet] = [[], ['--quiet']].map((more) => {
      rmSync(join(folder, 'fresh'), { recursive: true, force: true });
      return yokoten([...args, ...more, '--lang', 'en']);
    });
    assert.equal(quiet.exit, 0, quiet.stderr);
    assert.ok(quiet.stdout !== '' && quiet.stdout === loud.stdout, args.join(' '));
  }
});

test('a terminal that can do nothing gets lines', () => {
  for (const TERM of ['dumb', '']) {
    const { text } = on_terminal(`${program} publish ${site} ${folder}/www --lang en`, { env: { TERM } });
    assert.match(text, /: writing the files of the site \(\d+\)\r\n/);
    assert.doesNotMatch(text, /\x1b/);
  }
});

// rclone that says in its log how far it is, as the real one does, and takes its time.
const slow = join(folder, 'slow-rclone');
writeFileSync(slow, `#!/bin/bash
if [[ "$1" == copy && "$(wc -l <"$5")" -gt 3 ]]; then
  for done in 1 5 20; do
    [[ "$done" != 5 || -z "$NARROW" ]] || stty cols 40 </dev/tty
    echo '{"level":"notice","msg":"Transferred","stats":{"transfers":'$done',"bytes":'$done'000000}}' >&2
    sleep 0.5
  done
fi
exec rclone "$@"
`);
chmodSync(slow, 0o755);
const remote = { RCLONE_CONFIG: '/dev/null', RCLONE_CONFIG_WEB_TYPE: 'alias', RCLONE_CONFIG_WEB_REMOTE: join(folder, 'remote'), YOKOTEN_RCLONE: slow };

test('what rclone has carried over is counted, with rate and time left', () => {
  const { exit, text } = on_terminal(`${program} publish ${site} web:one --lang en`, { env: remote });
  assert.equal(exit, 0, text);
  const sending = drawn(text).filter((line) => /^sending .*\/\d\d/.test(line));
  assert.ok(sending.some((line) => /^sending  \[#+ *\]  20\/\d\d  about \d+ s left  \d+(\.\d)? [kM]B\/s/.test(line)), sending.join('\n'));
  const counts = sending.map((line) => Number(/ (\d+)\/\d+/.exec(line)[1]));
  assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
});

test('the line is redrawn for another width, at most ten times a second, and never wider', () => {
  const begun = Date.now();
  const { exit, text } = on_terminal(`${program} publish ${site} web:two --lang ja`, { columns: 90, env: { ...remote, NARROW: '1' } });
  const took = Date.now() - begun;
  assert.equal(exit, 0, text);
  const lines = drawn(text);
  assert.ok(lines.length <= took / 100 + 2, `${lines.length} lines in ${took} ms`);
  assert.ok(lines.every((line) => width(line) < 90), lines.join('\n'));
  assert.ok(lines.some((line) => width(line) > 40), lines.join('\n'));
  const narrow = lines.slice(lines.findLastIndex((line) => width(line) >= 40) + 1);
  assert.ok(narrow.filter((line) => line.startsWith('送信')).length > 0, lines.join('\n'));
});

test('Ctrl-C on the terminal ends the line, says what stands, and exits with 130', async () => {
  const target = join(folder, 'remote/three');
  const child = spawn('script', ['-qec', `stty cols 80; exec ${program} publish ${site} web:three --lang en`, '/dev/null'], { env: { ...process.env, TERM: 'xterm', ...remote }, stdio: ['pipe', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (bytes) => {
    const before = text;
    text += bytes;
    if (!before.includes('sending') && text.includes('sending')) child.stdin.write('\x03');
  });
  const exit = await new Promise((done) => { child.on('close', done); });
  assert.equal(exit, 130, text);
  assert.match(text, /\x1b\[K(\^C)?\r\nweb:three: interrupted; [^\n]*\n$/);
  assert.ok(!existsSync(join(target, 'manifest.json')));
});

// ---- The summary

const summary_of = (stdout) => {
  const lines = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.ok(lines.slice(0, -1).every(({ code, level }) => code && level), 'lines before the last one are findings');
  return lines.at(-1).summary;
};
const rooms = ['read', 'measure', 'check', 'protect', 'translate', 'page', 'chart', 'publish'];

test('the summary as JSON tells what stands, what changed, what was found, and where the time went', () => {
  const draft = join(folder, 'draft');
  const into = join(folder, 'summed');
  cpSync(small, draft, { recursive: true });
  const build = () => {
    const { exit, stdout, stderr } = yokoten(['build', draft, '--into', into, '--format', 'json', '--lang', 'en']);
    assert.equal(exit, 0, stderr);
    return summary_of(stdout);
  };
  const first = build();
  const tree = read_tree(into);
  const size = [...tree].reduce((sum, [path, bytes]) => sum + (path === 'manifest.json' ? 0 : bytes.length), 0);
  assert.deepEqual([first.publication, first.site, first.built, first.files, first.bytes, first.new], [draft, into, true, tree.size, size, tree.size - 1]);
  assert.equal(first.pages, [...tree.keys()].filter((path) => path.endsWith('.html') && !path.startsWith('embed/')).length);
  const levels = yokoten(['check', draft, '--format', 'json']).stdout.trimEnd().split('\n').map((line) => JSON.parse(line).level);
  assert.deepEqual(first.findings, Object.fromEntries(['error', 'warning', 'note'].map((level) => [level, levels.filter((each) => each === level).length])));
  assert.deepEqual(Object.keys(first.seconds_by_room), rooms);
  const inside = Object.values(first.seconds_by_room).reduce((sum, each) => sum + each, 0);
  assert.ok(inside > 0 && inside <= first.seconds + 0.01, `${inside} of ${first.seconds}`);
  assert.ok(first.seconds_for_disk >= 0 && first.seconds_for_disk <= first.seconds, `${first.seconds_for_disk} of ${first.seconds}`);
  const again = build();
  assert.deepEqual([again.new, again.changed, again.gone], [0, 0, 0]);
  writeFileSync(join(draft, 'pages/fresh.md'), '---\ntitle: 新しいページ\n---\n# 新しいページ\n\n本文。\n');
  const more = build();
  const after_it = read_tree(into);
  assert.equal(more.new, [...after_it.keys()].filter((path) => !tree.has(path)).length);
  assert.equal(more.changed, [...after_it].filter(([path, bytes]) => path !== 'manifest.json' && tree.has(path) && !tree.get(path).equals(bytes)).length);
  rmSync(join(draft, 'pages/fresh.md'));
  assert.equal(build().gone, more.new);
});

test('of a publication that can not be built, the findings and the summary are told as JSON too', () => {
  const draft = join(folder, 'broken');
  cpSync(small, draft, { recursive: true });
  writeFileSync(join(draft, 'pages/bad.md'), '---\ntitle: x\n---\n# x\n\n```no-such-block\n```\n');
  const { exit, stdout, stderr } = yokoten(['build', draft, '--into', join(folder, 'never'), '--format', 'json', '--lang', 'en', '--quiet']);
  assert.equal(exit, 1);
  const { built, findings, pages } = summary_of(stdout);
  assert.deepEqual([built, findings.error, pages], [false, 1, undefined]);
  assert.match(stdout, /"level":"error","code":"block\.unknown"/);
  assert.equal(stderr, `${draft} was not built; the site stays as it was\n`);
});

test('the summary for people stands at the end, in the language asked for', () => {
  const { stderr } = yokoten(['build', small, '--into', join(folder, 'told'), '--lang', 'ja']);
  assert.match(stderr, /→ \S+: \d+ページ、\d+ファイル、\d+バイト\nファイル: 新規\d+、変更0、削除0、書いたもの\d+。指摘: 誤り0、注意\d+、参考\d+\n時間 [\d.]+秒（\d+スレッドで分けあった時計の時間: read .*publish [\d.]+、うちディスク待ち [\d.]+）\n$/);
});

test('the same publication gives the same bytes, whatever its builds took', () => {
  const sites = ['1', '2'].map((jobs) => {
    const into = join(folder, `jobs-${jobs}`);
    assert.equal(yokoten(['build', small, '--into', into, '--jobs', jobs, '--format', 'json']).exit, 0);
    return [...read_tree(into), ['release', readFileSync(`${into}.release.json`)]];
  });
  assert.deepEqual(sites[0], sites[1]);
});
