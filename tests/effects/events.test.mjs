// The training calendar of the sample: data/events.ics, read by a strict parser of RFC 5545.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { home, with_folder, yokoten } from '../support/yokoten.mjs';

const sample = join(home, 'data/prefecture');

/** Returns the files of the site that is built from the sample. */
function built(names) {
  return with_folder((folder) => {
    const site = join(folder, 'site');
    assert.equal(yokoten(['build', sample, '--into', site]).exit, 0);
    return names.map((name) => readFileSync(join(site, name)));
  });
}

/** Returns the content lines without folds; throws where the text breaks section 3.1. */
function content_lines(bytes) {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  assert.ok(text.endsWith('\r\n'), 'the last line is not ended');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    assert.ok(!/[\r\n\u0000-\u0008\u000a-\u001f\u007f]/.test(line), `a control character in ${line}`);
    assert.ok(Buffer.byteLength(line) <= 75, `more than 75 bytes: ${line}`);
  }
  return lines.join('\r\n').replace(/\r\n[ \t]/g, '').split('\r\n');
}

/** Returns the value of a TEXT without escapes; throws where one is missing or unknown. */
function text_value(value) {
  assert.ok(/^(?:[^\\;,]|\\[\\;,nN])*$/.test(value), `not a TEXT: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
}

const properties = { // name → [kinds of value, how often at most]
  UID: ['text'], DTSTAMP: ['utc'], DTSTART: ['utc', 'date'], DTEND: ['utc', 'date'], SUMMARY: ['text'], LOCATION: ['text'], DESCRIPTION: ['text'],
};
const utc = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/;
const date = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** Returns the events of a calendar as { NAME: value }; throws where it is none. */
function events_of(bytes) {
  const lines = content_lines(bytes);
  assert.equal(lines.shift(), 'BEGIN:VCALENDAR');
  assert.equal(lines.pop(), 'END:VCALENDAR');
  const head = lines.splice(0, lines.indexOf('BEGIN:VEVENT'));
  assert.ok(head.includes('VERSION:2.0') && head.some((line) => line.startsWith('PRODID:')), head.join());
  const events = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') { events.push({ open: true }); continue; }
    const event = events.at(-1);
    assert.ok(event?.open, `outside of events: ${line}`);
    if (line === 'END:VEVENT') { delete event.open; continue; }
    const [, name, parameter, value] = /^([A-Z-]+)(;VALUE=DATE)?:(.*)$/.exec(line) ?? assert.fail(line);
    const kinds = properties[name] ?? assert.fail(`unknown ${name}`);
    assert.ok(!(name in event), `${name} twice`);
    const kind = kinds.includes('text') ? 'text' : parameter ? 'date' : 'utc';
    assert.ok(kinds.includes(kind), line);
    if (kind !== 'text') assert.match(value, kind === 'utc' ? utc : date);
    event[name] = kind === 'text' ? text_value(value) : value;
  }
  for (const event of events) {
    for (const name of ['UID', 'DTSTAMP', 'DTSTART']) assert.ok(event[name], `no ${name}`);
    if (event.DTEND) assert.ok(event.DTEND.length === event.DTSTART.length && event.DTEND > event.DTSTART, event.UID);
    assert.ok(!event.open, 'an event is not closed');
  }
  assert.equal(new Set(events.map(({ UID }) => UID)).size, events.length);
  return events;
}

test('the strict parser refuses what RFC 5545 does', () => {
  const sound = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250930T000000Z\r\nDTSTART:20251112T043000Z\r\nSUMMARY:a\\,b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  assert.equal(events_of(Buffer.from(sound))[0].SUMMARY, 'a,b');
  for (const [from, to] of [['a\\,b', 'a,b'], ['\r\n', '\n'], ['UID:1\r\n', ''], ['T043000Z', 'T253000Z'], ['a\\,b', 'a'.repeat(80)], ['END:VEVENT\r\n', '']]) {
    assert.throws(() => events_of(Buffer.from(sound.replaceAll(from, to))), undefined, to);
  }
});

test('the sample\'s calendar holds its four dates by day', () => {
  const [bytes] = built(['data/events.ics']);
  const events = events_of(bytes);
  assert.deepEqual(events.map(({ UID, DTSTART, DTEND }) => [UID, DTSTART, DTEND]), [
    ['report-meeting-2025.prefecture@example.jp', '20250318T050000Z', '20250318T073000Z'],
    ['data-link-hands-on-2025.prefecture@example.jp', '20251021T010000Z', '20251021T030000Z'],
    ['choosing-technology-2025.prefecture@example.jp', '20251112T043000Z', '20251112T070000Z'],
    ['model-visit-2025.prefecture@example.jp', '20251203', '20251205'],
  ]);
  assert.ok(events.every(({ DTSTAMP }) => DTSTAMP === '20250930T000000Z'));
  assert.match(events[2].DESCRIPTION, /対象: 補助金の申請を考えている介護事業所の管理者と職員\n/);
});

test('two builds give the same calendar', () => {
  const [first] = built(['data/events.ics']);
  const [second] = built(['data/events.ics']);
  assert.ok(first.equals(second));
});

test('the page shows three dates ahead and folds the one that is over', () => {
  const page = built(['events/index.html'])[0].toString();
  assert.equal(page.match(/<div class="contact" id="event-/g).length, 3);
  assert.match(page, /<details><summary>終わったもの（1件）<\/summary>[\s\S]*モデル事業の報告会/);
  assert.match(page, /令和7（2025）年10月21日（火） 10:00～12:00/);
});
