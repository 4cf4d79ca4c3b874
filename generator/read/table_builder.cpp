#include "read/table_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"
#include "model/heading_parts.h"
#include "model/report.h"
#include "read/table_room.h"

namespace yokoten {
namespace {

// A file that went wrong in one place often does in all; the rest is only counted.
constexpr int kShownWidths = 20;
constexpr std::size_t kMostUnits = 9, kMostLeftOut = 2'000;
constexpr std::size_t kLongestTitle = 300;  // bytes
constexpr std::string_view kNoHeading = "（見出しなし）";

bool is_empty_row(const TableBuilder::Cells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell.empty(); });
}

// A blank in a cell that looks empty is one that somebody left there.
bool is_blank_row(const TableBuilder::Cells& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return trimmed_text(cell).empty(); });
}

}  // namespace

TableBuilder::TableBuilder(const std::string& file, const TableForm& form,
                           const TableLimits& limits, Findings& findings)
    : file_(file),
      form_(form),
      limits_(limits),
      findings_(findings),
      plain_(form.skip.empty() && !form.range),
      first_column_(form.range ? form.range->first_column : 1) {}

TableBuilder::TableBuilder(const TableBuilder& begun, Findings& findings)
    : file_(begun.file_),
      form_(begun.form_),
      limits_(begun.limits_),
      findings_(findings),
      plain_(begun.plain_),
      first_column_(begun.first_column_),
      table_(begun.table_->without_rows()) {}

bool TableBuilder::take_over(const TableBuilder& other, int lines) {
  if (other.failed_) return false;
  table_->append(*other.table_, lines);
  return lack_of_room(*table_, limits_).en.empty();
}

void TableBuilder::error(Place place, std::string code, Message message) {
  report_error(findings_, std::move(place), std::move(code), std::move(message));
  failed_ = true;
}

bool TableBuilder::left_out(int row) const {
  if (plain_) return false;
  if (form_.range &&
      (row < form_.range->first_row || (form_.range->last_row != 0 && row > form_.range->last_row)))
    return true;
  return std::any_of(form_.skip.begin(), form_.skip.end(),
                     [&](const RowSpan& span) { return row >= span.first && row <= span.last; });
}

// A row of words right above two with a number, none of which are read, is where another table
// begins. A number in a single row is one of a footnote, as a telephone's or a date is none.
void TableBuilder::look_for_table(const Cells& cells, int row) {
  const auto filled = cells.size() - static_cast<std::size_t>(std::ranges::count(cells, ""));
  const bool number = std::ranges::any_of(
      cells, [](std::string_view cell) { return parse_decimal(cell).has_value(); });
  if (filled > 1 && !number) {
    words_above_ = row;
    numbers_below_ = 0;
  } else if (filled < 2 || row != words_above_ + numbers_below_ + 1) {
    words_above_ = 0;
  } else if (++numbers_below_ == 2 && table_ && words_above_ > 0) {
    table_->add_other_table(words_above_);
  }
}

// A few of them: a file may hold as many as it has rows.
void TableBuilder::keep_left_out(const Cells& cells, int row) {
  if (!table_ || hand_on_ || table_->left_out().size() >= kMostLeftOut) return;
  const bool number = std::ranges::any_of(cells, [](std::string_view cell) {
    return !cell.empty() && cell.find_first_of("0123456789") != std::string_view::npos;
  });
  if (!number) return;
  cut(cells);
  const auto columns = static_cast<std::size_t>(table_->columns());
  LeftOutRow kept{row, {}};
  for (std::size_t at = 0; at < columns; ++at)
    kept.cells.emplace_back(at < cut_.size() ? cut_[at].substr(0, kLongestTitle)
                                             : std::string_view());
  table_->add_left_out(std::move(kept));
}

// （単位：千人） above the headings, whose figures are all in it unless they say otherwise.
void TableBuilder::look_for_unit(const Cells& cells, int row) {
  constexpr std::string_view kUnit = "単位";
  for (std::size_t at = 0; at < cells.size() && units_above_.size() < kMostUnits; ++at)
    if (cells[at].size() <= kLongestTitle && cells[at].find(kUnit) != std::string_view::npos)
      units_above_.push_back({std::string(cells[at]), {file_, row, static_cast<int>(at) + 1}});
}

