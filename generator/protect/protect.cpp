#include "protect/protect.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "protect/audit.h"
#include "protect/cube_cells.h"
#include "protect/suppress.h"

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
    report_already_out();
    Suppression made = suppressed(cells_.cells);
    for (const int cell : made.unprotected) report_unprotected(cell);
    const int rule_count = count_sensitive();
    const int hidden_count = hide(made.hidden);
    if (rule_count == 0 && hidden_count == 0) return false;
    audit(made.hidden);
    report_count(rule_count, hidden_count);
    // A correction tells the figure that stood there.
    std::erase_if(publication_.corrections, [&](const Correction& each) {
      const int source = publication_.source(each.source);
      return source >= 0 && publication_.sources[static_cast<std::size_t>(source)].withheld &&
             parse_decimal(each.corrected);
    });
    return true;
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

  int count_sensitive() const {
    const auto& all = cells_.cells.cells;
    return static_cast<int>(std::count_if(
        all.begin(), all.end(), [](const Cell& each) { return each.goes_out && each.sensitive; }));
  }

  /// The cells of both sides of an observation, -1 where it has no figure.
  std::array<int, 2> sides_of(const Observation& seen) const {
    return {seen.numerator ? cells_.numerator(publication_, seen) : -1,
            seen.denominator ? cells_.denominator(publication_, seen) : -1};
  }

  /// Takes the cells out of everything that goes out; returns how many observations lost theirs.
  int hide(std::vector<char>& hidden) {
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
    return static_cast<int>(taken.size());
  }

  void take_out(const Observation& seen) {
    for (const int source :
         {static_cast<int>(seen.source), static_cast<int>(seen.numerator_origin.source),
          static_cast<int>(seen.denominator_origin.source)})
      if (source >= 0) withhold(source);
    measured_.cube.suppress(seen.indicator, seen.area, seen.period, seen.breakdown);
  }

  void take_out_facts(const std::vector<Observation>& taken) {
    std::set<std::tuple<int, int, int>> out;  // measure, area, period
    for (const Observation& seen : taken) {
      const Indicator& of = publication_.indicators[static_cast<std::size_t>(seen.indicator)];
      for (const Term* term : {&of.numerator, &of.denominator})
        out.insert({measured_.measure(term->measure), seen.area, seen.period});
    }
    std::erase_if(measured_.facts, [&](const Fact& fact) {
      return is_protected(fact.source) && out.contains({fact.measure, fact.area, fact.period});
    });
  }

  bool is_protected(int source) const {
    return publication_.sources[static_cast<std::size_t>(source)].disclosure.has_value();
  }

  void withhold(int source) {
    if (is_protected(source))
      publication_.sources[static_cast<std::size_t>(source)].withheld = true;
  }

  void audit(const std::vector<char>& hidden) {
    for (const Told& told : audited(cells_.cells, hidden)) {
      if (cell(told.cell).sensitive && !keeps_rule(cell(told.cell), told)) report_told(told);
    }
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

  void report_count(int by_rule, int observations) {
    for (const Source& source : publication_.sources)
      if (source.withheld && source.disclosure)
        add_finding(
            findings_, Level::note, source.disclosure->place, "disclosure.hidden",
            {fmt::format("規則にかかる{}個の値のために、{}個の値を秘匿しました。{} は公開しません",
                         by_rule, observations, source.file),
             fmt::format("{} figures are hidden for the sake of {} that the rules name; {} "
                         "does not go out",
                         observations, by_rule, source.file)});
  }

  Publication& publication_;
  const Areas& areas_;
  Measured& measured_;
  Findings& findings_;
  CubeCells cells_;
};

}  // namespace

bool protect(Publication& publication, const Areas& areas, Measured& measured, Findings& findings) {
  const auto& sources = publication.sources;
  const bool any = std::any_of(sources.begin(), sources.end(),
                               [](const Source& source) { return source.disclosure.has_value(); });
  return any && Protector(publication, areas, measured, findings).done();
}

}  // namespace yokoten
