#include "measure/sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <unordered_map>

#include "base/decimal_sum.h"
#include "base/lists.h"
#include "measure/facts.h"
#include "measure/twice.h"
#include "model/filled_areas.h"
#include "model/unions.h"

namespace yokoten {
namespace {

const std::string* code_of(const Parts& parts, const std::string& key) {
  for (const auto& [each, code] : parts)
    if (each == key) return &code;
  return nullptr;
}

bool same_keys(const Parts& a, const Parts& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& left, const auto& right) { return left.first == right.first; });
}

void join(Origin& origin, const Fact& fact) {
  if (origin.column != fact.column) origin.column = -1;
  if (origin.row != fact.row) origin.row = several_rows;
}

bool reads(const SideRequest& request, int source) {
  return std::find(request.sources.begin(), request.sources.end(), source) != request.sources.end();
}

// The part that is kept beside the whole; empty where none is.
Parts kept_parts(const SideRequest& request, const Source& source, const Parts& parts) {
  Parts kept;
  if (request.by) {
    const std::string* code = code_of(parts, request.by->key);
    const bool wanted = code && (request.by->codes.empty() || holds(request.by->codes, *code));
    if (wanted) kept.emplace_back(request.by->key, *code);
    return kept;
  }
  for (const auto& [key, heading] : source.breakdown)
    if (const std::string* code = code_of(parts, key); code && !holds(request.fixed, key))
      kept.emplace_back(key, *code);
  return kept;
}

class SideMaker {
 public:
  SideMaker(const SideRequest& request, const Slices& slices, const FactGroups& groups,
            const Publication& publication, const Areas& areas, const Measured& measured,
            Findings& findings)
      : request_(request),
        slices_(slices),
        groups_(groups),
        publication_(publication),
        areas_(areas),
        measured_(measured),
        findings_(findings),
        measure_(measured.measure(request.term.measure)),
        fits_(std::ranges::none_of(publication.sources,
                                   [](const Source& each) { return each.disclosure.has_value(); })),
        unions_(static_cast<std::size_t>(areas.size())),
        unions_of_(unions_of_members(areas)) {
    for (int id = 0; id < areas.size(); ++id)
      if (areas.at(id).level == AreaLevel::municipal_union)
        unions_[static_cast<std::size_t>(areas.at(id).parent)].push_back(id);
  }

  Sides make() {
    gather(in_order(selected()));
    for (const int source : request_.sources)
      if (publication_.sources[static_cast<std::size_t>(source)].complete) fill(source);
    for (auto& [key, sides] : sides_) add_up(key, sides);
    return std::move(sides_);
  }

 private:
  std::vector<const PackedNumbers*> selected() const {
    std::vector<const PackedNumbers*> found;
    for (const FactGroup& group : groups_.all()) {
      if (group.measure != measure_ || !reads(request_, group.source)) continue;
      if (!slices_.at({group.source, group.breakdown}).empty()) found.push_back(&group.facts);
    }
    return found;
  }

  // Facts count in their order, whatever group they are of.
  static PackedNumbers in_order(const std::vector<const PackedNumbers*>& groups) {
    if (groups.size() == 1) return *groups.front();
    std::vector<std::uint32_t> positions;
    for (const PackedNumbers* group : groups)
      for (std::size_t at = 0; at < group->size(); ++at)
        positions.push_back(static_cast<std::uint32_t>((*group)[at]));
    std::ranges::sort(positions);
    PackedNumbers all;
    for (const std::uint32_t at : positions) all.push_back(at);
    return all;
  }

  void gather(const PackedNumbers& positions) {
    PickedFacts picked(measured_.facts);
    std::array<std::int64_t, PackedNumbers::block_size> taken{};
    for (std::size_t block = 0; block < positions.blocks(); ++block) {
      positions.take(block, taken);
      for (const std::int64_t at : std::span(taken).first(positions.size_of(block)))
        gather(picked[static_cast<std::size_t>(at)]);
    }
  }

  std::vector<Side>& group(const SideKey& key) {
    std::vector<Side>& sides = sides_[key];
    if (sides.empty()) sides.resize(static_cast<std::size_t>(areas_.size()));
    return sides;
  }

  void gather(const Fact& fact) {
    if (last_.first != std::pair<int, int>(fact.source, fact.breakdown) || !last_.second)
      last_ = {{fact.source, fact.breakdown}, &slices_.at({fact.source, fact.breakdown})};
    const bool fills = publication_.sources[static_cast<std::size_t>(fact.source)].complete;
    for (const int slice : *last_.second) {
      std::vector<Side>& sides = met_group(slice, fact.period);
      const SideKey key{slice, fact.period};
      if (fills) filled_from_.insert({fact.source, key});
      if (fact.total)
        put_total(totals_[{key, fact.area}], fact, slice);
      else if (fact.area == Areas::nation)
        put(national(key, fact.source), fact, slice);
      else
        put(sides[static_cast<std::size_t>(fact.area)], fact, slice);
    }
  }

