#include "measure/printed_totals.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/total_words.h"

namespace yokoten {
namespace {

class TotalPlacing {
 public:
  TotalPlacing(const Source& source, const Table& table, const Layout& layout, const Areas& areas,
               Measured& measured, std::size_t first)
      : source_(source),
        table_(table),
        layout_(layout),
        areas_(areas),
        measured_(measured),
        first_(first) {}

  void place() {
    find();
    if (totals_.empty()) return;
    only_ = only_prefecture();
    for (Fact& fact : totals_) fact.area = area_of(fact.row);
    remove_totals_of_totals();
    remove_rivals();
    put_back();
  }

 private:
  using FigureKey = std::tuple<int, int, int, int>;  // area, measure, period, part

  static FigureKey key_of(const Fact& fact, int part) {
    return {fact.area, fact.measure, fact.period, part};
  }

  void find() {
    for (const Fact& fact : measured_.facts.part(first_, measured_.facts.size()))
      if (fact.total)
        totals_.push_back(fact);
      else
        counted_.insert(fact.breakdown);
  }

  // What has no area goes.
  void put_back() {
    auto next = totals_.begin();
    measured_.facts.keep_only(first_, [&](Fact& fact) {
      if (fact.total) fact = *next++;
      return fact.area != Areas::none;
    });
  }

  template <typename Test>
  void remove(const Test& is_meant) {
    for (Fact& fact : totals_)
      if (fact.area != Areas::none && is_meant(fact)) fact.area = Areas::none;
  }

  // That of all rows; none where they lie in several.
  int only_prefecture() const {
    int only = Areas::none;
    const RowReadings& rows = measured_.rows.back();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const int area = rows[row].area;
      if (area == Areas::none) continue;
      const int prefecture = areas_.prefecture_of(area);
      if (only != Areas::none && prefecture != only) return Areas::none;
      only = prefecture;
    }
    return only == Areas::nation ? Areas::none : only;
  }

  int area_of(int row) {
    if (source_.level == AreaLevel::prefecture) return Areas::nation;
    const auto [at, added] = area_of_row_.try_emplace(row, Areas::none);
    if (added) at->second = prefecture_of(row);
    return at->second;
  }

  // 鳥取県計, or 鳥取県 in the column beside; what is called 計 is the total of all rows. 東部計 is
  // that of some.
  int prefecture_of(int row) const {
    const std::string name = tight_text(table_.cell(row, layout_.area));
    const bool is_whole = total_word(name) == TotalWord::whole;
    const std::string front =
        layout_.prefecture < 0 ? std::string() : tight_text(table_.cell(row, layout_.prefecture));
    for (const int each : areas_.prefectures()) {
      const std::string& own = areas_.at(each).name;
      if (front == own && (is_whole || name.empty())) return each;
      if (!name.starts_with(own)) continue;
      const std::string rest = name.substr(own.size());
      return rest.empty() || total_word(rest) == TotalWord::whole ? each : Areas::none;
    }
    return is_whole && (front.empty() || is_total_word(front)) ? only_ : Areas::none;
  }

  // The part of a total row without what says that it is all parts: 合計 of 計.
  int part_without_totals(const Fact& fact) {
    const Parts parts = measured_.parts[static_cast<std::size_t>(fact.breakdown)];
    Parts kept;
    for (const auto& part : parts)
      if (!part.second.empty() && !is_total_word(part.second)) kept.push_back(part);
    return kept.size() == parts.size() ? fact.breakdown : measured_.breakdown_id(kept);
  }

  // Whether the whole `part` has parts of its own among the totals.
  bool has_parts_beside(const Fact& fact, int part) const {
    const Parts& whole = measured_.parts[static_cast<std::size_t>(part)];
    const Parts& own = measured_.parts[static_cast<std::size_t>(fact.breakdown)];
    return std::ranges::any_of(totals_, [&](const Fact& other) {
      if (key_of(other, 0) != key_of(fact, 0)) return false;
      const Parts& parts = measured_.parts[static_cast<std::size_t>(other.breakdown)];
      return other.breakdown != fact.breakdown && parts.size() == own.size() &&
             lies_in(parts, whole);
    });
  }

  // 訪問, 通所 and 計 of the total row: added up they would count everything twice. Where counted
  // rows have 計 too, formulas select one of the codes.
  void remove_totals_of_totals() {
    std::set<std::pair<int, int>> found;  // row, column
    for (const Fact& fact : totals_) {
      if (fact.area == Areas::none || counted_.contains(fact.breakdown)) continue;
      const int part = part_without_totals(fact);
      if (part != fact.breakdown && has_parts_beside(fact, part))
        found.emplace(fact.row, fact.column);
    }
    remove([&](const Fact& fact) { return found.contains({fact.row, fact.column}); });
  }

  // 東日本計 and 西日本計 beside 合計: which of several is the whole is clear where one is called
  // so.
  void remove_rivals() {
    std::map<FigureKey, std::pair<int, int>> counts;  // rows, of these called a whole
    for (const Fact& fact : totals_) {
      auto& [all, wholes] = counts[key_of(fact, fact.breakdown)];
      ++all;
      wholes += is_called_whole(fact) ? 1 : 0;
    }
    remove([&](const Fact& fact) {
      const auto [all, wholes] = counts.at(key_of(fact, fact.breakdown));
      return all > 1 && (wholes != 1 || !is_called_whole(fact));
    });
  }

  bool is_called_whole(const Fact& fact) const {
    return total_word(table_.cell(fact.row, layout_.area)) == TotalWord::whole;
  }

  const Source& source_;
  const Table& table_;
  const Layout& layout_;
  const Areas& areas_;
  Measured& measured_;
  std::size_t first_;  // of the facts of the source
  std::vector<Fact> totals_;
  std::set<int> counted_;  // parts that other rows have
  int only_ = Areas::none;
  std::map<int, int> area_of_row_;
};

}  // namespace

void place_totals(const Source& source, const Table& table, const Layout& layout,
                  const Areas& areas, Measured& measured, std::size_t first) {
  TotalPlacing(source, table, layout, areas, measured, first).place();
}

}  // namespace yokoten
