#include "protect/place_sums.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "protect/span.h"

namespace yokoten {
namespace {

using Elements = std::vector<Element>;

bool before(const Element& a, const Element& b) { return a.place < b.place; }

class PlaceSums {
 public:
  PlaceSums(const Measured& measured, const CellPlace& place, const std::vector<PlacedCell>& cells,
            CellDraft& draft)
      : measured_(measured), place_(place), cells_(cells), draft_(draft) {}

  void relate() {
    const bool selects = std::any_of(cells_.begin(), cells_.end(),
                                     [](const PlacedCell& each) { return each.selects; });
    if (selects) return relate_classes();
    for (const PlacedCell& whole : cells_) relate_parts(whole);
  }

 private:
  const Parts& parts_of(const PlacedCell& cell) const {
    return measured_.parts[static_cast<std::size_t>(cell.breakdown)];
  }

  // The parts of the same keys make a sum; other keys make another.
  void relate_parts(const PlacedCell& whole) {
    std::map<std::string, std::vector<const PlacedCell*>> by_keys;
    for (const PlacedCell& part : cells_) {
      if (part.cell == whole.cell || !is_part(part, whole)) continue;
      std::string keys;
      for (const auto& [key, code] : parts_of(part)) keys += key + ';';
      by_keys[keys].push_back(&part);
    }
    for (const auto& [keys, parts] : by_keys) relate_keys(whole, parts);
  }

  bool is_part(const PlacedCell& part, const PlacedCell& whole) const {
    const Parts& own = parts_of(part);
    return own.size() > parts_of(whole).size() && lies_in(own, parts_of(whole)) &&
           std::includes(whole.elements.begin(), whole.elements.end(), part.elements.begin(),
                         part.elements.end(), before);
  }

  void relate_keys(const PlacedCell& whole, const std::vector<const PlacedCell*>& parts) {
    std::vector<int> cells;
    Elements rest = whole.elements;
    for (const PlacedCell* part : parts) {
      Elements left;
      std::set_difference(rest.begin(), rest.end(), part->elements.begin(), part->elements.end(),
                          std::back_inserter(left), before);
      if (!part->elements.empty() && left.size() + part->elements.size() != rest.size())
        continue;  // the same cells of the table again
      rest = std::move(left);
      cells.push_back(part->cell);
    }
    if (!rest.empty()) cells.push_back(draft_.rest_of(place_, rest, whole.cell));
    draft_.relate(whole.cell, std::move(cells), true);
  }

  // Cells of the table that the same cells add up are one class.
  void relate_classes() {
    std::map<std::vector<int>, Elements> classes;  // positions in cells_
    std::map<std::tuple<int, int, int>, std::pair<Element, std::vector<int>>> takers;
    for (int at = 0; at < static_cast<int>(cells_.size()); ++at)
      for (const Element& each : cells_[static_cast<std::size_t>(at)].elements) {
        auto& taken = takers[each.place];
        taken.first = each;
        taken.second.push_back(at);
      }
    for (const auto& [place, taken] : takers) classes[taken.second].push_back(taken.first);
    std::vector<std::vector<int>> users;
    for (const auto& [cells, elements] : classes) users.push_back(cells);
    std::vector<std::vector<int>> parts(cells_.size());
    int number = 0;
    for (const auto& [cells, elements] : classes) {
      const int cell = cell_of(cells, elements, is_in_span(users, number++));
      for (const int at : cells) parts[static_cast<std::size_t>(at)].push_back(cell);
    }
    for (std::size_t at = 0; at < cells_.size(); ++at)
      draft_.relate(cells_[at].cell, std::move(parts[at]), true);
  }

  // Only what can be computed from what is published is told by it.
  int cell_of(const std::vector<int>& users, const Elements& elements, bool computable) {
    for (const int at : users)
      if (cells_[static_cast<std::size_t>(at)].elements.size() == elements.size())
        return cells_[static_cast<std::size_t>(at)].cell;
    const int cell =
        draft_.rest_of(place_, elements, cells_[static_cast<std::size_t>(users.front())].cell);
    if (!computable) draft_.made.at(cell).sensitive = false;
    return cell;
  }

  const Measured& measured_;
  const CellPlace& place_;
  const std::vector<PlacedCell>& cells_;
  CellDraft& draft_;
};

}  // namespace

void relate_place(const Measured& measured, const CellPlace& place,
                  const std::vector<PlacedCell>& cells, CellDraft& draft) {
  PlaceSums(measured, place, cells, draft).relate();
}

}  // namespace yokoten
