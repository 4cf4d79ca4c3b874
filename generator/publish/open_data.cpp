#include "publish/open_data.h"

#include <fmt/format.h>

#include "base/csv_cell.h"
#include "base/json_text.h"
#include "model/licence.h"

namespace yokoten {
namespace {

std::string header() { return fmt::format("{}\n", fmt::join(data_columns, ",")); }

void append_json_row(std::string& out, const DataCells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    out.append(at == 0 ? "{\"" : ", \"").append(data_columns[at]).append("\": ");
    append_json_text(out, cells[at]);
  }
  out += '}';
}

}  // namespace

DataCells data_cells(const Publication& publication, const Areas& areas, const Cube& cube,
                     const Observation& seen) {
  const Indicator& indicator = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  const Area& area = areas.at(seen.area);
  return {indicator.id,
          area.code,
          area.name,
          to_text(cube.period(seen.period)),
          cube.breakdown(seen.breakdown),
          exact_text(seen.numerator),
          exact_text(seen.denominator),
          exact_text(seen.value),
          exact_text(seen.lower),
          exact_text(seen.upper),
          indicator.unit,
          flags_text(seen.flags),
          std::string(to_text(seen.missing)),
          seen.source < 0 ? "" : publication.sources[static_cast<std::size_t>(seen.source)].id};
}

std::string data_csv(const Publication& publication, const Areas& areas, const Measured& measured,
                     const DataSet& set) {
  std::string out = std::string(byte_order_mark) + header();
  for (const Observation* seen : set.rows) {
    const DataCells cells = data_cells(publication, areas, measured.cube, *seen);
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at > 0) out += ',';
      // Numbers have no text that could run: -3 is a figure, no formula.
      const bool is_number = at >= 5 && at <= 9;
      out += is_number ? cells[at] : csv_cell(cells[at]);
    }
    out += '\n';
  }
  return out;
}

std::string data_json(const Publication& publication, const Areas& areas, const Measured& measured,
                      const DataSet& set) {
  const Licence* licence = licence_of(publication.licence);
  std::string out = fmt::format(
      "{{\"title\": {}, \"publication\": {}, \"publisher\": {}, \"as_of\": {}, \"licence\": {}, "
      "\"licence_url\": {}, \"credit\": {}, \"page\": {}, \"rows\": [\n",
      json_text(set.title), json_text(publication.title), json_text(publication.publisher),
      json_text(publication.as_of), json_text(publication.licence),
      json_text(licence == nullptr ? "" : licence->url), json_text(credit_line(publication, set)),
      json_text(page_address(publication, set)));
  for (const Observation* seen : set.rows) {
    if (seen != set.rows.front()) out += ",\n";
    append_json_row(out, data_cells(publication, areas, measured.cube, *seen));
  }
  return out + "\n]}\n";
}

}  // namespace yokoten
