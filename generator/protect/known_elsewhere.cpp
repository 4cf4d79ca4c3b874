#include "protect/known_elsewhere.h"

#include <algorithm>

namespace yokoten {
namespace {

class Finder {
 public:
  Finder(const Publication& publication, const Measured& measured, const FactIndex& facts,
         CellDraft& draft)
      : publication_(publication), measured_(measured), facts_(facts), draft_(draft) {}

  void add() {
    const auto places = draft_.places;
    for (const auto& [place, cells] : places)
      for (std::size_t source = 0; source < publication_.sources.size(); ++source)
        if (goes_out(source, place.measure))
          for (const PlacedCell& each : cells)
            if (!each.selects) compare_with(each, place, static_cast<int>(source));
  }

 private:
  bool goes_out(std::size_t source, int measure) const {
    const Source& each = publication_.sources[source];
    const std::string& name = measured_.measures[static_cast<std::size_t>(measure)];
    return !each.disclosure && gives_measure(each, name);
  }

  void compare_with(const PlacedCell& cell, const CellPlace& place, int source) {
    const Parts& outer = measured_.parts[static_cast<std::size_t>(cell.breakdown)];
    std::optional<Decimal> total;
    for (const Element& each : facts_.own(place.measure, source, place.area, place.period)) {
      if (!lies_in(measured_.parts[static_cast<std::size_t>(each.breakdown())], outer)) continue;
      if (each.missing) return;
      total = sum(total.value_or(Decimal{}), each.value);
    }
    if (total && draft_.known(cell.cell)) add_twin(cell.cell, *total);
  }

  // Other figures are about something else; the checks compare them.
  void add_twin(int number, Decimal said) {
    const CellOrigin origin = draft_.made.origin(number);
    if (scaled(said, origin.scale) != draft_.value(number)) return;
    Cell twin;
    twin.value = draft_.value(number);
    twin.stays_open = true;
    twin.least = std::min<std::int64_t>(0, twin.value);
    const int other = draft_.made.add(twin, origin);
    draft_.made.cells.relations.push_back({{number, -1}, {other, 1}});
  }

  const Publication& publication_;
  const Measured& measured_;
  const FactIndex& facts_;
  CellDraft& draft_;
};

}  // namespace

void add_known_elsewhere(const Publication& publication, const Measured& measured,
                         const FactIndex& facts, CellDraft& draft) {
  Finder(publication, measured, facts, draft).add();
}

}  // namespace yokoten
