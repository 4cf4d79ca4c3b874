// Names of areas as English pages have them, from their Hepburn: Yonago-shi is Yonago City.
const endings = {
  shi: ' City', ku: ' City', cho: ' Town', machi: ' Town', mura: ' Village', son: ' Village', ken: ' Prefecture', fu: ' Prefecture', to: '',
};

function parted(hepburn) {
  const [, stem, ending] = /^(.*)-([a-z]+)$/.exec(hepburn) ?? [null, hepburn, ''];
  return { stem, ending };
}

export function english_name(hepburn) {
  const { stem, ending } = parted(hepburn);
  return stem + (endings[ending] ?? '');
}

export const stem_of = (hepburn) => parted(hepburn).stem;

/** A ward of a designated city, as it is or was; special wards are cities. */
export function english_ward(hepburn) {
  return `${parted(hepburn).stem} Ward`;
}

const word_of_kind = /^(?:(city|town|village|ward)|pref\.?|prefecture)$/i;

/** Yonago City, Tottori Prefecture in its parts: [{words: ['Yonago'], kind: 'city'}, {words: ['Tottori'], kind: 'prefecture'}]. A part ends at a comma, a bracket or the word for what it is. */
export function english_parts(text) {
  const parts = [];
  for (const piece of text.normalize('NFKC').split(/[,()]/)) {
    let words = [];
    const end = (kind) => {
      if (words.length) parts.push({ words, kind });
      words = [];
    };
    for (const word of piece.replace(/-(?=(?:city|town|village|ward|pref(?:ecture)?)\b)/gi, ' ').split(/\s+/).filter(Boolean)) {
      const kind = words.length ? word_of_kind.exec(word) : null;
      if (kind) end(kind[1]?.toLowerCase() ?? 'prefecture');
      else words.push(word);
    }
    end('');
  }
  return parts;
}
