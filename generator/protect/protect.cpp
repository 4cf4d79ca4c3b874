#include "protect/protect.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "protect/audit.h"
#include "protect/cube_cells.h"
#include "protect/files.h"
#include "protect/suppress.h"
#include "protect/told_rates.h"

namespace yokoten {
namespace {

class Protector {
 public:
  Protector(Publication& publication, const Areas& areas, Measured& measured, Findings& findings)
      : publication_(publication),
        areas_(areas),
        measured_(measured),
        findings_(findings),
        cells_(cube_cells(publication, areas, measured)) {}

  bool done() {
    check_populations();
    check_shared_files(publication_, findings_);
    refuse_told_rates(publication_, findings_);
    report_already_out();
    report_left_out();
    Suppression made = suppressed(cells_.cells);
    if (!made.unprotected.empty() && raise_low(cells_.cells, made.unprotected))
      made = suppressed(cells_.cells);
    for (const int cell : made.unprotected) report_unprotected(cell);
    const std::vector<Observation> taken = hide(made.hidden);
    withhold_files(publication_, areas_, measured_, hidden_measures_);
    take_out_corrections(publication_);
    audit(made.hidden);
    report_counts(made.hidden, taken);
    return !taken.empty();
  }

 private:
  void check_populations() {
    for (const Source& source : publication_.sources) {
      if (!source.disclosure || source.disclosure->population.empty()) continue;
      const std::string& name = source.disclosure->population;
      if (measured_.measure(name) < 0)
        add_finding(findings_, Level::error, source.disclosure->place, "disclosure.population",
                    {fmt::format("人口 {} をもつ資料がありません", name),
                     fmt::format("no source has the population {}", name)});
    }
  }

  void report_left_out() {
    if (cells_.sums_left_out == 0) return;
    add_finding(
        findings_, Level::warning, {publication_.folder + "/publication.toml", 0, 0},
        "disclosure.revised",
        {fmt::format(
             "以前の公表の合計のうち{}組は、今日の表と合わないため、秘匿で考慮していません。"
             "releasedのファイルが加工されていないか確かめてください",
             cells_.sums_left_out),
         fmt::format("{} groups of sums of earlier releases can't be made out and are not "
                     "held; check that the files of released are unchanged",
                     cells_.sums_left_out)});
  }

  void report_already_out() {
    if (cells_.already_out == 0) return;
    add_finding(
        findings_, Level::warning, {publication_.folder + "/publication.toml", 0, 0},
        "disclosure.released",
        {fmt::format("規則にかかる{}個の値は、以前の公表にそのまま載っています。秘匿しません",
                     cells_.already_out),
         fmt::format("{} figures that the rules name were shown by an earlier release; they "
                     "are not hidden",
                     cells_.already_out)});
  }

  const Cell& cell(int number) const {
    return cells_.cells.cells[static_cast<std::size_t>(number)];
  }

  /// The cells of both sides of an observation, -1 where it has no figure.
  std::array<int, 2> sides_of(const Observation& seen) const {
    return {seen.numerator ? cells_.numerator(publication_, seen) : -1,
            seen.denominator ? cells_.denominator(publication_, seen) : -1};
  }

  /// Takes the cells out of everything that goes out; returns the observations that lost theirs.
  std::vector<Observation> hide(std::vector<char>& hidden) {
    const auto is_hidden = [&](int number) {
      return number >= 0 && hidden[static_cast<std::size_t>(number)] != 0;
    };
    std::vector<Observation> taken;
    std::vector<int> lost;  // cells of those
    std::vector<char> shows(hidden.size());
    for (const Observation& seen : measured_.cube.all()) {
      const auto sides = sides_of(seen);
      const bool out = is_hidden(sides[0]) || is_hidden(sides[1]);
      if (out) taken.push_back(seen);
      for (const int number : sides) {
        if (number < 0) continue;
        if (out)
          lost.push_back(number);
        else
          shows[static_cast<std::size_t>(number)] = 1;
      }
    }
    // A figure that only hidden rates have told is hidden as well.
    for (const int number : lost)
      if (!shows[static_cast<std::size_t>(number)] && !cell(number).stays_open)
        hidden[static_cast<std::size_t>(number)] = 1;
    for (const Observation& seen : taken) take_out(seen);
    take_out_facts(taken);
    std::erase_if(measured_.unions, [&](const Observation& seen) {
      const auto sides = sides_of(seen);
      return is_hidden(sides[0]) || is_hidden(sides[1]);
    });
    return taken;
  }

  void take_out(const Observation& seen) {
    const auto& [above, below] = cells_.sides[static_cast<std::size_t>(seen.indicator)];
    for (const FormulaSide* side : {&above, &below})
      if (side->term != nullptr) hidden_measures_.insert(side->term->measure);
    measured_.cube.suppress(seen.indicator, seen.area, seen.period, seen.breakdown);
  }

