#include "check/absences.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "check/keys_in_turn.h"
#include "model/home_area.h"
#include "model/unions.h"

namespace yokoten {
namespace {

constexpr std::size_t kMostNamed = 5;
constexpr std::size_t kMostCompared = 1000;  // holes; what has more has no slips but another shape
constexpr std::size_t kFewestAreas = 5;  // of a table that is to have all periods and parts of each

using Slot = std::pair<int, int>;  // period, breakdown

/// An area of the table that has no row at a period and part that nearly all others have.
struct Hole {
  int area = Areas::none;
  Slot slot;
};

// An optional source without its file was told when it was read.
bool should_hold_all(const Source& source) {
  return source.kind == SourceKind::figures && !source.file.empty() &&
         !source.area_column.empty() && !source.complete;
}

// Four fifths: what lacks more was never meant to be there.
bool nearly_all(std::size_t some, std::size_t all) { return some * 5 >= all * 4; }

/// The areas of one source.
class Coverage {
 public:
  Coverage(const Subject& subject, int number)
      : subject_(subject), number_(number), source_(subject.source(number)) {
    const RowReadings& rows = subject.measured.rows[static_cast<std::size_t>(number)];
    std::vector<bool> is_there(static_cast<std::size_t>(subject.areas.size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (const auto [area, match, role] = rows[row]; area != Areas::none)
        is_there[static_cast<std::size_t>(area)] = true;
      else if (role == RowRole::counted)
        ++unread_;
    for (int area = 0; area < subject.areas.size(); ++area)
      if (is_there[static_cast<std::size_t>(area)]) present_.insert(present_.end(), area);
  }

  void check() {
    check_areas();
    if (present_.size() < kFewestAreas || moves_periods()) return;
    find_slots();
    std::vector<Hole> holes = find_holes();
    if (holes.size() <= kMostCompared)
      std::erase_if(holes, [&](const Hole& hole) { return is_another_part(hole); });
    if (!holes.empty()) report_holes(holes);
  }

 private:
  // A row whose name was not understood is told there; its area is not told as missing too.
  void check_areas() {
    const bool of_towns = source_.level == AreaLevel::municipality;
    std::vector<int> absent;
    std::size_t all = 0;
    for (const int each : of_towns ? expected_towns() : prefectures()) {
      ++all;
      if (!present_.contains(each) && !is_in_union(each)) absent.push_back(each);
    }
    if (absent.size() > unread_) report_areas(absent, all, of_towns);
  }

  // The row of a union stands for its members.
  bool is_in_union(int town) const {
    const std::vector<int>& unions = unions_[static_cast<std::size_t>(town)];
    return std::ranges::any_of(unions, [&](int each) { return present_.contains(each); });
  }

  bool is_in_union_of(int area, Slot slot) const {
    const auto there = of_unions_.find(slot);
    return there != of_unions_.end() &&
           std::ranges::any_of(unions_[static_cast<std::size_t>(area)],
                               [&](int each) { return there->second.contains(each); });
  }

  // A prefecture's publication may have a table of its own prefecture alone.
  std::vector<int> prefectures() const {
    const int home = home_area(subject_.publication, subject_.areas);
    if (home != Areas::nation && present_.size() == 1 && present_.contains(home)) return {home};
    const auto all = subject_.areas.prefectures();
    return {all.begin(), all.end()};
  }

  std::size_t listed_below(int prefecture) const {
    const auto towns = subject_.areas.children(prefecture);
    return static_cast<std::size_t>(std::count_if(
        towns.begin(), towns.end(), [&](int town) { return present_.contains(town); }));
  }

  // Those of the prefectures that the table has nearly all towns of; none where it has but some
  // towns of another one. Nearly all of the country is all of it.
  std::vector<int> expected_towns() const {
    const std::vector<int> all = subject_.areas.municipalities();
    if (source_.lists_at_least || present_.empty()) return {};
    if (nearly_all(present_.size(), all.size())) return all;
    std::vector<int> expected;
    for (const int prefecture : subject_.areas.prefectures()) {
      const std::size_t listed = listed_below(prefecture);
      const auto towns = subject_.areas.children(prefecture);
      if (listed == 0) continue;
      if (towns.size() < kFewestAreas || !nearly_all(listed, towns.size())) return {};
      expected.insert(expected.end(), towns.begin(), towns.end());
    }
    std::erase_if(expected, [&](int each) {
      return subject_.areas.at(each).level != AreaLevel::municipality;
    });
    return expected;
  }

  // Where a note in a cell moves its figure to another period, rows do not tell the periods.
  bool moves_periods() const {
    return std::any_of(source_.notes.begin(), source_.notes.end(),
                       [](const auto& note) { return note.second.period.has_value(); });
  }

  void find_slots() {
    for (const Fact& fact : facts_of_source({.area = true, .period = true, .breakdown = true})) {
      if (fact.total) continue;
      const AreaLevel level = subject_.areas.at(fact.area).level;
      if (level == source_.level) add(slots_[{fact.period, fact.breakdown}], fact.area);
      if (level == AreaLevel::municipal_union)
        of_unions_[{fact.period, fact.breakdown}].insert(fact.area);
    }
    for (auto& [slot, areas] : slots_.all()) {
      if (!std::ranges::is_sorted(areas)) std::ranges::sort(areas);
      const auto [first, last] = std::ranges::unique(areas);
      areas.erase(first, last);
    }
  }

  FactRange facts_of_source(FactFields fields) const {
    const Facts& facts = subject_.measured.facts;
    const auto [first, end] = facts.of_source(number_);
    return facts.part(first, end, fields);
  }

  // A row may have many facts of one slot.
  static void add(std::vector<int>& areas, int area) {
    if (areas.empty() || areas.back() != area) areas.push_back(area);
  }

  // The row of the first fact that the area has there.
  int row_of(Slot slot, int area) const {
    const FactFields asked{.area = true, .row = true, .period = true, .breakdown = true};
    for (const Fact& fact : facts_of_source(asked))
      if (!fact.total && fact.area == area && Slot(fact.period, fact.breakdown) == slot)
        return fact.row;
    return 0;
  }

  std::vector<Hole> find_holes() const {
    std::vector<Hole> holes;
    std::vector<int> all;
    std::vector<bool> is_known(static_cast<std::size_t>(subject_.areas.size()));
    for (const auto& [slot, areas] : slots_.all())
      for (const int area : areas) is_known[static_cast<std::size_t>(area)] = true;
    for (int area = 0; area < subject_.areas.size(); ++area)
      if (is_known[static_cast<std::size_t>(area)]) all.push_back(area);
    for (const auto& [slot, areas] : slots_.all()) {
      if (!nearly_all(areas.size(), all.size())) continue;
      auto at = areas.begin();  // both are in the order of areas
      for (const int area : all)
        if (at != areas.end() && *at == area)
          ++at;
        else if (!is_in_union_of(area, slot))
          holes.push_back({area, slot});
    }
    return holes;
  }

  // A part that hardly any area has, of an area that lacks a usual one: misspelt, or left empty.
  bool is_another_part(const Hole& hole) {
    const auto& slots = slots_.all();
    for (auto at = slots.lower_bound({hole.slot.first, 0});
         at != slots.end() && at->first.first == hole.slot.first; ++at) {
      const auto& [slot, areas] = *at;
      if (areas.size() * 20 > present_.size() + 19) continue;
      const std::string* column = std::ranges::binary_search(areas, hole.area)
                                      ? one_that_differs(slot.second, hole.slot.second)
                                      : nullptr;
      if (column == nullptr) continue;
      report_part(slot, hole, *column);
      return true;
    }
    return false;
  }

  // The heading of the one key whose codes differ; nullptr where more do, or columns tell them.
  const std::string* one_that_differs(int one, int other) const {
    const Parts& a = subject_.measured.parts[static_cast<std::size_t>(one)];
    const Parts& b = subject_.measured.parts[static_cast<std::size_t>(other)];
    const std::string* column = nullptr;
    for (std::size_t at = 0; a.size() == b.size() && at < a.size(); ++at) {
      if (a[at] == b[at]) continue;
      if (column != nullptr || a[at].first != b[at].first) return nullptr;
      for (const auto& [key, heading] : source_.breakdown)
        if (key == a[at].first) column = &heading;
      if (column == nullptr) return nullptr;
    }
    return column;
  }

  std::string code_of(int breakdown, const std::string& heading) const {
    for (const auto& [key, code] : subject_.measured.parts[static_cast<std::size_t>(breakdown)])
      for (const auto& [own, column] : source_.breakdown)
        if (own == key && column == heading) return code;
    return {};
  }

  void report_part(Slot seen, const Hole& usual, const std::string& heading) const {
    const Table& table = subject_.table(number_);
    const std::string code = code_of(seen.second, heading),
                      right = code_of(usual.slot.second, heading);
    subject_.warning(
        table.place(row_of(seen, usual.area), table.column(heading).value_or(0)), "part.unknown",
        {fmt::format("{}「{}」はほかの地域になく、{}には「{}」がありません。書き間違いなら "
                     "corrections.toml で正してください",
                     heading, code, subject_.areas.at(usual.area).name, right),
         fmt::format("hardly any other area has the {} \"{}\", and {} lacks \"{}\"; correct it in "
                     "corrections.toml if it is misspelt",
                     heading, code, subject_.areas.at(usual.area).name, right)});
  }

  std::string name_of(int area) const {
    const Area& of = subject_.areas.at(area);
    return of.level == AreaLevel::municipality ? subject_.areas.at(of.parent).name + of.name
                                               : of.name;
  }

  static std::string joined(std::vector<std::string> names, const char* separator) {
    if (names.size() > kMostNamed) names.resize(kMostNamed);
    return fmt::format("{}", fmt::join(names, separator));
  }

  Place heading() const {
    const Table& table = subject_.table(number_);
    return table.heading_place(table.column(source_.area_column).value_or(0));
  }

  void report_areas(const std::vector<int>& ids, std::size_t all, bool of_towns) const {
    std::vector<std::string> names;
    for (const int id : ids) names.push_back(name_of(id));
    const bool more = ids.size() > kMostNamed;
    subject_.warning(
        heading(), "area.missing",
        {fmt::format("{}{}の行がありません（{}{}）。0なら complete = true "
                     "とし、そうでなければ値なしのまま公表されます",
                     ids.size(), of_towns ? "市区町村" : "都道府県", joined(names, "、"),
                     more ? " ほか" : ""),
         fmt::format("no row for {}{} ({} of {} {}); set complete = true if they have 0, "
                     "else they are published without a figure",
                     joined(names, ", "), more ? " …" : "", ids.size(), all,
                     of_towns ? "municipalities" : "prefectures")});
  }

  Message slot_text(Slot slot) const {
    const Period period = subject_.measured.cube.period(slot.first);
    Message text{to_japanese(period), to_text(period)};
    for (const auto& [key, code] : subject_.measured.parts[static_cast<std::size_t>(slot.second)])
      for (std::string* each : {&text.ja, &text.en}) *each += (each->empty() ? "" : " ") + code;
    return text;
  }

  void report_holes(const std::vector<Hole>& holes) const {
    std::vector<std::string> ja, en;
    for (const Hole& each : holes) {
      const Message slot = slot_text(each.slot);
      ja.push_back(name_of(each.area) + ' ' + slot.ja);
      en.push_back(name_of(each.area) + ' ' + slot.en);
    }
    const bool more = holes.size() > kMostNamed;
    subject_.warning(
        heading(), "area.missing",
        {fmt::format(
             "ほかの地域にはある行が{}件ありません（{}{}）。抜けなら行を補い、0なら complete "
             "= true としてください。そのままでは値なしで公表されます",
             holes.size(), joined(ja, "、"), more ? " ほか" : ""),
         fmt::format("rows that the other areas have are missing: {} ({}{}); add them, or set "
                     "complete = true if they are 0, else they are published without a figure",
                     holes.size(), joined(en, ", "), more ? " …" : "")});
  }

  const Subject& subject_;
  int number_;
  const Source& source_;
  std::set<int> present_;
  std::vector<std::vector<int>> unions_ = unions_of_members(subject_.areas);  ///< by town
  std::size_t unread_ = 0;                    ///< rows whose area was not understood
  KeysInTurn<Slot, std::vector<int>> slots_;  // areas in their order
  std::map<Slot, std::set<int>> of_unions_;   // that have a row there
};

}  // namespace

void check_absences(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (should_hold_all(subject.source(number))) Coverage(subject, number).check();
}

}  // namespace yokoten
