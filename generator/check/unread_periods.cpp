#include "check/unread_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/period_shape.h"
#include "check/read_headings.h"

namespace yokoten {
namespace {

constexpr std::size_t kMostUnread = 20;

Message more_columns(std::size_t more) {
  if (more == 0) return {};
  return {fmt::format("（この表にほか{}列）", more),
          fmt::format(" ({} more columns of this table)", more)};
}

/// Columns of files that were told, since several sources may read a table.
using ToldColumns = std::set<std::pair<std::string, int>>;

/// A column that nothing reads, and a heading like its own that is read.
struct UnreadColumn {
  int column = 0;
  std::string like;
};

class UnreadPeriods {
 public:
  UnreadPeriods(const Subject& subject, int number)
      : subject_(subject),
        number_(number),
        source_(subject.source(number)),
        table_(subject.table(number)) {
    for (const Unpivot& unpivot : source_.unpivots)
      if (unpivot.into == "period")
        for (const auto& [heading, meaning] : unpivot.columns) add_shape(heading);
  }

  void check(ToldColumns& told_before) const {
    if (shapes_.empty()) return;
    const std::vector<UnreadColumn> unread = unread_columns(told_before);
    const std::size_t told = std::min(unread.size(), kMostUnread);
    for (std::size_t at = 0; at < told; ++at)
      report(unread[at], at + 1 == told ? unread.size() - told : 0);
  }

 private:
  void add_shape(const std::string& heading) {
    if (const auto shape = period_shape(heading)) shapes_.emplace(*shape, heading);
  }

  // Another source may read other columns of the same table.
  std::set<int> read_columns() const {
    std::set<int> columns;
    for (int number = 0; number < subject_.sources(); ++number) {
      if (subject_.table(number).file() != table_.file()) continue;
      for (const std::string& heading : read_headings(subject_.source(number)))
        if (const auto column = table_.column(heading)) columns.insert(*column);
    }
    return columns;
  }

  // Months that are still to come are often printed without a figure.
  bool has_figures(int column) const {
    for (int row = 0; row < table_.rows(); ++row)
      if (subject_.figure(number_, row, column)) return true;
    return false;
  }

  std::vector<UnreadColumn> unread_columns(ToldColumns& told_before) const {
    const std::set<int> read = read_columns();
    std::vector<UnreadColumn> unread;
    for (int column = 0; column < table_.columns(); ++column) {
      if (read.contains(column)) continue;
      const auto shape = period_shape(table_.header()[static_cast<std::size_t>(column)]);
      const auto like = shape ? shapes_.find(*shape) : shapes_.end();
      if (like != shapes_.end() && has_figures(column) &&
          told_before.emplace(table_.file(), table_.file_column(column)).second)
        unread.push_back({column, like->second});
    }
    return unread;
  }

  void report(const UnreadColumn& each, std::size_t others) const {
    const Message more = more_columns(others);
    const std::string& heading = table_.header()[static_cast<std::size_t>(each.column)];
    subject_.warning(
        table_.heading_place(each.column), "period.unread",
        {fmt::format(
             "列「{}」は、時点として読む列「{}」と同じ形の見出しですが、どこにも使われず、"
             "その値は載りません。sources.toml の資料「{}」で、[[source.unpivot]] の columns "
             "に足してください。載せないと決めたなら、[source.check] に \"period.unread\" = "
             "\"off\" と書いてください{}",
             heading, each.like, source_.id, more.ja),
         fmt::format("column {} has a heading like {}, which is read as a period, but nothing "
                     "reads it and its figures do not appear; add it to columns of "
                     "[[source.unpivot]] of the source {} in sources.toml, or, if it is to stay "
                     "out, write \"period.unread\" = \"off\" under [source.check]{}",
                     heading, each.like, source_.id, more.en)});
  }

  const Subject& subject_;
  int number_;
  const Source& source_;
  const Table& table_;
  std::map<std::string, std::string>
      shapes_;  ///< of headings that are read, with the first of each
};

}  // namespace

void check_unread_periods(const Subject& subject) {
  ToldColumns told;
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number)) UnreadPeriods(subject, number).check(told);
}

}  // namespace yokoten