  void take_out_facts(const std::vector<Observation>& taken) {
    std::set<std::tuple<int, int, int>> out;  // measure, area, period
    for (const Observation& seen : taken) {
      const Indicator& of = publication_.indicators[static_cast<std::size_t>(seen.indicator)];
      for (const Term* term : {&of.numerator, &of.denominator})
        out.insert({measured_.measure(term->measure), seen.area, seen.period});
    }
    measured_.facts.keep_only(0, [&](const Fact& fact) {
      return !is_protected(fact.source) || !out.contains({fact.measure, fact.area, fact.period});
    });
  }

  bool is_protected(int source) const {
    return publication_.sources[static_cast<std::size_t>(source)].disclosure.has_value();
  }

  void audit(const std::vector<char>& hidden) {
    for (const Told& told : told_too_closely(cells_.cells, hidden)) report_told(told);
  }

  std::string where(int number) const {
    const CellOrigin& origin = cells_.origin(number);
    const std::string period = to_text(measured_.cube.period(origin.period));
    return fmt::format("{} {} {}", areas_.at(origin.area).name, origin.measure, period);
  }

  Place place(int number) const {
    const DisclosureRule* rule = cells_.origin(number).rule;
    return rule != nullptr ? rule->place : Place{publication_.folder + "/sources.toml", 0, 0};
  }

  void report_unprotected(int number) {
    add_finding(findings_, Level::error, place(number), "disclosure.unprotected",
                {fmt::format("{} を秘匿しても、ほかの資料や公表済みの値から分かります。"
                             "その資料にも disclosure を書くか、この値を載せないでください",
                             where(number)),
                 fmt::format("{} can be told from other sources even when it is hidden; give those "
                             "a disclosure rule too, or leave it out",
                             where(number))});
  }

  // The figures themselves must not stand in a message that may be passed on.
  void report_told(const Told& told) {
    add_finding(findings_, Level::error, place(told.cell), "disclosure.told",
                {fmt::format("{} は、公表する値から規則より狭い範囲に絞れます", where(told.cell)),
                 fmt::format("{} can be told from what goes out more closely than the rule allows",
                             where(told.cell))});
  }

  // Of each source its own.
  void report_counts(const std::vector<char>& hidden, const std::vector<Observation>& taken) {
    for (const Source& source : publication_.sources) {
      if (!source.disclosure) continue;
      const Hidden count = hidden_of(&*source.disclosure, hidden, taken);
      if (count.small > 0 || count.observations > 0) report_hidden(source, count);
      if (source.withheld) report_withheld(source);
    }
  }

  /// What one rule has done.
  struct Hidden {
    int small = 0, besides = 0, observations = 0;
  };

  Hidden hidden_of(const DisclosureRule* rule, const std::vector<char>& hidden,
                   const std::vector<Observation>& taken) const {
    Hidden count;
    for (std::size_t at = 0; at < hidden.size(); ++at) {
      const Cell& each = cells_.cells.cells[at];
      if (!hidden[at] || !each.goes_out || cells_.origins[at].rule != rule) continue;
      ++(each.sensitive ? count.small : count.besides);
    }
    for (const Observation& seen : taken) {
      const auto sides = sides_of(seen);
      count.observations += std::any_of(sides.begin(), sides.end(), [&](int side) {
        return side >= 0 && cells_.origin(side).rule == rule;
      });
    }
    return count;
  }

  void report_hidden(const Source& source, const Hidden& count) {
    add_finding(
        findings_, Level::note, source.disclosure->place, "disclosure.hidden",
        {fmt::format("{}：規則にかかる数{}個と、それが分からないようにほかの数{}個を秘匿しました"
                     "（表示する値では{}個）",
                     source.id, count.small, count.besides, count.observations),
         fmt::format("{}: {} counts that the rule names are hidden, and {} others that would give "
                     "them away ({} figures)",
                     source.id, count.small, count.besides, count.observations)});
  }

  void report_withheld(const Source& source) {
    add_finding(
        findings_, Level::note, source.disclosure->place, "disclosure.withheld",
        {fmt::format("{} は規則にかかる数を含むか、含まないと確かめられないため、公開しません",
                     source.file),
         fmt::format("{} holds counts that the rule names, or may hold some; it does not "
                     "go out",
                     source.file)});
  }

  Publication& publication_;
  const Areas& areas_;
  Measured& measured_;
  Findings& findings_;
  CubeCells cells_;
  std::set<std::string> hidden_measures_;
};

}  // namespace

bool protect(Publication& publication, const Areas& areas, Measured& measured, Findings& findings) {
  const auto& sources = publication.sources;
  const bool any = std::any_of(sources.begin(), sources.end(),
                               [](const Source& source) { return source.disclosure.has_value(); });
  return any && Protector(publication, areas, measured, findings).done();
}

}  // namespace yokoten
