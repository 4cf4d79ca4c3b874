#include "check/percent_fractions.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/cell_number.h"
#include "model/heading_parts.h"
#include "model/unit_words.h"

namespace yokoten {
namespace {

// Of one or two rates any may be that small.
constexpr int kFewestFractions = 3;

bool is_percent(const std::optional<KnownUnit>& unit) {
  return unit && unit->kind == UnitKind::share && !contradict(*unit, *known_unit("%"));
}

// 高齢化率（％）, 高齢化率／％.
bool is_in_percent(const std::string& heading) {
  return is_percent(unit_of_heading(heading)) ||
         is_percent(known_unit(heading_parts(heading).back()));
}

/// The columns of one source that hold percents, as they are said to.
class PercentColumns {
 public:
  PercentColumns(const Subject& subject, int number)
      : subject_(subject), source_(subject.source(number)), table_(subject.table(number)) {
    for (const auto& [measure, heading] : source_.measures) add(measure, heading);
    for (const Unpivot& unpivot : source_.unpivots)
      for (const auto& [heading, meaning] : unpivot.columns) add(unpivot.measure, heading);
  }

  void check() const {
    std::set<int> told;
    for (const auto& [measure, columns] : columns_) check_measure(columns, told);
  }

 private:
  void add(const std::string& measure, const std::string& heading) {
    const auto column = table_.column(heading);
    if (column && (is_in_percent(heading) || is_taken_as_percent(measure)))
      columns_[measure].insert(*column);
  }

  // One measure in many columns, of years or of parts, has one mistake.
  void check_measure(const std::set<int>& columns, std::set<int>& told) const {
    std::vector<std::pair<int, Decimal>> found;
    for (const int column : columns) {
      const auto largest = largest_fraction(column);
      if (largest && told.insert(column).second) found.emplace_back(column, *largest);
    }
    if (!found.empty()) report(found.front().first, found.front().second, found.size() - 1);
  }

  bool is_taken_as_percent(const std::string& measure) const {
    for (const Indicator& indicator : subject_.publication.indicators)
      if (indicator.kind == IndicatorKind::count && takes_from(indicator, source_.id) &&
          indicator.numerator.measure == measure && is_percent(known_unit(indicator.unit)))
        return true;
    return false;
  }

  // Empty where a figure is above 1, has a unit of its own, or can't be read.
  std::optional<Decimal> largest_fraction(int column) const {
    Decimal largest;
    int figures = 0;
    for (int row = 0; row < table_.rows(); ++row) {
      const auto read = read_number(table_.cell(row, column), source_);
      if (!read || !read->counter.empty()) return std::nullopt;
      if (!read->value) continue;
      if (compare(*read->value, {0, 0}) < 0 || compare(*read->value, {1, 0}) > 0)
        return std::nullopt;
      if (compare(*read->value, largest) > 0) largest = *read->value;
      ++figures;
    }
    return figures >= kFewestFractions && largest.mantissa > 0 ? std::optional(largest)
                                                               : std::nullopt;
  }

  void report(int column, Decimal largest, std::size_t others) const {
    const Message more = others == 0 ? Message{}
                                     : Message{fmt::format("（ほか{}列も同じ）", others),
                                               fmt::format(" ({} more columns are alike)", others)};
    const std::string& heading = table_.header()[static_cast<std::size_t>(column)];
    const std::string shown = to_shown(largest);
    const std::string meant =
        to_shown(trimmed(quotient(largest, {1, 0}, value_places, 100).value_or(largest)));
    subject_.warning(
        table_.heading_place(column), "percent.fraction",
        {fmt::format(
             "列「{0}」の単位は%ですが、値はどれも1以下で、%の付いたセルもありません（最大 "
             "{1}）。{1} が {2}% のことなら、100倍した値か、%の付いた値の表に替えてください。"
             "このままでは {1}% として載ります。ほんとうに1%以下の率なら、[source.check] に "
             "\"percent.fraction\" = \"off\" と書いてください{3}",
             heading, shown, meant, more.ja),
         fmt::format("column {0} is in %, but no figure of it is above 1 and none has a percent "
                     "sign (the largest is {1}); if {1} means {2}%, put a table in its place that "
                     "has 100 times these figures, or percent signs: as it is, {1}% is published; "
                     "if rates are that small, write \"percent.fraction\" = \"off\" under "
                     "[source.check]{3}",
                     heading, shown, meant, more.en)});
  }

  const Subject& subject_;
  const Source& source_;
  const Table& table_;
  std::map<std::string, std::set<int>> columns_;  ///< by measure
};

}  // namespace

void check_percent_fractions(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number)) PercentColumns(subject, number).check();
}

}  // namespace yokoten
