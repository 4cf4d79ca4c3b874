#include "model/measured.h"

#include <algorithm>
#include <tuple>

#include "model/figure_reads.h"

namespace yokoten {
namespace {

constexpr std::string_view narrow_blanks = " \t\r\n", wide_blank = "\u3000";

std::size_t size_of_blank(std::string_view text) {
  if (narrow_blanks.find(text.front()) != text.npos) return 1;
  return text.starts_with(wide_blank) ? wide_blank.size() : 0;
}

// 合　計, set apart for the looks or on two lines, is 合計.
bool is_spaced_out(std::string_view cell, std::string_view value) {
  if (cell.find_first_of(narrow_blanks) == cell.npos && cell.find(wide_blank) == cell.npos)
    return false;
  std::string tight;
  while (!cell.empty()) {
    const std::size_t blank = size_of_blank(cell);
    if (blank == 0) tight += cell.front();
    cell.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return tight == value;
}

bool applies(const std::optional<RowRule>& rule, const Source& source, const Table& table,
             int row) {
  if (!rule) return false;
  const auto column = table.column(rule->column.empty() ? source.area_column : rule->column);
  if (!column) return false;
  const std::string_view cell = table.cell(row, *column);
  return std::ranges::any_of(rule->values, [&](const std::string& value) {
    return cell == value || is_spaced_out(cell, value);
  });
}

bool has_part(const Parts& parts, const std::string& key, const std::vector<std::string>& codes) {
  return std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
    return part.first == key && std::find(codes.begin(), codes.end(), part.second) != codes.end();
  });
}

template <typename Take>
void each_of_area(const Facts& facts, int area, const Take& take) {
  for (std::size_t block = 0; block < facts.blocks(); ++block) {
    if (!facts.may_be_of_area(block, area)) continue;
    for (const Fact& fact : facts.of_block(block))
      if (fact.area == area) take(fact);
  }
}

}  // namespace

bool selects(const Term& term, const Parts& parts) {
  return std::all_of(term.where.begin(), term.where.end(), [&](const Selection& selection) {
    return has_part(parts, selection.key, selection.codes);
  });
}

bool lies_in(const Parts& parts, const Parts& whole) {
  return std::all_of(whole.begin(), whole.end(),
                     [&](const auto& part) { return has_part(parts, part.first, {part.second}); });
}

std::vector<Fact> facts_behind(const Measured& measured, const Observation& seen, const Term& term,
                               int source, bool parted) {
  read_notes::add_more();
  const int measure = measured.measure(term.measure);
  const Parts& own = measured.parts[static_cast<std::size_t>(seen.breakdown)];
  std::vector<Fact> found, totals;
  each_of_area(measured.facts, seen.area, [&](const Fact& fact) {
    if (fact.source != source || fact.measure != measure || fact.period != seen.period) return;
    const Parts& parts = measured.parts[static_cast<std::size_t>(fact.breakdown)];
    if (selects(term, parts) && (!parted || lies_in(parts, own)))
      (fact.total ? totals : found).push_back(fact);
  });
  return found.empty() ? totals : found;
}

RowRole row_role(const Source& source, const Table& table, int row) {
  if (applies(source.total_row, source, table, row)) return RowRole::total;
  return applies(source.of_which, source, table, row) ? RowRole::part : RowRole::counted;
}

int Measured::measure(std::string_view name) const {
  const auto at = std::find(measures.begin(), measures.end(), name);
  return at == measures.end() ? -1 : static_cast<int>(at - measures.begin());
}

int Measured::breakdown_id(const Parts& wanted) {
  std::string text;
  for (const auto& [key, code] : wanted) {
    if (!text.empty()) text += ';';
    text += key + '=' + code;
  }
  const int id = cube.breakdown_id(text);
  if (static_cast<std::size_t>(id) >= parts.size()) parts.resize(static_cast<std::size_t>(id) + 1);
  parts[static_cast<std::size_t>(id)] = wanted;
  return id;
}

const Remainder* Measured::remainder(int indicator, int area, int period) const {
  read_notes::add_more();
  const auto wanted = std::tuple(indicator, period, area);
  const auto at = std::lower_bound(
      remainders.begin(), remainders.end(), wanted, [](const Remainder& each, const auto& key) {
        return std::tuple(each.indicator, each.period, each.area) < key;
      });
  const bool found =
      at != remainders.end() && std::tuple(at->indicator, at->period, at->area) == wanted;
  return found ? &*at : nullptr;
}

}  // namespace yokoten
