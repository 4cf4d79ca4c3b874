// What is taken away: the address of the view, the table as CSV, the charts as SVG and PNG with title, date and source.
import { csv_text } from './csv.js';
import { element } from './element.js';

function save(name, type, content) {
  const link = element('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The colours that stand for roles of the page now: a picture that stands alone has none. */
function coloured(svg) {
  const probe = element('span', { class: 'probe', 'aria-hidden': 'true' });
  document.body.append(probe);
  const filled = svg.replace(/var\(--[\w-]+\)/g, (role) => {
    probe.style.color = role;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return filled;
}

/** Letters of Japanese are as wide as high. */
const width_of = (text, size) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? size : size * 0.6), 0);

/** Breaks a line where it would leave the picture: behind a blank or a letter of Japanese, in a word that alone is too long anywhere. */
export function lines_of(text, width, size) {
  const lines = [''];
  for (const word of text.match(/[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+\s*|\s+/gu) ?? []) {
    const pieces = width_of(word.trimEnd(), size) > width ? [...word] : [word];
    for (const piece of pieces) {
      if (lines[lines.length - 1] !== '' && width_of(lines[lines.length - 1] + piece.trimEnd(), size) > width) lines.push('');
      lines[lines.length - 1] += piece;
    }
  }
  return lines.map((line) => line.trimEnd());
}

/** The chart with its title above, date, source and credit below; a picture that stands alone. */
function framed(svg, title, notes) {
  const font = getComputedStyle(document.body).fontFamily;
  const [, width, height] = /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg).map(Number);
  const wide = width + 32;
  const heads = lines_of(title, width, 17);
  const feet = notes.flatMap((note) => lines_of(note, width, 12));
  const top = 16 + heads.length * 26;
  const whole = top + height + 16 + feet.length * 19 + 8;
  const text = (content, y, size, colour, weight) => `<text x="16" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(content)}</text>`;
  return { width: wide, height: whole, svg: coloured(`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${whole}" viewBox="0 0 ${wide} ${whole}" font-family="${escaped(font)}" role="img" aria-label="${escaped(title)}">`
    + `<rect width="${wide}" height="${whole}" fill="var(--bg)"/>${heads.map((line, at) => text(line, 34 + at * 26, 17, 'var(--text)', 700)).join('')}`
    + `<g transform="translate(16 ${top})">${svg}</g>${feet.map((line, at) => text(line, top + height + 24 + at * 19, 12, 'var(--text-2)', 400)).join('')}</svg>\n`) };
}

function save_png(name, { svg, width, height }, failed) {
  const image = new Image();
  image.onload = () => {
    const canvas = element('canvas', { width: width * 2, height: height * 2 });
    canvas.getContext('2d').drawImage(image, 0, 0, width * 2, height * 2);
    canvas.toBlob((blob) => (blob ? save(name, 'image/png', blob) : failed()));
  };
  image.onerror = failed;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

export class Takeaway {
  constructor({ data, say, settings, pictures, tell }) {
    Object.assign(this, { data, say, settings, pictures, tell });
    this.address = element('input', { type: 'text', readonly: true, 'data-key': 'address', focus: () => this.address.select() });
    const button = (key, act) => element('button', { type: 'button', class: 'plain', 'data-key': key, click: act }, say(key));
    this.element = element('div', { class: 'takeaway' },
      element('div', { class: 'adder' }, element('label', { class: 'field' }, element('span', {}, say('address')), this.address), button('copy', () => this.copy())),
      element('p', { class: 'buttons' }, button('csv', () => this.csv()), button('svg', () => this.picture('svg')), button('png', () => this.picture('png'))),
      element('p', { class: 'hint' }, settings.credit));
  }

  show(view, rows) {
    Object.assign(this, { view, rows });
    this.address.value = location.href;
  }

  async copy() {
    this.address.select();
    try {
      await navigator.clipboard.writeText(this.address.value);
    } catch {
      document.execCommand('copy'); // no other way from a folder
    }
    this.tell(this.say('copied'));
  }

  csv() {
    save(`compare-${this.view.level}.csv`, 'text/csv;charset=utf-8', csv_text(this.rows, this.view, this.data, this.say));
    this.tell(this.say('saved'));
  }

  async picture(kind) {
    const { spread, pair } = this.pictures;
    if (!spread.drawn) return this.tell(this.say('no_charts'));
    const all = [[spread, 'distribution'], [pair, 'scatter']].filter(([each]) => each.drawn && !each.element.hidden);
    for (const [each, name] of all) {
      const made = framed(await each.drawn.svg(), each.title.textContent, [...each.origins, this.settings.credit]);
      if (kind === 'png') save_png(`compare-${name}.png`, made, () => this.tell(this.say('no_png')));
      else save(`compare-${name}.svg`, 'image/svg+xml', made.svg);
    }
    return this.tell(this.say('saved'));
  }
}
