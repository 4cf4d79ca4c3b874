// The handbook, which uses every block and every file, with hostile text in every field that takes text of people.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, yokoten } from '../support/yokoten.mjs';

/** What is tried in turn; § becomes the number of the place, so that whatever runs tells where it is from. */
const hostile = [
  '<img src=https://foreign.invalid/§ onerror=ran(§)>', '"><svg onload=ran(§)>', "' autofocus onfocus=ran(§) x='", '</script><script>ran(§)</script>',
  '</title></textarea></style><script>ran(§)</script>', ']]><script>ran(§)</script>', '\u2028\\";ran(§);//-->', "'><iframe src=javascript:parent.ran(§)>",
  '<link rel=stylesheet href=//foreign.invalid/§>', '&lt;script&gt;ran(§)&lt;/script&gt;', '=HYPERLINK("https://foreign.invalid/§")', '\u202E<base href=//foreign.invalid/§/>',
];
/** The same where text is Markdown, which refuses HTML that is not spelled as text. */
const spelled = ['&lt;img src=https://foreign.invalid/§ onerror=ran(§)&gt;', '`</code><script>ran(§)</script>`', '\\<svg onload=ran(§)\\>', '" onfocus=ran(§) autofocus x="', '\\]\\(javascript:ran(§)\\) ${ran(§)}'];

// Keys of TOML, of blocks and of front matter whose value is text for readers.
const keys = ['title', 'short_title', 'publisher', 'contact', 'notice', 'about', 'description', 'caution', 'numerator_name', 'denominator_name', 'document', 'note', 'name', 'run_by', 'hours',
  'place', 'online', 'for', 'organiser', 'apply', 'reason', 'decided_by', 'alt', 'credit', 'what', 'source', 'how', 'role', 'summary', 'fact', 'crumb', 'prize', 'when', 'caption', 'text',
  'heading', 'lead', 'label', 'before', 'say', 'unit'];
const quoted = new RegExp(`(?<![\\w-])((?:${keys.join('|')}) = ")((?:[^"\\\\]|\\\\.)*)"`, 'g');
const yaml = new RegExp(`^(\\s*(?:- )?(?:${keys.join('|')}): )"?([^"{\\[]*[^"{\\[\\d. -][^"{\\[]*)"?$`, 'g');
// Columns of tables whose cells pages show as they are.
const columns = { 'centre_list.csv': ['名称', '所在地', '所在地の確度'], 'framework.csv': ['定義', '群'], 'cases_elsewhere.csv': ['title', 'summary', 'areas', 'award', 'award_prize', 'sources'] };

