#include "read/nearly_kept_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "base/excerpt.h"
#include "base/text.h"
#include "model/report.h"
#include "read/grouped_rows.h"

namespace yokoten {
namespace {

constexpr std::size_t kMostKnown = 10'000;  // texts of a column

/// The cells of one column that a rule asks for or leaves out; each text is looked at once.
class RuledColumn {
 public:
  RuledColumn(const Table& table, int column, const RowRule& rule)
      : table_(table), column_(column), rule_(rule) {}

  void check(Findings& findings) {
    for (int row = 0; row < table_.rows(); ++row) {
      const std::string_view cell = table_.cell(row, column_);
      if (cell == last_) continue;
      last_ = cell;
      if (known_.contains(cell)) continue;
      if (known_.size() < kMostKnown) known_.emplace(cell);
      if (const auto* value = nearly_meant(cell)) report(row, cell, *value, findings);
    }
  }

 private:
  // What is asked for and looks like the cell; nullptr where that is asked for itself.
  const std::string* nearly_meant(std::string_view cell) const {
    if (fits(cell, rule_)) return nullptr;
    const std::string tight = tight_text(cell);
    const auto found = std::ranges::find_if(
        rule_.values, [&](const std::string& value) { return tight_text(value) == tight; });
    return tight.empty() || found == rule_.values.end() ? nullptr : &*found;
  }

  void report(int row, std::string_view cell, const std::string& value, Findings& findings) const {
    report_warning(
        findings, table_.place(row, column_), "source.only",
        {fmt::format(
             "「{0}」は only に書かれたものと文字の幅か空白だけが違うので、この行は読まれませ"
             "ん。同じものなら only に両方を並べてください: [\"{1}\", \"{0}\"]",
             excerpt(cell, most_of_cell), value),
         fmt::format("{0} differs from what only asks for by the width of letters or by blanks "
                     "alone, so its rows are not read; if it is the same, name both in only: "
                     "[\"{1}\", \"{0}\"]",
                     excerpt(cell, most_of_cell), value)});
  }

  const Table& table_;
  int column_;
  const RowRule& rule_;
  std::string_view last_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace

void report_nearly_kept_rows(const Source& source, const Table& table, Findings& findings) {
  for (const RowRule& rule : source.only)
    if (const auto column = table.column(rule.column))
      RuledColumn(table, *column, rule).check(findings);
}

}  // namespace yokoten
