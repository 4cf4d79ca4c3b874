#include "check/subtotals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/total_words.h"

namespace yokoten {
namespace {

// So many sums that come out are no chance.
constexpr int kSure = 3;

bool is_of_which_word(std::string_view cell) {
  std::string text = tight_text(cell);
  text.erase(0, std::min(text.find_first_not_of("(["), text.size()));
  return text.starts_with("うち") || text.starts_with("再掲");
}

// Who is in two rows counts once in their sum: 実人員, 実利用者数.
bool counts_once(std::string_view heading) {
  return std::ranges::any_of(std::array<std::string_view, 3>{"実人", "実数", "実利用"},
                             [&](auto word) { return heading.find(word) != heading.npos; });
}

/// A printed subtotal in one column, and the sum of the rows of its block.
struct BlockSum {
  int row = 0, column = 0;
  int rows = 0;  ///< of the block
  Decimal printed, made;

  bool agrees() const { return compare(printed, made) == 0; }
};

/// The rows of one source that are parts of others.
class Subtotals {
 public:
  Subtotals(const Subject& subject, int number)
      : subject_(subject),
        number_(number),
        source_(subject.source(number)),
        table_(subject.table(number)),
        label_(table_.column(source_.of_which->column).value_or(0)) {
    for (const auto& [measure, heading] : source_.measures) add(measure, heading);
    for (const Unpivot& unpivot : source_.unpivots)
      for (const auto& [heading, meaning] : unpivot.columns) add(unpivot.measure, heading);
    find_keys();
  }

  void check() const {
    check_parts();
    const std::vector<BlockSum> above = blocks(-1), below = blocks(1);
    check_blocks(agreed(above) >= agreed(below) ? above : below);
  }

 private:
  void add(const std::string& measure, const std::string& heading) {
    if (!adds_up(subject_.publication, measure) || counts_once(heading)) return;
    if (const auto column = table_.column(heading)) columns_.push_back(*column);
  }

  // Where うち stands in the column of areas, the row names no area of its own.
  void find_keys() {
    const std::string& own = source_.of_which->column;
    if (own.empty() || own == source_.area_column) return;
    std::vector<std::string> headings = {source_.area_column, source_.prefecture_column,
                                         source_.period_column};
    for (const auto& [key, heading] : source_.breakdown) headings.push_back(heading);
    for (const std::string& heading : headings)
      if (const auto column = table_.column(heading); column && heading != own)
        keys_.push_back(*column);
  }

  // What a row leaves out is that of the other.
  bool may_be_of(int row, int whole) const {
    return std::ranges::all_of(keys_, [&](int column) {
      const auto one = trimmed_text(table_.cell(row, column)),
                 other = trimmed_text(table_.cell(whole, column));
      return one.empty() || other.empty() || one == other;
    });
  }

  std::string label(int row) const { return tight_text(table_.cell(row, label_)); }
  bool is_part(int row) const { return subject_.role(number_, row) == RowRole::part; }
  bool is_counted(int row) const { return subject_.role(number_, row) == RowRole::counted; }

  // うち65歳以上 against the row that it is a part of.
  void check_parts() const {
    int whole = -1;
    for (int row = 0; row < table_.rows(); ++row) {
      if (!is_part(row) || !is_of_which_word(table_.cell(row, label_))) {
        whole = row;
        continue;
      }
      if (whole >= 0 && may_be_of(row, whole))
        for (const int column : columns_) check_part(row, whole, column);
    }
  }

  void check_part(int row, int whole, int column) const {
    const auto part = subject_.figure(number_, row, column);
    const auto all = subject_.figure(number_, whole, column);
    if (!part || !all || compare(*part, *all) <= 0 || compare(*all, {0, 0}) < 0) return;
    const std::string_view of = table_.cell(whole, label_);
    subject_.warning(
        table_.place(row, column), "subtotal.over",
        {fmt::format("「{}」の {} は、上の行「{}」の {} を超えています。原資料を確かめ、誤記なら "
                     "corrections.toml で正してください",
                     table_.cell(row, label_), to_shown(*part), of, to_shown(*all)),
         fmt::format("{} has {}, more than the {} of {} above it; check the source, and correct a "
                     "misprint in corrections.toml",
                     table_.cell(row, label_), to_shown(*part), to_shown(*all), of)});
  }