  // As group(), which is asked once a slice and period.
  std::vector<Side>& met_group(int slice, int period) {
    auto& periods = met_[slice];
    if (periods.empty()) periods.resize(static_cast<std::size_t>(measured_.cube.periods()));
    auto& met = periods[static_cast<std::size_t>(period)];
    if (met == nullptr) met = &group({slice, period});
    return *met;
  }

  // National figures are kept by source: whether they clash shows only when no sum can be made.
  Side& national(const SideKey& key, std::int16_t source) {
    std::vector<Side>& sides = national_[key];
    for (Side& side : sides)
      if (side.source == source) return side;
    return sides.emplace_back();
  }

  void put(Side& side, const Fact& fact, int slice) {
    if (!side.there) {
      side = {origin_of(fact), fact.breakdown, fact.source, fact.flags,
              fact.missing,    fact.value,     true};
      return;
    }
    if (side.source != fact.source && both_say_nothing(side.missing, fact.missing)) return;
    if (side.source != fact.source || !fits_beside(side, fact)) return clash(side, fact, slice);
    join(side.origin, fact);
    side.flags |= fact.flags;
    // What is printed of the parts says nothing of the whole.
    if (!request_.adds_up) side.missing = Missing::not_published;
    if (side.missing == Missing::none) side.missing = fact.missing;
    if (side.missing == Missing::none) add(side, *fact.value, origin_of(fact));
  }

  // Of totals of several tables none is that of the area.
  void put_total(Side& side, const Fact& fact, int slice) {
    const bool is_other = side.there && (side.source != fact.source || !fits_beside(side, fact));
    if (is_other)
      unclear_.insert(&side);
    else
      put(side, fact, slice);
  }

  // A whole and its parts must not be added to one another.
  bool fits_beside(const Side& side, const Fact& fact) const {
    return same_keys(measured_.parts[static_cast<std::size_t>(side.breakdown)],
                     measured_.parts[static_cast<std::size_t>(fact.breakdown)]);
  }

  // Two sources without a figure for the same reason say the same.
  static bool both_say_nothing(Missing one, Missing other) {
    return one != Missing::none && one == other;
  }

  void clash(const Side& side, const Fact& fact, int slice) {
    if (slice != 0) return;  // said for the total already
    findings_.push_back(figure_twice(areas_.at(fact.area).name, request_.term.measure,
                                     place_of(publication_, side.origin),
                                     place_of(publication_, origin_of(fact))));
  }

  void add(Side& side, Decimal value, const Origin& origin) {
    auto total = sum(*side.value, value);
    if (!total && fits_) total = sum_to_fit(*side.value, value);
    if (total) {
      side.value = total;
      return;
    }
    side.missing = Missing::unknown;
    add_finding(findings_, Level::error, place_of(publication_, origin), "sum.too_large",
                {"合計が18桁を超えます。桁か単位を確かめ、小数が長すぎるなら表で丸めてください",
                 "the sum has more than 18 digits; check the unit, or round long decimals in the "
                 "table"});
  }

  static Origin origin_of(const Fact& fact) { return {fact.source, fact.column, fact.row}; }

  void fill(int source) {
    const Source& each = publication_.sources[static_cast<std::size_t>(source)];
    if (!each.fixed_area.empty()) return;
    const FilledAreas filled(publication_, areas_, measured_, source);
    bool any = false;
    for (const auto& [from, key] : filled_from_) {
      if (from != source) continue;
      any = true;
      fill_group(group(key), source, filled);
    }
    if (any || !each.period_column.empty()) return;
    fill_group(group({0, measured_.cube.find_period(fixed_period(each))}), source, filled);
  }

  // What a union's row holds of each of its members nobody knows: theirs is no 0.
  void fill_group(std::vector<Side>& sides, int source, const FilledAreas& filled) {
    const AreaLevel level = publication_.sources[static_cast<std::size_t>(source)].level;
    for (int id = 0; id < areas_.size(); ++id) {
      Side& side = sides[static_cast<std::size_t>(id)];
      if (side.there || areas_.at(id).level != level || !filled.holds(id)) continue;
      side.in_union = union_speaks_of(sides, id);
      side.there = !side.in_union;
      if (side.in_union) continue;
      side.source = static_cast<std::int16_t>(source);
      side.origin = {side.source, -1, absent_row};
    }
  }

  bool union_speaks_of(const std::vector<Side>& sides, int area) const {
    const auto& unions = unions_of_[static_cast<std::size_t>(area)];
    return std::ranges::any_of(
        unions, [&](int each) { return sides[static_cast<std::size_t>(each)].there; });
  }

