#include "publish/open_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/csv_cell.h"
#include "base/json_text.h"
#include "base/threads.h"
#include "model/licence.h"

namespace yokoten {
namespace {

constexpr std::size_t part_rows = 20000;

std::string header() { return fmt::format("{}\n", fmt::join(data_columns, ",")); }

void append_json_row(std::string& out, const DataCells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    out.append(at == 0 ? "{\"" : ", \"").append(data_columns[at]).append("\": ");
    append_json_text(out, cells[at]);
  }
  out += '}';
}

// Rows of CSV, in the order of data_columns.
class CsvRows {
 public:
  CsvRows(const Publication& publication, const Areas& areas, const Cube& cube)
      : publication_(publication), areas_(areas), cube_(cube) {}

  void append(std::string& out, const Observation& seen) const {
    const auto& indicator = publication_.indicators[static_cast<std::size_t>(seen.indicator)];
    const Area& area = areas_.at(seen.area);
    append_csv_cell(out, indicator.id);
    append_cell(out, area.code);
    append_cell(out, area.name);
    append_cell(out, to_text(cube_.period(seen.period)));
    append_cell(out, cube_.breakdown(seen.breakdown));
    // Numbers have no text that could run: -3 is a figure, no formula.
    for (const auto& number :
         {seen.numerator, seen.denominator, seen.value, seen.lower, seen.upper}) {
      out += ',';
      if (number) append_text(out, trimmed(*number));
    }
    append_cell(out, indicator.unit);
    append_cell(out, flags_text(seen.flags));
    append_cell(out, to_text(seen.missing));
    append_cell(
        out, seen.source < 0 ? "" : publication_.sources[static_cast<std::size_t>(seen.source)].id);
    out += '\n';
  }

 private:
  static void append_cell(std::string& out, std::string_view text) {
    out += ',';
    append_csv_cell(out, text);
  }

  const Publication& publication_;
  const Areas& areas_;
  const Cube& cube_;
};

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

FiguresCsv::FiguresCsv(const Publication& publication, const Areas& areas, const Cube& cube)
    : first_(cube.all().data()) {
  const CsvRows rows(publication, areas, cube);
  const std::size_t count = cube.all().size();
  // Parts are made side by side.
  std::vector<std::string> parts(count / part_rows + 1);
  ends_.resize(count);
  share_out(parts.size(), [&](std::size_t part) {
    const std::size_t end = std::min(count, (part + 1) * part_rows);
    for (std::size_t at = part * part_rows; at < end; ++at) {
      rows.append(parts[part], cube.all()[at]);
      ends_[at] = parts[part].size();
    }
  });
  text_ = std::string(byte_order_mark) + header();
  head_ = text_.size();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::size_t end = std::min(count, (part + 1) * part_rows);
    for (std::size_t at = part * part_rows; at < end; ++at) ends_[at] += text_.size();
    text_ += parts[part];
  }
}

std::string FiguresCsv::of(const DataSet& set) const {
  std::string out = text_.substr(0, head_);
  for (const Observation* row : set.rows) {
    const auto at = static_cast<std::size_t>(row - first_);
    const std::size_t begin = at == 0 ? head_ : ends_[at - 1];
    out.append(text_, begin, ends_[at] - begin);
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
