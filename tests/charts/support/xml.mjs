// Reads XML strictly: elements, attributes in quotes, text, the five named entities and numbers.
// Whatever else stands there, or doesn't fit together, is an error.

const names = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const token = /<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Returns a text with its entities resolved. */
function plain(text) {
  return text.replace(/&([^;&\s]*);?/g, (whole, name) => {
    const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    if (!whole.endsWith(';') || (!number && !(name in names))) throw new Error(`XML: ${whole} is no entity`);
    return number ? String.fromCodePoint(number[1] ? parseInt(number[1], 16) : Number(number[2])) : names[name];
  });
}

/** Returns the attributes of a tag as name → value. */
function attributes_of(text) {
  const found = {};
  for (const [, name, double, single] of text.matchAll(attribute)) {
    if (name in found) throw new Error(`XML: attribute ${name} stands twice`);
    found[name] = plain(double ?? single);
  }
  return found;
}

/** Returns the root element as { name, attributes, children }; children are elements and strings. */
export function read_xml(xml) {
  const top = { name: '', children: [] };
  const open = [top];
  for (token.lastIndex = 0; token.lastIndex < xml.length;) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    if (!found) throw new Error(`XML: not understood at ${at}: ${xml.slice(at, at + 60)}`);
    const [whole, closed, opened, attributes, alone] = found;
    const parent = open.at(-1);
    if (closed !== undefined) {
      if (parent.name !== closed) throw new Error(`XML: </${closed}> where <${parent.name}> is open, at ${at}`);
      open.pop();
    } else if (opened !== undefined) {
      const element = { name: opened, attributes: attributes_of(attributes), children: [] };
      parent.children.push(element);
      if (!alone) open.push(element);
    } else if (!whole.startsWith('<!--')) {
      parent.children.push(plain(whole));
    }
  }
  if (open.length > 1) throw new Error(`XML: <${open.at(-1).name}> is never closed`);
  const roots = top.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (roots.length !== 1 || typeof roots[0] === 'string') throw new Error('XML: not one root element');
  return roots[0];
}

/** Yields an element and all below it. */
export function* elements(root) {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* elements(child);
}
