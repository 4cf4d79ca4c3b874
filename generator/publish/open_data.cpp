#include "publish/open_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <span>
#include <utility>
#include <vector>

#include "base/csv_cell.h"
#include "base/growing_text.h"
#include "base/json_text.h"
#include "base/threads.h"
#include "base/turns.h"
#include "model/licence.h"
#include "model/missing_reason.h"

namespace yokoten {
namespace {

constexpr std::size_t rows_of_piece = 2000;
constexpr std::size_t usual_row = 128;  // bytes, for which room is made

std::vector<ObservationRun> in_pieces(const DataSet& set) {
  std::vector<ObservationRun> pieces;
  for (const auto& [list, begin, end] : set.runs)
    for (std::size_t at = begin; at < end; at += rows_of_piece)
      pieces.push_back({list, at, std::min(at + rows_of_piece, end)});
  return pieces;
}

void append_json_row(std::string& out, const DataCells& cells) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    out.append(at == 0 ? "{\"" : ", \"").append(data_columns[at]).append("\": ");
    append_json_text(out, cells[at]);
  }
  out += '}';
}

}  // namespace

// Rows of CSV, in the order of data_columns. What many rows share is written once.
class CsvRows {
 public:
  CsvRows(const Publication& publication, const Areas& areas, const Cube& cube) {
    for (const Source& each : publication.sources) sources_.push_back(csv_cell(each.id));
    for (const Indicator& each : publication.indicators) {
      indicators_.push_back({csv_cell(each.id), ',' + csv_cell(each.unit) + ',', {}});
      indicators_.back().ends.push_back(indicators_.back().unit + ",,\n");
      for (const std::string& source : sources_)
        indicators_.back().ends.push_back(indicators_.back().unit + ",," + source + '\n');
    }
    for (int id = 0; id < areas.size(); ++id)
      areas_.push_back(',' + csv_cell(areas.at(id).code) + ',' + csv_cell(areas.at(id).name) + ',');
    for (int id = 0; id < cube.periods(); ++id)
      periods_.push_back(csv_cell(to_text(cube.period(id))));
    for (int id = 0; id < cube.breakdowns(); ++id)
      parts_.push_back(',' + csv_cell(cube.breakdown(id)));
  }

  void append(GrowingText& out, const Observation& seen) const {
    const OfIndicator& of_indicator = of(indicators_, seen.indicator);
    out.put(of_indicator.id);
    out.put(of(areas_, seen.area));
    out.put(of(periods_, seen.period));
    out.put(of(parts_, seen.breakdown));
    put_numbers(out, seen);
    if (seen.flags == 0 && seen.missing == Missing::none)
      out.put(of(of_indicator.ends, seen.source + 1));
    else
      out.put(marked_end(of_indicator, seen));
  }

 private:
  struct OfIndicator {
    std::string id, unit;           ///< the unit with its commas
    std::vector<std::string> ends;  ///< of rows with a plain value, from the unit on: by source + 1
  };

  std::string marked_end(const OfIndicator& of_indicator, const Observation& seen) const {
    std::string end = of_indicator.unit + flags_text(seen.flags);
    end.append(1, ',').append(to_text(missing_reason(seen))) += ',';
    if (seen.source >= 0) end += of(sources_, seen.source);
    return end + '\n';
  }

  // They have no text that could run: -3 is a figure, no formula.
  static void put_numbers(GrowingText& out, const Observation& seen) {
    char* end = out.room(5 * (decimal_room + 1));
    for (const auto& number : {seen.numerator.unnoted(), seen.denominator.unnoted(),
                               seen.value.unnoted(), seen.lower.unnoted(), seen.upper.unnoted()}) {
      *end++ = ',';
      if (number) end = put_text(end, trimmed(*number));
    }
    out.end_at(end);
  }

  template <typename What>
  static const What& of(const std::vector<What>& all, int number) {
    return all[static_cast<std::size_t>(number)];
  }

  std::vector<OfIndicator> indicators_;
  std::vector<std::string> areas_;  ///< code and name with their commas
  std::vector<std::string> periods_, parts_, sources_;
};

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
          std::string(to_text(missing_reason(seen))),
          seen.source < 0 ? "" : publication.sources[static_cast<std::size_t>(seen.source)].id};
}

FiguresCsv::FiguresCsv(const Publication& publication, const Areas& areas, const Cube& cube)
    : rows_(std::make_unique<CsvRows>(publication, areas, cube)) {}

FiguresCsv::~FiguresCsv() = default;

std::string FiguresCsv::head() {
  return fmt::format("{}{}\n", byte_order_mark, fmt::join(data_columns, ","));
}

std::string FiguresCsv::of(const DataSet& set) const {
  std::size_t rows = 1;
  for (const auto& run : set.runs) rows += run.size();
  GrowingText out(rows * usual_row);
  out.put(head());
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures()) rows_->append(out, seen);
  return out.take();
}

Pieces FiguresCsv::pieces_of(const DataSet& set) const {
  return [this, &set](const TakePiece& take) { return take(head()) && hand_over_rows(set, take); };
}

// Each piece is made by the next thread, while those before it are handed over.
bool FiguresCsv::hand_over_rows(const DataSet& set, const TakePiece& take) const {
  const std::vector<ObservationRun> pieces = in_pieces(set);
  Turns turns;
  std::atomic<bool> good{true};
  share_out(pieces.size(), [&](std::size_t number) {
    turns.in_turn(
        number, [&] { return good ? rows_of(pieces[number]) : std::string(); },
        [&](const std::string& piece) {
          if (good && !take(piece)) good = false;
        });
  });
  return good;
}

std::string FiguresCsv::rows_of(const ObservationRun& run) const {
  GrowingText rows(run.size() * usual_row);
  for (const Observation& seen : run.figures()) rows_->append(rows, seen);
  return rows.take();
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
  std::string_view between;
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures()) {
      append_json_row(out.append(between), data_cells(publication, areas, measured.cube, seen));
      between = ",\n";
    }
  return out + "\n]}\n";
}

}  // namespace yokoten
