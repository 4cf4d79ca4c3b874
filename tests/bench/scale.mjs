// Facility data of a line an office and month, from 10^5 rows up: added up by the program while it reads a CSV file, and by ClickHouse, which
// has to load them first. Both end with what `yokoten check` says of the figures.
//   node scale.mjs POWER FOLDER     FOLDER is empty and has room for 70 bytes a row
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { start_clickhouse } from '../engines/support/clickhouse.mjs';
import { clickhouse_tables, made_offices, month_columns, month_lines, months_from } from '../engines/support/facilities.mjs';
import { program } from '../support/yokoten.mjs';

const [power, folder] = [Number(process.argv[2]), process.argv[3]];
const nation = 181_566; // offices and service types
const ticks = 100; // a second, of /proc
const offices = made_offices(nation, 7);

const levels = {
  prefecture: { area: 'prefecture', most: 8 },
  municipality: { area: 'area', most: 7 }, // 10^8 rows are 47 years of the nation, and make more groups than there may be
};

/** Writes as many lines; returns the SHA-256 of the file. */
function write_rows(path, rows) {
  const file = openSync(path, 'w'), hash = createHash('sha256');
  let text = `${month_columns.join(',')}\n`, left = rows;
  const flush = () => { const bytes = Buffer.from(text); hash.update(bytes); writeSync(file, bytes); text = ''; };
  for (const line of month_lines(offices, months_from('2020-04', Math.ceil(rows / (0.9 * nation))))) {
    if (left-- === 0) break;
    text += line;
    if (text.length > 1 << 20) flush();
  }
  flush();
  closeSync(file);
  return hash.digest('hex');
}

/** A publication below `folder` whose figures are by month, area and service; `origin` says where they are from. */
function publication(name, { area }, level, origin, more = '') {
  const made = join(folder, name);
  for (const each of ['pages', 'indicators', 'queries', 'raw']) mkdirSync(join(made, each), { recursive: true });
  const files = {
    'publication.toml': 'title = "試験"\npublisher = "県"\nlanguage = "ja"\nbase_url = "https://example.jp/kpi/"\nlicence = "PDL1.0"\nas_of = 2099-12-31\n',
    'pages/index.md': '---\ntitle: 全国\n---\n# 全国\n',
    'indicators/rate.toml': `title = "申請率"\nunit = "%"\nlevels = ["nation", "prefecture"${level === 'municipality' ? ', "municipality"' : ''}]\nby = "service"\nratio = { numerator = "applications", denominator = "offices" }\n`,
    'sources.toml': `[[source]]\nid = "use"\ntitle = "試験の表"\npublisher = "p"\ndocument = "d"\n${origin}area = "${area}"\nlevel = "${level}"\nperiod = "month"\ncomplete = true
[source.columns]\noffices = "offices"\napplications = "applications"\n[source.breakdown]\nservice = "service"\n[source.check]\n"series.jump" = "off"\n"series.unit" = "off"\n${more}`,
    'queries/use.sql': `SELECT month, ${area}, service, count(*) AS offices, sum(applications) AS applications FROM facility_months GROUP BY month, ${area}, service ORDER BY month, ${area}, service\n`,
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(made, path), text);
  return made;
}

/** Runs the program: seconds by the clock and of work, the most memory in MB. */
function run(args, env = {}) {
  const done = spawnSync('time', ['-f', '%e %U %S %M', program, ...args, '--lang', 'en', '--quiet'], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stdout.slice(0, 2000)} ${done.stderr.slice(-2000)}`);
  const [wall, user, system, kib] = done.stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { wall, work: user + system, memory: kib * 1024 / 1e6 };
}

const server_work = ({ pid }) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).reduce((sum, each) => sum + Number(each), 0) / ticks;
const server_memory = ({ pid }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024 / 1e6;

/** What `work` takes by the clock, and of the server. */
async function beside(server, work) {
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5'); // the peak begins anew
  const [begun, before] = [performance.now(), server_work(server)];
  const own = await work();
  return { wall: (performance.now() - begun) / 1000, work: server_work(server) - before, memory: server_memory(server), own };
}

/** Lets this process hear that the server has closed a connection that was idle while something else went on. */
const heard = () => wait(50);

/** Puts the lines of a file into its table, some megabytes at once. */
async function load(server, path) {
  const file = openSync(path, 'r'), bytes = Buffer.alloc(32 << 20);
  let left = Buffer.alloc(0), first = true;
  await heard();
  for (let got; (got = readSync(file, bytes, 0, bytes.length)) > 0;) {
    const all = Buffer.concat([left, bytes.subarray(0, got)]);
    const end = all.lastIndexOf(10) + 1;
    await server.insert('INSERT INTO facility_months FORMAT CSV', all.subarray(first ? all.indexOf(10) + 1 : 0, end));
    left = all.subarray(end);
    first = false;
  }
  closeSync(file);
}

const shown = (number) => (number < 10 ? number.toFixed(1) : Math.round(number).toLocaleString('en'));
const row = (cells) => console.log(`| ${cells.join(' | ')} |`);

row(['rows', 'CSV', 'by month, service and', 'in process: s', 's of work', 'MB of memory', 'MB/s', 'ClickHouse: s to load', 's to ask', 's to check', 's of work', 'MB of memory']);
row(Array(12).fill('---'));
const server = await start_clickhouse(join(folder, 'server'), { threads: 2 });
try {
  for (let each = 5; each <= power; ++each) {
    const raw = join(folder, 'rows.csv'), rows = 10 ** each;
    const sha256 = write_rows(raw, rows), size = statSync(raw).size / 1e6;
    await heard();
    await server.run(clickhouse_tables()[0]);
    const loaded = await beside(server, () => load(server, raw));
    for (const [level, about] of Object.entries(levels)) {
      if (each > about.most) continue;
      const files = publication('files', about, level, `url = "file:raw/rows.csv"\nsha256 = "${sha256}"\n`, `[source.group]\nby = ["month", "${about.area}", "service"]\nsum = ["applications"]\ncount = "offices"\n`);
      spawnSync('ln', ['-f', raw, join(files, 'raw/rows.csv')]);
      const own = run(['check', files]);
      const { url, allow_hosts } = server.source();
      const asks = publication('asks', about, level, `url = "${url}"\ninsecure = true\nallow_hosts = ${JSON.stringify(allow_hosts)}\nquery = "queries/use.sql"\nfile = "raw/use.csv"\n`);
      const asked = await beside(server, () => run(['pull', asks], server.env));
      const checked = run(['check', asks]);
      row([`10^${each}`, `${shown(size)} MB`, level, shown(own.wall), shown(own.work), shown(own.memory), shown(size / own.wall), shown(loaded.wall), shown(asked.wall), shown(checked.wall),
        shown(loaded.work + asked.work + asked.own.work + checked.work), shown(Math.max(loaded.memory, asked.memory))]);
      for (const made of [files, asks]) rmSync(made, { recursive: true });
    }
    await heard();
    await server.run('DROP TABLE facility_months');
  }
} finally {
  await server.stop();
}
