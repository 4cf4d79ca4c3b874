// What prefectures publish, side by side in a national publication: their observations.csv, pulled from their sites.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { yokoten } from '../support/yokoten.mjs';
import { outcome_source, run } from './published.mjs';

const folder = mkdtempSync(join(tmpdir(), 'yokoten-side-'));
const sites = join(folder, 'sites');
let server;

/** The sample again with the name of another prefecture: another seed would only change the figures. */
function neighbour() {
  const into = join(folder, 'shimane');
  yokoten(['new', into, '--kind', 'prefecture', '--prefecture', '島根県']);
  for (const name of ['subsidised_offices.csv', 'effect_reports_2025.csv']) {
    const [head, ...rows] = readFileSync(join('data/prefecture/raw', name), 'utf8').split('\n');
    writeFileSync(join(into, 'raw', name), [head, ...rows.map((row) => row.replace(/,[^,]{1,4}[市町村],/, ',松江市,'))].join('\n'));
  }
  return into;
}

before(async () => {
  assert.equal(yokoten(['build', 'data/prefecture', '--into', join(sites, 'tottori')]).exit, 0);
  const built = yokoten(['build', neighbour(), '--into', join(sites, 'shimane')]);
  assert.equal(built.exit, 0, built.stderr);
  server = createServer((request, response) => {
    try {
      const bytes = readFileSync(join(sites, request.url));
      response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
});
after(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const source = (id, name) =>
  outcome_source({ id, name, url: `http://127.0.0.1:${server.address().port}/${id}/data/observations.csv`, more: `file = "raw/${id}.csv"\n` });

test('the published outcomes of two prefectures stand side by side in a national publication', async () => {
  const nation = join(folder, 'nation');
  yokoten(['new', nation]);
  writeFileSync(join(nation, 'sources.toml'), source('tottori', '鳥取県') + source('shimane', '島根県'));
  writeFileSync(join(nation, 'indicators/example-rate.toml'), `title = "残業時間の変化"
unit = "時間"
decimals = 1
better = "lower"
levels = ["prefecture"]
numerator_name = "前と後の差の合計"
denominator_name = "事業所数"
ratio = { numerator = "change", denominator = "pairs" }
`);
  const pulled = await run(['pull', nation, '--strict']);
  assert.equal(pulled.exit, 0, pulled.text);
  const site = join(folder, 'nation-site');
  const built = yokoten(['build', nation, '--into', site]);
  assert.equal(built.exit, 0, built.stderr);
  const rows = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));
  const national = rows(join(site, 'data/observations.csv'));
  for (const [id, code] of [['tottori', '310000'], ['shimane', '320005']]) {
    const own = rows(join(sites, id, 'data/observations.csv')).find((row) => row[0] === 'overtime' && row[3] === '2025FY' && row[4] === '');
    const seen = national.find((row) => row[1] === code && row[3] === '2025FY');
    assert.deepEqual([seen[5], seen[6], seen[7]], [own[5], own[6], own[7]], id);
    assert.equal(seen[13], id);
  }
});