const corrected = '鳥取の相談センター（架空）'; // stands in corrections.toml as printed

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** The text as it stands between quotation marks of TOML. */
export const toml_text = (text) => text.replace(/[\\"]/g, '\\$&').replace(/[\u2028\u202E]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
const csv_cell = (text) => `"${text.replaceAll('"', '""')}"`;

/** Whether the line names a heading or a source, by which others are found: a table has no such column then. */
const is_name_of_others = (name, line) => (name === 'sources.toml' && !/^(title = .*（|publisher|document|note)/.test(line)) || (name === 'corrections.toml' && line.startsWith('source = '));

/** Puts hostile text into a copy of the handbook. `choice` says for a line what it takes: `hostile`, `spelled` or `spared`. */
class Hostile {
  places = 0;

  constructor(folder, choice) {
    this.folder = folder;
    this.choice = choice;
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(home, 'data/handbook'), folder, { recursive: true });
    for (const name of this.files('.toml')) this.edit(name, quoted, (text) => `"${toml_text(text)}"`);
    for (const name of this.files('.md')) {
      this.edit(name, quoted, (text) => `"${toml_text(text)}"`);
      this.edit(name, yaml, (text) => JSON.stringify(text));
      this.edit_texts(name);
    }
    for (const [name, headings] of Object.entries(columns)) this.edit_table(name, headings);
    this.follow_programmes();
    this.settle_checksums();
  }

  files(ending) { return readdirSync(this.folder, { recursive: true }).filter((name) => name.endsWith(ending)).sort(); }

  next(kind) {
    this.places += 1;
    const payloads = kind === 'spelled' ? spelled : hostile;
    return payloads[this.places % payloads.length].replaceAll('§', this.places);
  }

  rewrite(name, use) {
    const file = join(this.folder, name);
    writeFileSync(file, use(readFileSync(file, 'utf8').split('\n')).join('\n'));
  }

  // What is nested in front matter is reported at its beginning: those lines take what line 2 takes.
  edit(name, pattern, wrapped) {
    this.rewrite(name, (lines) => lines.map((line, at) => {
      const is_front = name.endsWith('.md') && pattern === yaml && !/^(title|description|crumb): /.test(line);
      const kind = is_name_of_others(name, line) ? 'spared' : this.choice(name, is_front ? 2 : at + 1);
      if (kind === 'spared') return line;
      return line.replace(pattern, (all, start, text) => {
        const plain = start.endsWith('"') ? JSON.parse(`"${text}"`) : text;
        return `${start.replace(/"$/, '')}${wrapped(plain + this.next(kind))}`;
      });
    }));
  }

  // Paragraphs and headings of pages, outside of front matter and blocks.
  edit_texts(name) {
    let fence = '', rules = 0;
    this.rewrite(name, (lines) => lines.map((line, at) => {
      if (line === '---') rules += 1;
      const [, mark, word] = /^(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
      if (mark && fence === '') fence = mark;
      else if (mark === fence && word === '') fence = '';
      const is_text = rules >= 2 && fence === '' && !mark && /^(#+ |- )?[\p{L}]/u.test(line) && !line.includes('{{');
      return is_text && this.choice(name, at + 1) !== 'spared' ? line + this.next('spelled') : line;
    }));
  }

  edit_table(name, headings) {
    const [head] = readFileSync(join(this.folder, 'raw', name), 'utf8').replace(/^\uFEFF/, '').split('\n');
    const wanted = headings.map((heading) => head.trim().split(',').indexOf(heading));
    this.rewrite(join('raw', name), (lines) => lines.map((line, row) => (row === 0 || line === '' ? line
      : line.split(',').map((cell, at) => (wanted.includes(at) && cell !== '' && cell !== corrected ? csv_cell(cell + this.next('hostile')) : cell)).join(','))));
  }

  // Reports name their programme by its title.
  follow_programmes() {
    const titles = (text) => [...text.matchAll(/^title = ("(?:[^"\\]|\\.)*")$/gm)].map(([, title]) => JSON.parse(title));
    const before = titles(readFileSync(join(home, 'data/handbook/programmes.toml'), 'utf8'));
    const now = titles(readFileSync(join(this.folder, 'programmes.toml'), 'utf8'));
    for (const name of ['effect_reports_2024.csv', 'effect_reports_2025.csv', 'subsidised_offices.csv'])
      this.rewrite(join('raw', name), (lines) => lines.map((line) => line.split(',').map((cell) => (before.includes(cell) ? csv_cell(now[before.indexOf(cell)]) : cell)).join(',')));
  }

  settle_checksums() {
    const file = join(this.folder, 'sources.toml');
    let text = readFileSync(file, 'utf8');
    for (const name of readdirSync(join(home, 'data/handbook/raw')))
      text = text.replaceAll(sha256(readFileSync(join(home, 'data/handbook/raw', name))), sha256(readFileSync(join(this.folder, 'raw', name))));
    writeFileSync(file, text);
  }
}

/**
 * Writes the hostile handbook, and gives way where a line is refused: with text spelled as Markdown wants it, then with none.
 * Returns how many places are left, and the lines that take none with the code of the finding that refused them.
 */
export function write_hostile(folder) {
  const chosen = new Map();
  const refused = [];
  for (;;) {
    const { places } = new Hostile(folder, (name, row) => chosen.get(`${name}:${row}`) ?? 'hostile');
    const errors = yokoten(['check', folder, '--format', 'json', '--lang', 'en']).stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ level }) => level === 'error');
    if (errors.length === 0) return { places, refused };
    const codes = new Map(errors.map(({ file, row, code }) => [`${file.slice(folder.length + 1)}:${row}`, code]));
    for (const [line, code] of codes) {
      if (chosen.get(line) === 'spared') throw new Error(`${line} is an error as it is: ${code}`);
      const gives_way = code === 'page.html' && !chosen.has(line);
      chosen.set(line, gives_way ? 'spelled' : 'spared');
      if (!gives_way) refused.push(`${line} ${code}`);
    }
  }
}