  void add_up(const SideKey& key, std::vector<Side>& sides) {
    for (const int prefecture : areas_.prefectures()) {
      Side& side = sides[static_cast<std::size_t>(prefecture)];
      if (!side.there && request_.adds_up) side = summed(sides, prefecture);
      if (!side.there) side = total(key, sides, prefecture);
    }
    Side& nation = sides[Areas::nation];
    nation = request_.adds_up ? summed(sides, Areas::nation) : Side{};
    if (!nation.there) nation = stated(key);
    if (!nation.there) nation = total(key, sides, Areas::nation);
  }

  // What the table prints as the total of an area is that only where the table has all below it.
  Side total(const SideKey& key, const std::vector<Side>& sides, int area) const {
    const auto at = totals_.find({key, area});
    if (at == totals_.end() || unclear_.contains(&at->second)) return {};
    const bool is_rate = !request_.adds_up && area == Areas::nation;
    const bool is_whole = std::ranges::all_of(areas_.children(area), [&](int child) {
      const Side& side = sides[static_cast<std::size_t>(child)];
      return side.there ? side.source == at->second.source : union_speaks_of(sides, child);
    });
    return is_rate || is_whole ? at->second : Side{};
  }

  Side stated(const SideKey& key) {
    const std::vector<Side>& own = national_[key];
    if (own.empty()) return {};
    for (std::size_t at = 1; at < own.size() && key.first == 0; ++at) {
      if (both_say_nothing(own[0].missing, own[at].missing)) continue;
      findings_.push_back(figure_twice(areas_.at(Areas::nation).name, request_.term.measure,
                                       place_of(publication_, own[0].origin),
                                       place_of(publication_, own[at].origin)));
    }
    return own.front();
  }

  Side summed(const std::vector<Side>& sides, int parent) {
    Side total;
    for (const int child : areas_.children(parent))
      if (const Side& side = sides[static_cast<std::size_t>(child)]; !side.in_union)
        if (!take(total, side)) return {};
    for (const int each : unions_[static_cast<std::size_t>(parent)])
      if (const Side& side = sides[static_cast<std::size_t>(each)]; side.there)
        if (!take(total, side)) return {};
    total.origin = {-1, -1, summed_row};
    return total;
  }

  bool take(Side& total, const Side& side) {
    if (!side.has_figure()) return false;
    if (!total.there) total.source = side.source;
    total.there = true;
    total.flags |= handed_up(side.flags);
    add(total, *side.value, side.origin);
    return total.missing == Missing::none;
  }

  const SideRequest& request_;
  const Slices& slices_;
  const FactGroups& groups_;
  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  Findings& findings_;
  int measure_;
  bool fits_;  // sums may be rounded to fit: what hides figures takes all sums as exact
  Sides sides_;
  std::map<SideKey, std::vector<Side>> national_;
  std::map<std::pair<SideKey, int>, Side> totals_;  // by area as well
  std::set<const Side*> unclear_;                   // of the totals: two tables have one
  std::set<std::pair<int, SideKey>> filled_from_;
  std::pair<std::pair<int, int>, const std::vector<int>*> last_;  // of the fact before
  std::unordered_map<int, std::vector<std::vector<Side>*>> met_;  // slice, period
  std::vector<std::vector<int>> unions_;                          // by prefecture
  std::vector<std::vector<int>> unions_of_;                       // by member
};

}  // namespace

Place place_of(const Publication& publication, const Origin& origin) {
  if (origin.source < 0) return {};
  const Table& table = publication.tables[static_cast<std::size_t>(origin.source)];
  const int column = std::max<int>(origin.column, 0);
  if (origin.row < 0) return {table.file(), 0, 0};
  return table.place(origin.row, column);
}

Slices find_slices(const SideRequest& request, const FactGroups& groups,
                   const Publication& publication, Measured& measured) {
  Slices found;
  const int measure = measured.measure(request.term.measure);
  for (const FactGroup& group : groups.all()) {
    if (group.measure != measure || !reads(request, group.source)) continue;
    std::vector<int>& slices = found[{group.source, group.breakdown}];
    const Parts parts = measured.parts[static_cast<std::size_t>(group.breakdown)];
    if (!selects(request.term, parts)) continue;
    slices.push_back(0);
    const Source& source = publication.sources[static_cast<std::size_t>(group.source)];
    const Parts kept = kept_parts(request, source, parts);
    if (!kept.empty() && !request.totals_only) slices.push_back(measured.breakdown_id(kept));
  }
  return found;
}

Sides make_sides(const SideRequest& request, const Slices& slices, const FactGroups& groups,
                 const Publication& publication, const Areas& areas, const Measured& measured,
                 Findings& findings) {
  return SideMaker(request, slices, groups, publication, areas, measured, findings).make();
}

}  // namespace yokoten
