#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "protect/cell_rules.h"
#include "protect/cube_cells.h"
#include "protect/fact_index.h"

namespace yokoten {

/// A cell among those of its area and period, with the cells of tables that it adds up.
struct PlacedCell {
  int cell = -1;
  int breakdown = 0;
  bool selects = false;  ///< its side takes some codes only
  std::vector<Element> elements;
};

/// Where cells may be parts of one another.
struct CellPlace {
  int measure = 0, area = 0, period = 0;
  bool own = false;  ///< figures of the area itself, not summed up from those below
  auto operator<=>(const CellPlace&) const = default;
};

/// Cells and sums in the making: some cells are there of which no figure is known, such as those
/// that the source itself has hidden; where a sum gives one away, it is a cell like others.
class CellDraft {
 public:
  CellDraft(const Publication& publication, const Measured& measured, const CellRules& rules,
            const FactIndex& facts);

  CubeCells made;
  std::map<CellPlace, std::vector<PlacedCell>> places;

  bool known(int cell) const { return known_[static_cast<std::size_t>(cell)] != 0; }
  std::int64_t value(int cell) const { return made.at(cell).value; }
  /// The cell that adds up these elements at this place, made if it is new.
  int cell_of(const CellPlace& place, const std::vector<Element>& elements,
              const std::optional<std::int64_t>& value, const CellOrigin& origin);
  /// Nobody publishes it, but whoever subtracts has it. Missing elements leave it unknown.
  int rest_of(const CellPlace& place, const std::vector<Element>& elements, int like);
  /// That of a measure which no indicator shows there: open where no rule holds for its table.
  int unpublished(const CellPlace& place, const std::vector<Element>& elements,
                  const CellOrigin& origin);
  /// Hides the cell within a tenth where fewer units stand behind it than its rule asks for; whom
  /// nobody has counted are few.
  void hide_few(int cell, const std::optional<Decimal>& units);
  /// A helping cell of its own.
  int helping_cell(int like, std::int64_t value);
  /// The parts add up to the whole; where not all of them are `listed`, something may be left.
  void relate(int whole, std::vector<int> parts, bool all_listed);
  /// Works out what sums tell of unknown cells, and states all sums.
  void finish();

 private:
  struct Sum {
    int whole = -1;
    std::vector<int> parts;
    bool all_listed = true;
  };
  using Identity = std::tuple<int, int, bool, std::int64_t, std::vector<std::tuple<int, int, int>>>;

  int add(const Cell& cell, CellOrigin origin, bool known);
  void set_rule(int cell, const std::vector<Element>& elements, const CellPlace& place);
  void hide_few_units(int cell, const std::vector<Element>& elements, const CellPlace& place);
  bool has_rule(const Sum& sum) const;
  std::optional<std::int64_t> rest_of(const Sum& sum) const;
  bool settle(const Sum& sum);
  void become_known(int cell, std::int64_t value);
  void state(const Sum& sum);

  const Publication& publication_;
  const Measured& measured_;
  const CellRules& rules_;
  const FactIndex& facts_;
  std::vector<char> known_;
  std::map<Identity, int> cells_;
  std::vector<Sum> sums_;
  std::set<std::pair<int, std::vector<int>>> said_;
};

}  // namespace yokoten
