#include "protect/few_together.h"

#include <algorithm>
#include <vector>

#include "protect/cell_rules.h"

namespace yokoten {
namespace {

bool is_part(const std::pair<int, int>& each) { return each.second > 0; }

/// The hidden parts of one sum that have few units.
class FewTogether {
 public:
  FewTogether(CubeCells& cells, const Relation& sum) : cells_(cells), sum_(sum) {
    for (const auto& each : sum)
      if (is_part(each) && is_few(each.first)) few_.push_back(each.first);
  }

  void protect() {
    if (few_.size() < 2 || is_whole_hidden() || units() >= rule().fewest_units) return;
    if (is_out())
      ++cells_.already_out;
    else
      add_rest();
  }

 private:
  bool is_few(int number) const {
    return cells_.at(number).sensitive && cells_.origin(number).units.has_value();
  }

  const DisclosureRule& rule() const { return *cells_.origin(few_.front()).rule; }

  // What the whole's own rule hides tells nothing of its parts.
  bool is_whole_hidden() const {
    return std::ranges::any_of(sum_, [&](const auto& each) {
      return !is_part(each) && (cells_.at(each.first).sensitive || !cells_.at(each.first).goes_out);
    });
  }

  std::int64_t units() const {
    std::int64_t all = 0;
    for (const int each : few_) all += *cells_.origin(each).units;
    return all;
  }

  // Whether nothing else of the sum may be hidden, since a release has shown all of it.
  bool is_out() const {
    return std::ranges::all_of(sum_,
                               [&](const auto& each) {
                                 const bool own = std::ranges::find(few_, each.first) != few_.end();
                                 return own || cells_.at(each.first).stays_open;
                               }) &&
           std::ranges::any_of(few_, [&](int each) { return cells_.at(each).stays_hidden; });
  }

  void add_rest() {
    Cell rest;
    rest.goes_out = false;
    Relation together;
    for (const int each : few_) {
      rest.value += cells_.at(each).value;
      together.emplace_back(each, 1);
    }
    CellOrigin like = cells_.origin(few_.front());
    like.units.reset();
    CellRules::hide_within_a_tenth(rest, like.scale);
    together.emplace_back(cells_.add(rest, like), -1);
    cells_.cells.relations.push_back(std::move(together));
  }

  CubeCells& cells_;
  const Relation& sum_;
  std::vector<int> few_;
};

}  // namespace

void add_few_together(CubeCells& cells, std::size_t sums) {
  for (std::size_t at = 0; at < sums; ++at) {
    const Relation sum = cells.cells.relations[at];
    FewTogether(cells, sum).protect();
  }
}

}  // namespace yokoten
