#include "check/printed_ranks.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {
namespace {

struct PlacedRow {
  int row = 0;
  Decimal place;
  std::optional<Decimal> rate;
};

int rate_column(const Source& source, const Table& table) {
  const std::string& heading =
      source.printed.empty() ? source.lists_rate : source.printed.front().column;
  return table.column(heading).value_or(-1);
}

/// The printed places of one source.
class Places {
 public:
  Places(const Subject& subject, int number, int column)
      : subject_(subject), table_(subject.table(number)), column_(column) {
    const int rate = rate_column(subject.source(number), table_);
    for (int row = 0; row < table_.rows(); ++row) {
      if (subject.role(number, row) != RowRole::counted) continue;
      const auto place = subject.printed(number, row, column);
      if (!place) continue;
      rows_.push_back({row, *place, {}});
      if (rate >= 0) rows_.back().rate = subject.figure(number, row, rate);
    }
    std::stable_sort(rows_.begin(), rows_.end(), [](const PlacedRow& a, const PlacedRow& b) {
      return compare(a.place, b.place) < 0;
    });
  }

  void check() const {
    check_sequence();
    const int direction = falls() ? -1 : 1;
    for (std::size_t at = 1; at < rows_.size(); ++at)
      if (rows_[at - 1].rate && rows_[at].rate) check_order(rows_[at - 1], rows_[at], direction);
  }

 private:
  // The first wrong place is said; those behind it follow from it.
  void check_sequence() const {
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const Decimal next{static_cast<std::int64_t>(at) + 1, 0};
      if (compare(rows_[at].place, next) == 0) continue;
      if (at > 0 && compare(rows_[at].place, rows_[at - 1].place) == 0) continue;
      return report(rows_[at], "順位 {} は {} のはずです", "the place {} should be {}",
                    to_shown(rows_[at].place), to_shown(next));
    }
  }

  // As most neighbours do: one misprinted place or rate must not turn the whole list around.
  bool falls() const {
    int steps = 0;
    for (std::size_t at = 1; at < rows_.size(); ++at)
      if (rows_[at - 1].rate && rows_[at].rate)
        steps += compare(*rows_[at].rate, *rows_[at - 1].rate);
    return steps <= 0;
  }

  void check_order(const PlacedRow& before, const PlacedRow& row, int direction) const {
    const int compared = compare(*row.rate, *before.rate) * direction;
    const bool tied = compare(before.place, row.place) == 0;
    if (tied ? compared == 0 : compared >= 0) return;
    if (tied)
      return report(row, "同じ順位 {} なのに率が違います（{}）",
                    "rows share the place {} with different rates ({})", to_shown(row.place),
                    to_shown(*before.rate) + " / " + to_shown(*row.rate));
    report(row, "順位 {} が率の順（{}）と合いません", "the place {} does not follow the rates ({})",
           to_shown(row.place), to_shown(*before.rate) + " → " + to_shown(*row.rate));
  }

  void report(const PlacedRow& row, const char* ja, const char* en, const std::string& first,
              const std::string& second) const {
    subject_.warning(table_.place(row.row, column_), "rank.differs",
                     {fmt::format(fmt::runtime(ja), first, second) + "。原資料を確かめてください",
                      fmt::format(fmt::runtime(en), first, second) + "; check the source"});
  }

  const Subject& subject_;
  const Table& table_;
  int column_;
  std::vector<PlacedRow> rows_;
};

}  // namespace

void check_printed_ranks(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    const std::string& heading = subject.source(number).rank_column;
    const auto column = subject.table(number).column(heading);
    if (!heading.empty() && column) Places(subject, number, *column).check();
  }
}

}  // namespace yokoten
