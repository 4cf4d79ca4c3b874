#include "command/table_proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/disk.h"
#include "base/hash.h"
#include "base/text.h"
#include "measure/resolve.h"
#include "model/cell_number.h"
#include "model/period_words.h"
#include "model/provenance.h"
#include "read/areas.h"
#include "read/table_file.h"
#include "read/workbook_names.h"

namespace yokoten {
namespace {

constexpr double kMostCells = 0.8;  // of a column's filled cells decide what it is
constexpr int kFewSymbols = 5;      // different texts among numbers that may be a legend
constexpr std::string_view kTotals[] = {"合計", "計", "総計", "総数", "全国", "全国計"};

bool is_total(std::string_view cell) {
  const std::string text = folded(cell);
  return std::find(std::begin(kTotals), std::end(kTotals), text) != std::end(kTotals);
}

/// What the columns of a table seem to be.
struct Guess {
  int area = -1;
  int prefecture = -1;  // the column beside it that names the prefecture
  AreaLevel level = AreaLevel::prefecture;
  std::string home;   // the prefecture whose municipalities stand there without its name
  std::string total;  // cell of the area column in a row of totals
  int period_column = -1;
  std::optional<Period> period;  // that the titles say
  std::vector<int> numbers;
  std::set<std::string> symbols;  // texts among numbers
};

// Short numbers are counts or places before they are codes.
bool is_short_number(std::string_view cell) {
  return cell.size() < 5 && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

bool names_area(const Areas& areas, std::string_view cell, AreaLevel level,
                const std::string& home = {}) {
  if (is_short_number(cell)) return false;
  Source source;
  source.level = level;
  source.home = home;
  return resolve_area(areas, source, {}, cell).area != Areas::none;
}

// Of the filled cells of a column those that `accepts(cell, row)`.
double share(const Table& table, int column, auto accepts) {
  int filled = 0, good = 0;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view cell = trimmed_text(table.cell(row, column));
    if (cell.empty() || is_total(cell)) continue;
    ++filled;
    good += accepts(cell, row) ? 1 : 0;
  }
  return filled == 0 ? 0 : static_cast<double>(good) / filled;
}

// A column of municipalities beside that of their prefectures.
void find_municipality(const Table& table, const Areas& areas, Guess& guess) {
  if (guess.area < 0 || guess.level != AreaLevel::prefecture) return;
  Source source;
  source.level = AreaLevel::municipality;
  source.prefecture_column = table.header()[static_cast<std::size_t>(guess.area)];
  for (int column = 0; column < table.columns(); ++column) {
    const double named = share(table, column, [&](std::string_view cell, int row) {
      return !is_short_number(cell) &&
             resolve_area(areas, source, table.cell(row, guess.area), cell).area != Areas::none;
    });
    if (column == guess.area || named < kMostCells) continue;
    guess.prefecture = guess.area;
    guess.area = column;
    guess.level = AreaLevel::municipality;
    return;
  }
}

// A column of municipalities without their prefecture, as a prefecture's own tables have it. Where
// the first name is not that of a prefecture's, the others are not looked at.
void find_own_municipalities(const Table& table, const Areas& areas, Guess& guess) {
  double most = kMostCells;
  for (int column = 0; column < table.columns() && guess.area < 0; ++column)
    for (const int prefecture : areas.prefectures()) {
      const std::string& home = areas.at(prefecture).name;
      const auto names = [&](std::string_view cell, int) {
        return names_area(areas, cell, AreaLevel::municipality, home);
      };
      if (table.rows() == 0 || !names(trimmed_text(table.cell(0, column)), 0)) continue;
      const double named = share(table, column, names);
      if (named < most || (named == most && !guess.home.empty())) continue;
      most = named;
      guess.area = column;
      guess.level = AreaLevel::municipality;
      guess.home = home;
    }
}

void find_area(const Table& table, const Areas& areas, Guess& guess) {
  for (const AreaLevel level : {AreaLevel::prefecture, AreaLevel::municipality})
    for (int column = 0; column < table.columns() && guess.area < 0; ++column)
      if (share(table, column, [&](auto cell, int) { return names_area(areas, cell, level); }) >=
          kMostCells) {
        guess.area = column;
        guess.level = level;
      }
  find_municipality(table, areas, guess);
  if (guess.area < 0) find_own_municipalities(table, areas, guess);
  for (int row = 0; guess.area >= 0 && row < table.rows(); ++row)
    if (is_total(table.cell(row, guess.area)))
      guess.total = trimmed_text(table.cell(row, guess.area));
}

// Numbers alone may be years, days of a spreadsheet or anything else.
bool says_period(std::string_view cell, int) {
  return cell.find_first_not_of("0123456789") != std::string_view::npos &&
         period_of_cell(cell).has_value();
}

// The one period that the titles say, between brackets and blanks.
std::optional<Period> period_of_titles(const std::vector<std::string>& titles) {
  std::optional<Period> found;
  for (const std::string& title : titles) {
    std::string text = folded(title);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(" ()[]:,"), text.size());
      const std::string piece = text.substr(0, end);
      text.erase(0, end + 1);
      if (!says_period(piece, 0)) continue;
      const auto period = period_of_cell(piece);
      if (found && *found != *period) return std::nullopt;
      found = period;
    }
  }
  return found;
}

