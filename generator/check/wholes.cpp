#include "check/wholes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "model/filled_areas.h"

namespace yokoten {
namespace {

// Facts that may be compared: of one source and measure, at one period, for areas of one level.
using GroupKey = std::tuple<int, int, int, AreaLevel>;  // measure, period, source, level
using Group = std::vector<std::uint32_t>;               // positions in Measured::facts
using Groups = std::map<GroupKey, Group>;

struct Amount {
  Decimal sum;
  bool has_gap = false;
  Group facts;
  std::set<int> areas;
};

// By area of the whole and the codes that both sources tell apart.
using Amounts = std::map<std::pair<int, std::string>, Amount>;

AreaLevel level_of(const Areas& areas, int area) {
  const AreaLevel level = areas.at(area).level;
  return level == AreaLevel::municipal_union ? AreaLevel::municipality : level;
}

/// By measure: whether there are facts of areas of several levels, as wholes and parts are.
std::vector<bool> told_of_several_levels(const Subject& subject) {
  const std::size_t measures = subject.measured.measures.size();
  std::vector<AreaLevel> first(measures, AreaLevel::municipal_union);  // which level_of() never is
  std::vector<bool> several(measures);
  for (const Fact& fact : subject.measured.facts.all({.area = true})) {
    if (fact.total) continue;
    const auto at = static_cast<std::size_t>(fact.measure);
    const AreaLevel level = level_of(subject.areas, fact.area);
    if (first[at] == AreaLevel::municipal_union) first[at] = level;
    if (first[at] != level) several[at] = true;
  }
  return several;
}

Groups grouped(const Subject& subject) {
  Groups groups;
  const std::vector<bool> several = told_of_several_levels(subject);
  if (std::ranges::find(several, true) == several.end()) return groups;
  std::uint32_t at = 0;
  for (const Fact& fact : subject.measured.facts.all({.area = true, .period = true})) {
    if (!fact.total && several[static_cast<std::size_t>(fact.measure)])
      groups[{fact.measure, fact.period, fact.source, level_of(subject.areas, fact.area)}]
          .push_back(at);
    ++at;
  }
  return groups;
}

/// One source of wholes against one source of the areas below.
class Pair {
 public:
  Pair(const Subject& subject, const Group& wholes, AreaLevel whole_level, const Group& parts)
      : subject_(subject), whole_level_(whole_level), wholes_(wholes), parts_(parts) {
    for (const auto& [key, code] : codes(first(wholes)))
      for (const auto& [other, other_code] : codes(first(parts)))
        if (key == other) keys_.push_back(key);
    const int source = first(parts).source;
    if (subject.source(source).complete)
      filled_.emplace(subject.publication, subject.areas, subject.measured, source);
  }

  void check() {
    const Amounts wholes = added(wholes_), parts = added(parts_);
    for (const auto& [key, whole] : wholes) {
      const auto part = parts.find(key);
      compare_amounts(key.first, whole, part == parts.end() ? Amount{} : part->second);
    }
    if (agreed_ > 0) note();
  }

 private:
  Fact first(const Group& facts) const { return subject_.measured.facts[facts.front()]; }

  const Parts& codes(const Fact& fact) const {
    return subject_.measured.parts[static_cast<std::size_t>(fact.breakdown)];
  }

  int whole_of(const Fact& fact) const {
    return whole_level_ == AreaLevel::nation ? Areas::nation
                                             : subject_.areas.prefecture_of(fact.area);
  }

  std::string common_codes(const Fact& fact) const {
    std::string text;
    for (const auto& [key, code] : codes(fact))
      if (std::find(keys_.begin(), keys_.end(), key) != keys_.end()) text += code + '\x1f';
    return text;
  }

