// One publication whose figures come by three ways: counted by the program from a line an office, by ClickHouse, by PostgreSQL.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../../support/yokoten.mjs';
import { programme_of } from './facilities.mjs';

const publication = (more) => `title = "試験"\npublisher = "試験のための発行者"\nlanguage = "ja"\nbase_url = "https://example.jp/kpi/"\nlicence = "PDL1.0"\nas_of = 2025-12-31\n${more}`;
const common = (id) => `[[source]]\nid = "${id}"\ntitle = "試験の表"\npublisher = "p"\ndocument = "d"\n`;
const indicator = (title, unit, text) => `title = "${title}"\nunit = "${unit}"\nby = "service"\nlevels = ["nation", "prefecture", "municipality"]\n${text}\n`;

const formulas = {
  offices: ['事業所', '件', 'count = { sum = "offices" }'],
  applications: ['申請', '件', 'count = { sum = "applications" }'],
  rate: ['申請率', '%', 'ratio = { numerator = "applications", denominator = "offices" }'],
};

function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Lines of a source that is a file with `text`. */
export function from_file(folder, path, text) {
  write(folder, { [path]: text });
  return `url = "file:${path}"\nsha256 = "${createHash('sha256').update(text).digest('hex')}"\n`;
}

/** Lines of a source that asks `server` a query of data/national/queries/. */
export function from_server(folder, server, query) {
  mkdirSync(join(folder, 'queries'), { recursive: true });
  copyFileSync(join(home, 'data/national/queries', query), join(folder, 'queries', query));
  const { url, insecure, allow_hosts } = server.source();
  return `url = "${url}"\nquery = "queries/${query}"\n${insecure ? `insecure = true\nallow_hosts = ${JSON.stringify(allow_hosts)}\n` : ''}`;
}

/** A publication below `parent` of the use of the data link; `origin` gives where its one table is from. `parts`: keys of breakdown beside the service. */
export function adoption(parent, name, origin, { parts = '', parameters = '', only = '', disclosure = '', indicators = Object.keys(formulas) } = {}) {
  const folder = mkdtempSync(join(parent, `${name}-`));
  write(folder, {
    'publication.toml': publication(''),
    'pages/index.md': '---\ntitle: "試験"\n---\n# 試験\n',
    ...Object.fromEntries(indicators.map((each) => [`indicators/${each}.toml`, indicator(...formulas[each])])),
    'sources.toml': `${common('use')}${origin(folder)}area = "area"\nlevel = "municipality"\nperiod = "month"\ncomplete = true\n${only}
${parameters && `[source.parameters]\n${parameters}`}
[source.columns]\noffices = "offices"\napplications = "applications"\n[source.breakdown]\nservice = "service"\n${parts}${disclosure}`,
  });
  return folder;
}

/** A publication below `parent` of what offices of a prefecture report, counted by the program. */
export function reported(parent, origin, years, { name, code }) {
  const folder = mkdtempSync(join(parent, 'reported-'));
  const outcomes = ['hours', 'overtime', 'paid_leave', 'turnover'];
  const pairs = outcomes.map((each) => `${each} = { before = "${each}_before", after = "${each}_after" }\n`).join('');
  write(folder, {
    'publication.toml': publication(`prefecture = "${name}"\n`),
    'pages/index.md': '---\ntitle: "試験"\n---\n# 試験\n',
    'programmes.toml': years.map((year) => `[[programme]]\nid = "p${year}"\ntitle = "${programme_of(year)}"\nexecuted = ${year - 1}\n`).join('\n'),
    ...Object.fromEntries(outcomes.map((each) => [`indicators/${each.replace('_', '-')}.toml`,
      `title = "${each}"\nunit = "x"\nlevels = ["prefecture"]\nabsent = "not_reported"\noutcome = { of = "${each}", by = ["service"] }\n`])),
    'sources.toml': `${common('reports')}kind = "effect-reports"\n${origin(folder)}area = "area"\nlevel = "municipality"\nonly = { prefecture = "${code}" }
[source.report]\nyear = "year"\noffice = "office"\nservice = "service"\nstaff = "staff"\nanswered = "answered"\nprogramme = "programme"\nexecuted = "executed"\nduplicates = "latest"\n${pairs}`,
  });
  return folder;
}

/** The lines of a CSV file of a site as objects. No cell of these has a line end. */
export function rows_of(path) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
  const [head, ...lines] = readFileSync(path, 'utf8').replace(/^\ufeff/, '').trimEnd().split('\n');
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])));
}

/** A publication below `parent` of the overtime that a database tells of the offices of a prefecture, by service type. */
export function told(parent, server, query, services, { name, code }) {
  const folder = mkdtempSync(join(parent, 'told-'));
  const text = `${common('told')}${from_server(folder, server, query)}area = "area"\nperiod = "period"
only = { outcome = "overtime", service = ${JSON.stringify(services)} }\n[source.parameters]\nprefectures = ["${code}"]
[source.columns]\noffices = "offices"\nbefore = "before_mean"\nafter = "after_mean"\n[source.breakdown]\nservice = "service"
[source.disclosure]\nmeasures = ["before", "after"]\nunits = "offices"\nfewest_units = 3\n`;
  write(folder, {
    'publication.toml': publication(`prefecture = "${name}"\n`),
    'pages/index.md': '---\ntitle: "試験"\n---\n# 試験\n',
    ...Object.fromEntries(['before', 'after'].map((side) => [`indicators/${side}.toml`,
      `title = "${side}"\nunit = "時間"\nlevels = ["prefecture"]\nby = "service"\nadds_up = false\ncount = { sum = "${side}" }\n`])),
    'sources.toml': text,
  });
  return folder;
}