// The cells of the range; cells that the row does not have are empty.
void TableBuilder::cut(const Cells& cells) {
  if (!form_.range) {
    cut_ = cells;
    return;
  }
  const auto first = static_cast<std::size_t>(form_.range->first_column - 1);
  const int last = form_.range->last_column;
  const std::size_t end =
      last == 0 ? std::max(cells.size(), first) : static_cast<std::size_t>(last);
  cut_.clear();
  for (std::size_t at = first; at < end; ++at)
    cut_.push_back(at < cells.size() ? cells[at] : std::string_view());
}

bool TableBuilder::is_header(int row) const {
  return std::find(form_.header.begin(), form_.header.end(), row) != form_.header.end();
}

void TableBuilder::take_header(int row) {
  HeaderRow& taken = header_rows_.emplace_back();
  taken.carries = !merged_headings_.contains(row);
  for (std::size_t at = 0; at < cut_.size(); ++at) {
    const std::string_view text = trimmed_text(cut_[at]);
    taken.cells.emplace_back(text);
    if (text.size() != cut_[at].size()) spaced_headings_.insert(static_cast<int>(at));
  }
  if (row == form_.header.back()) begin();
}

TableBuilder::Headings TableBuilder::headings() const {
  std::size_t width = 0;
  for (const HeaderRow& each : header_rows_) width = std::max(width, each.cells.size());
  Headings joined(width);
  for (std::size_t at = 0; at < header_rows_.size(); ++at) {
    const auto& cells = header_rows_[at].cells;
    const bool carries = header_rows_[at].carries && at + 1 < header_rows_.size();
    std::string left;
    for (std::size_t column = 0; column < width; ++column) {
      const std::string own = column < cells.size() ? cells[column] : std::string();
      const std::string part = own.empty() && carries ? left : own;
      left = part;
      std::string& heading = joined[column];
      if (part.empty() || heading == part) continue;
      if (heading.ends_with(std::string(heading_joint) + part)) continue;
      heading += (heading.empty() ? "" : std::string(heading_joint)) + part;
    }
  }
  return joined;
}

// Of a table with an empty corner: its first column has to have a name for sources.toml.
void TableBuilder::name_corner(Headings& headings) {
  const bool has_others = std::any_of(headings.begin(), headings.end(),
                                      [](const std::string& each) { return !each.empty(); });
  if (!has_others || !headings.front().empty()) return;
  headings.front() = kNoHeading;
  add_finding(
      findings_, Level::note, {file_, form_.header.back(), first_column_}, "table.corner",
      {fmt::format("左端の見出しが空なので「{0}」と呼びます。area = \"{0}\" のように書けます",
                   kNoHeading),
       fmt::format("the first heading is empty; the column is called {0}, as in area = \"{0}\"",
                   kNoHeading)});
}

void TableBuilder::check(const Headings& headings) {
  const int row = form_.header.back();
  for (std::size_t at = 0; at < headings.size(); ++at) {
    const Place place{file_, row, first_column_ + static_cast<int>(at)};
    const std::string& heading = headings[at];
    if (heading.empty()) {
      error(
          place, "table.heading",
          {fmt::format("見出しが空です。{}行目のすべての列に見出しが要ります。要らない列は range で"
                       "外せます",
                       row),
           fmt::format("empty heading; every column needs one in row {}, or is left out by range",
                       row)});
      continue;
    }
    const auto first = std::find(headings.begin(), headings.end(), heading);
    const auto same = static_cast<std::size_t>(first - headings.begin());
    if (same == at) continue;
    const int column = first_column_ + static_cast<int>(same);
    error(
        place, "table.heading",
        {fmt::format("見出し「{}」は{}列目にもあります。元の表の見出しを書き分けるか、要らない列を "
                     "range で外してください",
                     heading, column),
         fmt::format("heading {} stands in column {} too; give them different headings, or leave "
                     "one out by range",
                     heading, column)});
  }
}

// A single heading that holds what other programs put between cells.
void TableBuilder::check_separator(const std::string& heading) {
  const std::size_t at = heading.find_first_of("\t;");
  if (at == std::string::npos) return;
  const bool tab = heading[at] == '\t';
  error({file_, form_.header.back(), 1}, "table.separator",
        tab ? Message{"セルの区切りがタブのようです。形式をtsvとしてください",
                      "the cells seem to be separated by tabs; say that the format is tsv"}
            : Message{"セルの区切りがセミコロンのようです。コンマ区切りで保存し直してください",
                      "the cells seem to be separated by semicolons; save them with commas"});
}