  Amounts added(const Group& facts) const {
    Amounts amounts;
    PickedFacts picked(subject_.measured.facts);
    for (const std::uint32_t at : facts) {
      const Fact& fact = picked[at];
      Amount& amount = amounts[{whole_of(fact), common_codes(fact)}];
      const auto more = sum(amount.sum, *fact.value);
      if (fact.missing != Missing::none || !more)
        amount.has_gap = true;
      else
        amount.sum = *more;
      amount.facts.push_back(at);
      if (subject_.areas.at(fact.area).level != AreaLevel::municipal_union)
        amount.areas.insert(fact.area);
    }
    return amounts;
  }

  // Whether every area below the whole has its figure.
  bool is_complete(int whole, const Amount& part) const {
    if (part.has_gap) return false;
    if (filled_ && filled_->holds(whole)) return true;
    const AreaLevel level = level_of(subject_.areas, first(parts_).area);
    std::size_t wanted = subject_.areas.children(whole).size();
    if (whole == Areas::nation && level == AreaLevel::municipality) {
      wanted = 0;
      for (const int each : subject_.areas.prefectures())
        wanted += subject_.areas.children(each).size();
    }
    return part.areas.size() == wanted;
  }

  void compare_amounts(int area, const Amount& whole, const Amount& part) {
    if (whole.has_gap || !is_complete(area, part)) return;
    if (compare(whole.sum, part.sum) != 0) return report(area, whole, part);
    ++agreed_;
    total_ = sum(total_, whole.sum).value_or(total_);
  }

  const std::string& title(const Group& facts) const {
    return subject_.source(first(facts).source).title;
  }

  // The cell of a single figure; the printed total of several; else their heading.
  Place place(const Group& facts) const {
    const Fact one = first(facts);
    const Table& table = subject_.table(one.source);
    if (facts.size() == 1) return table.place(one.row, one.column);
    for (int row = 0; row < table.rows(); ++row)
      if (subject_.role(one.source, row) == RowRole::total) return table.place(row, one.column);
    return table.heading_place(one.column);
  }

  void report(int area, const Amount& whole, const Amount& part) const {
    const std::string& name = subject_.areas.at(area).name;
    const std::string one = to_shown(whole.sum), other = to_shown(part.sum);
    subject_.error(
        place(whole.facts), "total.sources",
        {fmt::format("{}の値 {} は「{}」の和 {} と合いません。時点と範囲を確かめ、誤記なら "
                     "corrections.toml で正してください",
                     name, one, title(parts_), other),
         fmt::format("the figure {} of {} is not the sum {} of {}; check period and "
                     "scope, and correct a misprint in corrections.toml",
                     one, name, other, title(parts_))});
  }

  void note() const {
    const std::string shown = to_shown(total_);
    subject_.note(place(wholes_), "total.agrees",
                  {fmt::format("「{}」の{}件の数値は「{}」の和と一致します（計 {}）",
                               title(wholes_), agreed_, title(parts_), shown),
                   fmt::format("{} figures of {} are the sums of {} ({} in all)", agreed_,
                               title(wholes_), title(parts_), shown)});
  }

  const Subject& subject_;
  AreaLevel whole_level_;
  const Group& wholes_;
  const Group& parts_;
  std::optional<FilledAreas> filled_;  // of the parts' source, where it is complete
  std::vector<std::string> keys_;      // told apart by both
  int agreed_ = 0;
  Decimal total_;
};

}  // namespace

void check_wholes(const Subject& subject) {
  const Groups groups = grouped(subject);
  for (const auto& [key, wholes] : groups) {
    const auto& [measure, period, source, level] = key;
    for (auto other = groups.lower_bound({measure, period, 0, AreaLevel::nation});
         other != groups.end() && std::get<0>(other->first) == measure &&
         std::get<1>(other->first) == period;
         ++other)
      if (level < std::get<3>(other->first) &&
          adds_up(subject.publication,
                  subject.measured.measures[static_cast<std::size_t>(measure)]))
        Pair(subject, wholes, level, other->second).check();
  }
}

}  // namespace yokoten
