#include "publish/open_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/csv_cell.h"
#include "base/json_text.h"
#include "base/threads.h"
#include "model/licence.h"

namespace yokoten {
namespace {

constexpr std::size_t part_rows = 20000, parts_a_thread = 4;

std::string header() { return fmt::format("{}\n", fmt::join(data_columns, ",")); }

void append_json_row(std::string& out, const DataCells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    out.append(at == 0 ? "{\"" : ", \"").append(data_columns[at]).append("\": ");
    append_json_text(out, cells[at]);
  }
  out += '}';
}

// Rows of CSV, in the order of data_columns. What many rows share is written once.
class CsvRows {
 public:
  CsvRows(const Publication& publication, const Areas& areas, const Cube& cube) {
    for (const Indicator& each : publication.indicators)
      indicators_.push_back({csv_cell(each.id), ',' + csv_cell(each.unit) + ','});
    for (int id = 0; id < areas.size(); ++id)
      areas_.push_back(',' + csv_cell(areas.at(id).code) + ',' + csv_cell(areas.at(id).name) + ',');
    for (int id = 0; id < cube.periods(); ++id)
      periods_.push_back(csv_cell(to_text(cube.period(id))));
    for (int id = 0; id < cube.breakdowns(); ++id)
      parts_.push_back(',' + csv_cell(cube.breakdown(id)));
    for (const Source& each : publication.sources) sources_.push_back(csv_cell(each.id));
  }

  void append(std::string& out, const Observation& seen) const {
    const auto& [id, unit] = of(indicators_, seen.indicator);
    out.append(id).append(of(areas_, seen.area));
    out.append(of(periods_, seen.period)).append(of(parts_, seen.breakdown));
    // Numbers have no text that could run: -3 is a figure, no formula.
    for (const auto& number :
         {seen.numerator, seen.denominator, seen.value, seen.lower, seen.upper}) {
      out += ',';
      if (number) append_text(out, trimmed(*number));
    }
    out.append(unit);
    if (seen.flags != 0) out += flags_text(seen.flags);
    out.append(1, ',').append(to_text(seen.missing)) += ',';
    if (seen.source >= 0) out += of(sources_, seen.source);
    out += '\n';
  }

 private:
  template <typename What>
  static const What& of(const std::vector<What>& all, int number) {
    return all[static_cast<std::size_t>(number)];
  }

  std::vector<std::pair<std::string, std::string>> indicators_;  ///< id; unit with its commas
  std::vector<std::string> areas_;  ///< code and name with their commas
  std::vector<std::string> periods_, parts_, sources_;
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
  text_ = std::string(byte_order_mark) + header();
  head_ = text_.size();
  ends_.resize(count);
  // Parts are made side by side, a few at a time: all of them would be the whole once more.
  std::vector<std::string> parts(static_cast<std::size_t>(threads()) * parts_a_thread);
  for (std::size_t first = 0; first < count; first += parts.size() * part_rows) {
    share_out(parts.size(), [&](std::size_t part) {
      parts[part].clear();
      const std::size_t begin = first + part * part_rows, end = std::min(count, begin + part_rows);
      for (std::size_t at = begin; at < end; ++at) {
        rows.append(parts[part], cube.all()[at]);
        ends_[at] = parts[part].size();
      }
    });
    take(parts, first);
    // The others take about as much room each as the first ones.
    const std::size_t made = std::min(count, parts.size() * part_rows);
    if (first == 0 && made < count) text_.reserve(text_.size() / made * count / 20 * 21);
  }
}

void FiguresCsv::take(const std::vector<std::string>& parts, std::size_t first) {
  for (const std::string& part : parts) {
    const std::size_t end = std::min(ends_.size(), first + part_rows);
    for (std::size_t at = first; at < end; ++at) ends_[at] += text_.size();
    text_ += part;
    first = end;
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