// The next row stands for headings that are not there, so that what follows can be read.
void TableBuilder::begin_without_header() {
  const int row = form_.header.back();
  error({file_, row, 1}, "table.heading",
        {fmt::format("{}行目が空です。そこに見出しが要ります", row),
         fmt::format("row {} is empty; it must hold the headings", row)});
  header_rows_.push_back({{cut_.begin(), cut_.end()}, true});
  begin();
}

void TableBuilder::begin() {
  Headings found = headings();
  if (endless_)
    while (!found.empty() && found.back().empty()) found.pop_back();
  name_corner(found);
  check(found);
  if (found.size() == 1) check_separator(found[0]);
  table_ = Table(file_, found, {form_.header.back(), first_column_});
  for (const int column : spaced_headings_) table_->set_spaced_heading(column);
  for (UnitAbove& unit : units_above_) table_->add_unit_above(std::move(unit));
}

void TableBuilder::report_width(std::size_t cells, int row) {
  if (++wrong_widths_ > kShownWidths) return;
  const auto wanted = static_cast<std::size_t>(table_->columns());
  const int column = first_column_ + static_cast<int>(std::min(cells, wanted));
  Message message{fmt::format("セルが{}個あります。見出しは{}個です", cells, wanted),
                  fmt::format("{} cells, but {} headings", cells, wanted)};
  // Titles stand above the headings in most tables that offices send.
  if (wrong_widths_ == 1 && wanted == 1) {
    message.ja += fmt::format("。見出しがこの行なら、header = {}としてください", row);
    message.en += fmt::format("; if the headings are in this row, say header = {}", row);
  }
  error({file_, row, column}, "table.width", std::move(message));
}

void TableBuilder::report_more_widths() {
  if (wrong_widths_ <= kShownWidths) return;
  const int more = wrong_widths_ - kShownWidths;
  error({file_, 0, 0}, "table.width",
        {fmt::format("セルの数が見出しと合わない行がほかに{}行あります", more),
         fmt::format("{} more rows do not have as many cells as headings", more)});
}

// What comes behind the first row too many is not kept.
void TableBuilder::add(const Cells& cells, int row) {
  if (hand_on_) return hand_on_(cells, row);
  if (full_) return;
  table_->add_row(cells, row);
  Message lack = lack_of_room(*table_, limits_);
  full_ = !lack.en.empty();
  if (full_) error({file_, row, 0}, "table.limit", std::move(lack));
}

void TableBuilder::take(const Cells& cells, int row) {
  if (table_ && plain_) {
    if (cells.size() != static_cast<std::size_t>(table_->columns()))
      return report_width(cells.size(), row);
    if (!hand_on_ && is_blank_row(cells)) return;
    return add(cells, row);
  }
  if (row < form_.header.front()) look_for_unit(cells, row);
  if (left_out(row)) {
    keep_left_out(cells, row);
    return look_for_table(cells, row);
  }
  cut(cells);
  if (!table_) {
    if (is_header(row)) return take_header(row);
    if (row < form_.header.back()) return;  // titles above the headings
    return begin_without_header();
  }
  if (hand_on_ ? is_empty_row(cut_) : is_blank_row(cut_)) return;
  if (cut_.size() != static_cast<std::size_t>(table_->columns()))
    return report_width(cut_.size(), row);
  add(cut_, row);
}

void TableBuilder::take_endless(const Cells& cells, int row) {
  endless_ = true;
  padded_ = cells;
  while (!padded_.empty() && padded_.back().empty()) padded_.pop_back();
  if (padded_.empty()) return;
  if (table_ && !form_.range)
    padded_.resize(std::max(padded_.size(), static_cast<std::size_t>(table_->columns())));
  take(padded_, row);
}

std::optional<Table> TableBuilder::made() {
  report_more_widths();
  if (!table_ && !failed_)
    error({file_, 0, 0}, "table.empty",
          header_rows_.empty() && form_.header != std::vector<int>{1}
              ? Message{fmt::format("{}行目より前で表が終わっています", form_.header.front()),
                        fmt::format("the table ends before row {}", form_.header.front())}
              : Message{"表が空です", "the table is empty"});
  return failed_ ? std::nullopt : std::move(table_);
}

}  // namespace yokoten
