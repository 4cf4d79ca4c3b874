#include "publish/data_sheets.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/lists.h"
#include "model/licence.h"
#include "model/missing_reason.h"
#include "model/words.h"
#include "publish/open_data.h"

namespace yokoten {
namespace {

constexpr std::array<Flag, 5> kFlags = {provisional, revised, corrected, bound, planned};
constexpr std::array<Missing, 6> kReasons = {Missing::not_published, Missing::not_applicable,
                                             Missing::not_reported,  Missing::not_set,
                                             Missing::suppressed,    Missing::unknown};

std::string reason_word(const Publication& publication, Missing missing) {
  if (missing == Missing::none) return {};
  if (missing == Missing::not_set) return word_of(publication, "state.no_value");
  return word_of(publication, "state." + std::string(to_text(missing)));
}

std::string flag_words(const Publication& publication, std::uint8_t flags) {
  std::string text;
  for (const Flag flag : kFlags)
    if ((flags & flag) != 0)
      text += (text.empty() ? "" : "、") + word_of(publication, "state." + flags_text(flag));
  return text;
}

// #,##0.0"%": the unit stands in the cell, the cell is a number.
std::string number_format(int decimals, const std::string& unit) {
  std::string format = "#,##0";
  if (decimals > 0) format += '.' + std::string(static_cast<std::size_t>(decimals), '0');
  std::string quoted = unit;
  std::erase_if(quoted, [](char letter) { return letter == '"' || letter == '\\'; });
  return quoted.empty() ? format : format + '"' + quoted + '"';
}

FigureCell text_cell(std::string text) { return {std::move(text), std::nullopt, {}}; }

// `decimals` below 0: all that the number has, since a rounded bound would claim too much.
FigureCell number_cell(const std::optional<Decimal>& value, int decimals, const std::string& unit) {
  if (!value) return {};
  const Decimal exact = trimmed(*value);
  return {to_text(exact), to_double(exact),
          number_format(decimals < 0 ? std::max(exact.scale, 0) : decimals, unit)};
}

std::vector<FigureCell> row_of(const Publication& publication, const Areas& areas, const Cube& cube,
                               const Observation& seen) {
  const Indicator& of = publication.indicators[static_cast<std::size_t>(seen.indicator)];
  const Area& area = areas.at(seen.area);
  return {text_cell(of.title),
          text_cell(area.code),
          text_cell(area.name),
          text_cell(to_text(cube.period(seen.period))),
          text_cell(cube.breakdown(seen.breakdown)),
          number_cell(seen.numerator, -1, {}),
          number_cell(seen.denominator, -1, {}),
          number_cell(seen.value, of.decimals, of.unit),
          number_cell(seen.lower, -1, of.unit),
          number_cell(seen.upper, -1, of.unit),
          text_cell(of.unit),
          text_cell(flag_words(publication, seen.flags)),
          text_cell(reason_word(publication, missing_reason(seen))),
          text_cell(seen.source < 0
                        ? std::string()
                        : publication.sources[static_cast<std::size_t>(seen.source)].title)};
}

std::string licence_text(const Publication& publication) {
  const Licence* licence = licence_of(publication.licence);
  if (licence == nullptr) return publication.licence;
  return fmt::format("{} {}", licence->title, licence->url);
}

std::vector<SheetNote> notes_of_words(const Publication& publication) {
  std::vector<SheetNote> notes;
  const auto heading = [&](const char* key) {
    notes.push_back({word_of(publication, key), {}, true});
  };
  heading("data.columns");
  for (const std::string_view column : data_columns) {
    const std::string name(column);
    notes.push_back(
        {word_of(publication, "column." + name), word_of(publication, "about_column." + name)});
  }
  heading("data.reasons");
  for (const Missing each : kReasons)
    notes.push_back({reason_word(publication, each),
                     word_of(publication, "about_state." + std::string(to_text(each)))});
  heading("data.flags");
  for (const Flag each : kFlags)
    notes.push_back(
        {flag_words(publication, each), word_of(publication, "about_state." + flags_text(each))});
  return notes;
}

// The corrections that went into the figures, in the order of corrections.toml.
void add_corrections(const Publication& publication, const CorrectedFigures& corrected,
                     const DataSet& set, DataSheets& sheets) {
  std::vector<const Correction*> told;
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures())
      if (const auto at = corrected.find(key_of(seen)); at != corrected.end())
        for (const Correction* each : at->second) add_new(told, each);
  if (told.empty()) return;
  std::sort(told.begin(), told.end());
  sheets.notes.push_back({word_of(publication, "data.corrections"), {}, true});
  for (const Correction* each : told) {
    const int source = publication.source(each->source);
    const std::string title =
        source < 0 ? each->source : publication.sources[static_cast<std::size_t>(source)].title;
    sheets.notes.push_back(
        {word_of(publication, "data.corrected_cell",
                 {title, std::to_string(each->row), each->column}),
         word_of(publication, "page.corrected_pair", {each->printed, each->corrected}) + ' ' +
             each->reason});
  }
}

}  // namespace

SheetWords::SheetWords(const Publication& publication) : notes(notes_of_words(publication)) {
  for (const std::string_view column : data_columns)
    heads.push_back(word_of(publication, "column." + std::string(column)));
}

DataSheets data_sheets(const Publication& publication, const Areas& areas, const Measured& measured,
                       const CorrectedFigures& corrected, const SheetWords& words,
                       const DataSet& set) {
  DataSheets sheets;
  sheets.heads = words.heads;
  for (const auto& run : set.runs)
    for (const Observation& seen : run.figures())
      sheets.rows.push_back(row_of(publication, areas, measured.cube, seen));
  const auto note = [&](const char* key, const std::string& text) {
    sheets.notes.push_back({word_of(publication, key), text});
  };
  note("data.title", set.title);
  note("data.publication", publication.title);
  note("label.publisher", publication.publisher);
  note("page.as_of_term", date_of(publication, publication.as_of));
  note("label.licence", licence_text(publication));
  note("data.credit_term", credit_line(publication, set));
  note("data.page", page_address(publication, set));
  note("data.exact",
       word_of(publication, "data.exact_text", {publication.base_url + set.path + ".csv"}));
  if (!publication.notice.empty()) note("page.source_note", publication.notice);
  sheets.notes.insert(sheets.notes.end(), words.notes.begin(), words.notes.end());
  add_corrections(publication, corrected, set, sheets);
  return sheets;
}

std::string fingerprint(const DataSheets& sheets) {
  std::string all = "1\n";  // of the form of the workbook: raise it when that changes
  const auto add = [&](const std::string& text) { all += text + '\x1f'; };
  for (const std::string& head : sheets.heads) add(head);
  for (const auto& row : sheets.rows)
    for (const FigureCell& cell : row) add(cell.text + '\x1e' + cell.format);
  for (const SheetNote& note : sheets.notes) add(note.term + '\x1e' + note.text);
  return sha256(all);
}

}  // namespace yokoten