void find_period(const ReadTable& read, Guess& guess) {
  for (int column = 0; column < read.table.columns() && guess.period_column < 0; ++column)
    if (column != guess.area && share(read.table, column, says_period) >= kMostCells)
      guess.period_column = column;
  if (guess.period_column < 0) guess.period = period_of_titles(read.titles);
}

// The first that says more than a unit or a date.
std::string title_of(const std::vector<std::string>& titles) {
  for (const std::string& title : titles) {
    std::string text = folded(title);
    const bool is_unit = text.find("単位") != std::string::npos;
    std::erase_if(text, [](char letter) { return letter == '(' || letter == ')'; });
    if (!is_unit && !period_of_cell(text)) return title;
  }
  return {};
}

bool is_number(std::string_view cell) { return read_number(cell, Source{}).has_value(); }
bool is_number_in_row(std::string_view cell, int) { return is_number(cell); }

void find_numbers(const Table& table, Guess& guess) {
  for (int column = 0; column < table.columns(); ++column) {
    if (column == guess.area || column == guess.prefecture || column == guess.period_column ||
        share(table, column, is_number_in_row) < kMostCells)
      continue;
    guess.numbers.push_back(column);
    for (int row = 0; row < table.rows(); ++row) {
      const std::string_view cell = trimmed_text(table.cell(row, column));
      if (!cell.empty() && !is_number(cell)) guess.symbols.emplace(cell);
    }
  }
}

std::string id_of(const std::string& file) {
  std::string id;
  for (const char c : std::filesystem::path(file).stem().string()) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || capital;
    if (known)
      id += capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "source" : id;
}

void print_form(const TableForm& form, Encoding encoding) {
  if (form.format) fmt::print("format = {}\n", toml_text(name_of(*form.format)));
  if (!form.sheet.empty()) fmt::print("sheet = {}\n", toml_text(form.sheet));
  if (encoding != Encoding::utf8) {
    fmt::print("encoding = {}\n", toml_text(word_of(encoding)));
  }
  if (form.header.size() > 1)
    fmt::print("header = [{}]\n", fmt::join(form.header, ", "));
  else if (form.header != std::vector<int>{1})
    fmt::print("header = {}\n", form.header.front());
  if (!form.skip.empty()) {
    std::vector<std::string> spans;
    for (const RowSpan& span : form.skip)
      spans.push_back(span.last >= 5'000'000 ? fmt::format("\"{}-\"", span.first)
                                             : fmt::format("\"{}-{}\"", span.first, span.last));
    fmt::print("skip = [{}]\n", fmt::join(spans, ", "));
  }
  if (form.range) {
    const TableRange& range = *form.range;
    fmt::print("range = \"{}", cell_name(range.first_row, range.first_column));
    if (range.last_column != 0) fmt::print(":{}", cell_name(range.last_row, range.last_column));
    fmt::print("\"\n");
  }
  if (!form.rows_at.empty()) fmt::print("rows_at = {}\n", toml_text(form.rows_at));
}

