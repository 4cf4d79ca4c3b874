#include "read/table_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace yokoten {
namespace {

constexpr int kMostRows = 5'000'000;
constexpr int kMostColumns = 16'384;

constexpr std::array<std::pair<std::string_view, TableFormat>, 7> kFormats = {
    {{"csv", TableFormat::csv},
     {"tsv", TableFormat::tsv},
     {"xlsx", TableFormat::xlsx},
     {"ods", TableFormat::ods},
     {"json", TableFormat::json},
     {"estat", TableFormat::estat},
     {"sdmx-csv", TableFormat::sdmx_csv}}};

std::optional<int> row_number(std::string_view text) {
  int row = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
  if (error != std::errc() || end != text.data() + text.size() || row < 1 || row > kMostRows)
    return std::nullopt;
  return row;
}

std::optional<RowSpan> row_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = row_number(text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos) return RowSpan{*first, *first};
  if (dash + 1 == text.size()) return RowSpan{*first, kMostRows};
  const auto last = row_number(text.substr(dash + 1));
  if (!last || *last < *first) return std::nullopt;
  return RowSpan{*first, *last};
}

struct Corner {
  int row = 0, column = 0;
};

// `AB12`; without digits the row is 0.
std::optional<Corner> corner(std::string_view text) {
  Corner at;
  while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z' && at.column <= kMostColumns) {
    at.column = at.column * 26 + (text.front() - 'A' + 1);
    text.remove_prefix(1);
  }
  if (at.column < 1 || at.column > kMostColumns) return std::nullopt;
  if (text.empty()) return at;
  const auto row = row_number(text);
  if (!row) return std::nullopt;
  at.row = *row;
  return at;
}

}  // namespace

std::optional<TableFormat> format_named(std::string_view word) {
  for (const auto& [name, format] : kFormats)
    if (name == word) return format;
  return std::nullopt;
}

std::string_view name_of(TableFormat format) {
  return std::find_if(kFormats.begin(), kFormats.end(),
                      [&](const auto& named) { return named.second == format; })
      ->first;
}

const std::vector<std::string>& format_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all;
    for (const auto& [name, format] : kFormats) all.emplace_back(name);
    return all;
  }();
  return words;
}

std::optional<std::vector<RowSpan>> row_spans(std::string_view text) {
  std::vector<RowSpan> spans;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto span = row_span(text.substr(0, comma));
    if (!span) return std::nullopt;
    spans.push_back(*span);
    if (comma == std::string_view::npos) return spans;
    text.remove_prefix(comma + 1);
  }
}

std::optional<TableRange> table_range(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = corner(text.substr(0, colon));
  if (!first || first->row == 0) return std::nullopt;
  TableRange range{first->row, first->column, 0, 0};
  if (colon == std::string_view::npos) return range;
  const auto last = corner(text.substr(colon + 1));
  if (!last || last->column < first->column || (last->row != 0 && last->row < first->row))
    return std::nullopt;
  range.last_row = last->row;
  range.last_column = last->column;
  return range;
}

std::optional<FormConflict> conflict_of(const TableForm& form) {
  if (form.header.empty()) return std::nullopt;
  const int first = form.header.front(), last = form.header.back();
  const bool below = form.range && form.range->last_row != 0 && last >= form.range->last_row;
  if (form.range && (first < form.range->first_row || below))
    return FormConflict{
        "range",
        {fmt::format("見出しの{}行目がrangeの中にありません。headerをrangeの中の行にしてください",
                     below ? last : first),
         fmt::format("the headings in row {} are not in range; say in header which row of the "
                     "range holds them",
                     below ? last : first)}};
  for (const RowSpan& span : form.skip)
    for (const int row : form.header)
      if (span.first <= row && row <= span.last)
        return FormConflict{"skip",
                            {fmt::format("skipが見出しの{}行目を含みます", row),
                             fmt::format("skip leaves out row {}, which holds headings", row)}};
  return std::nullopt;
}

std::string to_words(const TableForm& form) {
  std::string words = form.format ? std::string(name_of(*form.format)) : "";
  words += form.encoding ? ' ' + std::string(name_of(*form.encoding)) : "";
  words += fmt::format(" {} {} {}", fmt::join(form.header, ","), form.sheet, form.rows_at);
  for (const RowSpan& span : form.skip) words += fmt::format(" {}-{}", span.first, span.last);
  if (form.range)
    words += fmt::format(" {}:{}:{}:{}", form.range->first_row, form.range->first_column,
                         form.range->last_row, form.range->last_column);
  return words;
}

}  // namespace yokoten