  // Of the counted rows right above (-1) or below (1) each part; none where a figure is missing.
  std::vector<BlockSum> blocks(int step) const {
    std::vector<BlockSum> found;
    for (int row = 0; row < table_.rows(); ++row)
      if (is_part(row) && !is_of_which_word(table_.cell(row, label_)))
        for (const int column : columns_)
          if (const auto block = block_at(row, column, step)) found.push_back(*block);
    return found;
  }

  std::optional<BlockSum> block_at(int row, int column, int step) const {
    const auto printed = subject_.figure(number_, row, column);
    if (!printed) return std::nullopt;
    BlockSum block{row, column, 0, *printed, {}};
    for (int at = row + step; at >= 0 && at < table_.rows() && is_counted(at); at += step) {
      const auto figure = subject_.figure(number_, at, column);
      const auto made = figure ? sum(block.made, *figure) : std::nullopt;
      if (!made) return std::nullopt;
      block.made = *made;
      ++block.rows;
    }
    return block.rows > 1 ? std::optional(block) : std::nullopt;
  }

  // A sum of 0 comes out by itself.
  static bool is_proof(const BlockSum& block) { return block.agrees() && block.made.mantissa != 0; }

  static int agreed(const std::vector<BlockSum>& blocks) {
    return static_cast<int>(std::ranges::count_if(blocks, is_proof));
  }

  /// How many sums come out and how many don't, by row or by column.
  struct Tally {
    std::map<int, int> right, wrong;

    void add(int at, const BlockSum& block) {
      if (is_proof(block)) ++right[at];
      if (!block.agrees()) ++wrong[at];
    }
  };

  /// How many rows of the same name have sums that come out, and how many others.
  struct Alike {
    int right = 0, wrong = 0;
  };

  std::map<std::string, Alike> by_label(const Tally& rows) const {
    std::map<std::string, Alike> alike;
    for (const auto& [row, count] : rows.right) ++alike[label(row)].right;
    for (const auto& [row, count] : rows.wrong) ++alike[label(row)].wrong;
    return alike;
  }

  // Sure of a row most of whose columns come out, where its column does in other rows, and of the
  // only row that does not among those that are called the same: 小計.
  void check_blocks(const std::vector<BlockSum>& blocks) const {
    Tally rows, columns;
    for (const BlockSum& each : blocks) {
      rows.add(each.row, each);
      columns.add(each.column, each);
    }
    const std::map<std::string, Alike> alike = by_label(rows);
    for (const BlockSum& each : blocks) {
      if (each.agrees()) continue;
      const Alike& named = alike.at(label(each.row));
      const bool is_only_wrong = named.wrong == 1 && named.right >= kSure;
      const int right = rows.right[each.row];
      const bool by_row = right >= kSure && right >= kSure * rows.wrong[each.row] &&
                          columns.right[each.column] > 1 && columns.wrong[each.column] == 1;
      if (by_row || is_only_wrong) report(each);
    }
  }

  void report(const BlockSum& block) const {
    const std::string printed = to_shown(block.printed), made = to_shown(block.made);
    const std::string apart = to_shown(difference(block.printed, block.made).value_or(Decimal{}));
    subject_.warning(
        table_.place(block.row, block.column), "subtotal.differs",
        {fmt::format("「{}」の {} は、並ぶ{}行の和 {} と合いません（差 {}）。ほかの小計は合います。"
                     "どのセルの誤記か原資料を確かめ、corrections.toml で正してください",
                     table_.cell(block.row, label_), printed, block.rows, made, apart),
         fmt::format("{} has {}, but the {} rows beside it add up to {} ({} apart), while other "
                     "subtotals agree; find the misprint in the source, and correct it in "
                     "corrections.toml",
                     table_.cell(block.row, label_), printed, block.rows, made, apart)});
  }

  const Subject& subject_;
  int number_;
  const Source& source_;
  const Table& table_;
  int label_;
  std::vector<int> columns_;
  std::vector<int> keys_;  ///< in which a part says the same as its whole
};

}  // namespace

void check_subtotals(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.has_figures(number) && subject.source(number).of_which)
      Subtotals(subject, number).check();
}

}  // namespace yokoten