// A spreadsheet has none of its own.
Encoding encoding_of(std::string_view bytes, const std::string& file, const TableForm& form) {
  if (is_spreadsheet(form.format.value_or(format_of_name(file).value_or(TableFormat::csv))))
    return Encoding::utf8;
  return settled_encoding(bytes, form.encoding).value_or(Encoding::utf8);
}

void print_columns(const Table& table, const Guess& guess) {
  const auto heading = [&](int column) {
    return toml_text(table.header()[static_cast<std::size_t>(column)]);
  };
  if (guess.prefecture >= 0) {
    fmt::print("area = {{ prefecture = {}, municipality = {} }}\n", heading(guess.prefecture),
               heading(guess.area));
  } else if (guess.area >= 0) {
    fmt::print("area = {}\n", heading(guess.area));
    fmt::print("level = \"{}\"",
               guess.level == AreaLevel::prefecture ? "prefecture" : "municipality");
    fmt::print(
        fmt::runtime(
            guess.home.empty()
                ? "\n"
                : " # {}の市町村名とみました。publication.toml の prefecture が同じであること\n"),
        guess.home);
  } else {
    fmt::print("area = \"\"            # 地域の列の見出し\n");
  }
  if (guess.period_column >= 0)
    fmt::print("period = {}   # 時点の列。確かめる\n", heading(guess.period_column));
  else if (guess.period)
    fmt::print("period = \"{}\" # 題にあった時点。確かめる\n", to_text(*guess.period));
  else
    fmt::print("period = \"\"          # 数値の時点（2024-09-13、2024FY）か、時点の列の見出し\n");
  if (!guess.total.empty()) fmt::print("total_row = {}\n", toml_text(guess.total));
  if (guess.numbers.empty()) return;
  fmt::print("\n[source.columns]       # 左は数値の呼び名（a-z、0-9、_）。付け直す\n");
  int number = 0;
  for (const int column : guess.numbers) fmt::print("value{} = {}\n", ++number, heading(column));
  if (guess.symbols.empty() || guess.symbols.size() > kFewSymbols) return;
  fmt::print("\n[source.symbols]       # 表の凡例で確かめる\n");
  for (const std::string& symbol : guess.symbols)
    fmt::print("{} = \"unknown\"\n", toml_text(symbol));
}

}  // namespace

int print_proposal(const Surroundings& surroundings, const ReadTable& read) {
  RealDisk disk;
  Findings findings;
  const auto areas = read_areas(disk, surroundings.home + "/data/areas", findings);
  for (const Finding& finding : findings)
    fmt::print(stderr, "{}\n", to_line(finding, surroundings.language));
  if (!areas) return failed;
  Guess guess;
  find_area(read.table, *areas, guess);
  find_period(read, guess);
  find_numbers(read.table, guess);
  const std::string name = std::filesystem::path(read.file).filename().string();
  fmt::print("[[source]]\nid = {}\ntitle = {:<12} # 資料の題名\n", toml_text(id_of(name)),
             toml_text(title_of(read.titles)));
  fmt::print("publisher = \"\"       # 発行者\ndocument = \"\"        # 載っている文書\n");
  fmt::print("url = {}\nsha256 = \"{}\"\n", toml_text("file:raw/" + name), sha256(read.bytes));
  print_form(read.form, encoding_of(read.bytes, read.file, read.form));
  print_columns(read.table, guess);
  return fine;
}

}  // namespace yokoten
