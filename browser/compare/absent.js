// In place of packages that Vega brings along and that no chart here uses: colour schemes, shapes of maps, files of
// tables. What would call one of them fails at once.
const absent = ''; // schemes of colours are texts
export {
  absent as dsvFormat, absent as feature, absent as geoArea, absent as geoBounds, absent as geoCentroid, absent as mesh, absent as schemeAccent,
  absent as schemeCategory10, absent as schemeDark2, absent as schemeObservable10, absent as schemePaired, absent as schemePastel1,
  absent as schemePastel2, absent as schemeSet1, absent as schemeSet2, absent as schemeSet3,
};
