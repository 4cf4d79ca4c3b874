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

/** A ward of a designated city, as it is or was; special wards are cities. */
export function english_ward(hepburn) {
  return `${parted(hepburn).stem} Ward`;
}
