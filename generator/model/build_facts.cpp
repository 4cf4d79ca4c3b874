#include "model/build_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.h"

namespace yokoten {
namespace {

/// Texts that keep apart what stands in them, as what is hashed.
class Wording {
 public:
  Wording& operator<<(const std::string& text) {
    all_ += fmt::format("{}:{};", text.size(), text);
    return *this;
  }
  Wording& operator<<(std::int64_t number) { return *this << std::to_string(number); }
  Wording& operator<<(const std::optional<Decimal>& number) { return *this << exact_text(number); }
  Wording& operator<<(const std::vector<std::string>& texts) {
    *this << static_cast<std::int64_t>(texts.size());
    for (const std::string& each : texts) *this << each;
    return *this;
  }
  Wording& operator<<(const std::vector<std::pair<std::string, std::string>>& pairs) {
    *this << static_cast<std::int64_t>(pairs.size());
    for (const auto& [key, text] : pairs) *this << key << text;
    return *this;
  }
  std::string hash() const { return sha256(all_); }

 private:
  std::string all_;
};

void add_selection(Wording& words, const Selection& selection) {
  words << selection.key << selection.codes;
}

void add_term(Wording& words, const Term& term) {
  words << term.measure << static_cast<std::int64_t>(term.where.size());
  for (const Selection& each : term.where) add_selection(words, each);
}

void add_outcomes(Wording& words, const Indicator& indicator) {
  if (indicator.outcome) {
    words << static_cast<std::int64_t>(indicator.outcome->outcome) << indicator.outcome->by;
    for (const int size : indicator.outcome->sizes) words << size;
  }
  if (indicator.units)
    words << static_cast<std::int64_t>(indicator.units->outcome) << indicator.units->group
          << indicator.units->than_group << indicator.units->than;
}

std::string definition_of(const Indicator& indicator) {
  Wording words;
  words << static_cast<std::int64_t>(indicator.kind) << indicator.unit << indicator.decimals
        << indicator.total << indicator.adds_up << indicator.sources << indicator.count_areas
        << static_cast<std::int64_t>(indicator.of) << indicator.condition_indicator
        << indicator.condition_at_least << indicator.flags
        << static_cast<std::int64_t>(indicator.absent) << indicator.framework;
  add_term(words, indicator.numerator);
  add_term(words, indicator.denominator);
  if (indicator.by) add_selection(words, *indicator.by);
  for (const AreaLevel level : indicator.levels) words << static_cast<std::int64_t>(level);
  add_outcomes(words, indicator);
  return words.hash();
}

void add_row_rule(Wording& words, const std::optional<RowRule>& rule) {
  if (rule) words << rule->column << rule->values;
}

std::string reading_of(const Source& source) {
  Wording words;
  words << static_cast<std::int64_t>(source.kind) << source.area_column << source.prefecture_column
        << source.fixed_area << source.home << static_cast<std::int64_t>(source.level)
        << (source.period ? to_text(*source.period) : std::string()) << source.period_column
        << source.complete << source.measures << source.breakdown;
  for (const Unpivot& each : source.unpivots) words << each.into << each.measure << each.columns;
  for (const RowRule& each : source.only) add_row_rule(words, each);
  add_row_rule(words, source.total_row);
  add_row_rule(words, source.of_which);
  if (source.group) words << source.group->by << source.group->sum << source.group->count;
  for (const auto& [text, meaning] : source.symbols) words << text << meaning;
  return words.hash();
}

std::string disclosure_of(const Source& source) {
  if (!source.disclosure) return {};
  const DisclosureRule& rule = *source.disclosure;
  Wording words;
  words << rule.measures << rule.cells << rule.hides_zero << rule.cumulative << rule.units
        << rule.fewest_units << rule.population;
  for (const PopulationStep& each : rule.steps) words << each.below << each.cells << each.hides_all;
  return words.hash();
}

bool is_closed(const Source& source) { return source.withheld || names_offices(source); }

/// Ids of the sources that figures of the indicator may be from, through the indicators that it
/// counts by.
class SourcesBehind {
 public:
  explicit SourcesBehind(const Publication& publication) : publication_(publication) {}

  std::vector<std::string> of(const Indicator& indicator) {
    ids_.clear();
    seen_.clear();
    add(indicator);
    return {ids_.begin(), ids_.end()};
  }

 private:
  void add(const Indicator& indicator) {
    if (!seen_.insert(indicator.id).second) return;
    for (const Source& each : publication_.sources)
      if (feeds(each, indicator)) ids_.insert(each.id);
    const int other = publication_.indicator(indicator.condition_indicator);
    if (other >= 0) add(publication_.indicators[static_cast<std::size_t>(other)]);
  }

  static bool feeds(const Source& source, const Indicator& indicator) {
    if (is_from_reports(indicator)) return names_offices(source);
    if (indicator.kind == IndicatorKind::value && source.kind == SourceKind::framework) return true;
    return takes_from(indicator, source.id) &&
           (gives_measure(source, indicator.numerator.measure) ||
            gives_measure(source, indicator.denominator.measure));
  }

  const Publication& publication_;
  std::set<std::string> ids_, seen_;
};

std::vector<BuildFacts::OfTarget> target_facts(const Indicator& indicator) {
  std::vector<BuildFacts::OfTarget> facts;
  for (const Target& each : indicator.targets) facts.push_back({each.year, each.text});
  return facts;
}

std::vector<BuildFacts::OfCorrection> correction_facts(const Publication& publication,
                                                       const Areas& areas, const Cube& cube,
                                                       const CorrectedFigures& corrected) {
  std::map<const Correction*, std::vector<std::string>> figures;
  for (const auto& [seen, corrections] : corrected)
    for (const Correction* each : corrections)
      figures[each].push_back(
          figure_name(publication.indicators[static_cast<std::size_t>(seen.indicator)].id,
                      areas.at(seen.area).code, to_text(cube.period(seen.period)),
                      cube.breakdown(seen.breakdown)));
  std::vector<BuildFacts::OfCorrection> facts;
  for (const Correction& each : publication.corrections) {
    const int source = publication.source(each.source);
    const bool closed =
        source < 0 || is_closed(publication.sources[static_cast<std::size_t>(source)]);
    auto& names = figures[&each];
    std::sort(names.begin(), names.end());
    if (closed)
      facts.push_back({each.source, {}, {}, {}, {}, 0, names});
    else
      facts.push_back(
          {each.source, each.column, each.printed, each.corrected, each.reason, each.row, names});
  }
  return facts;
}

// A folder's name is no part of what is found in it.
std::string inside(std::string text, const std::string& folder) {
  const std::string before = folder + '/';
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at))
    text.erase(at, before.size());
  return text;
}

bool lies_in(const std::string& file, const Source& source) {
  return !source.file.empty() && file.starts_with(source.file);
}

// What is found in the reports of offices tells of single ones: those are counted.
std::vector<BuildFacts::OfFinding> finding_facts(const Publication& publication,
                                                 const Findings& findings) {
  std::vector<BuildFacts::OfFinding> facts;
  std::map<std::tuple<std::string, std::string, Level>, std::size_t> counted;
  for (const Finding& each : findings) {
    const std::string file = inside(each.place.file, publication.folder);
    const bool closed =
        std::any_of(publication.sources.begin(), publication.sources.end(),
                    [&](const Source& of) { return is_closed(of) && lies_in(file, of); });
    const auto message = [&](const std::string& text) { return inside(text, publication.folder); };
    if (closed)
      ++counted[{file, each.code, each.level}];
    else
      facts.push_back({{{file, each.place.row, each.place.column},
                        each.level,
                        each.code,
                        {message(each.message.ja), message(each.message.en)}}});
  }
  for (const auto& [key, count] : counted)
    facts.push_back({{{std::get<0>(key), 0, 0}, std::get<2>(key), std::get<1>(key), {}}, count});
  return facts;
}

template <typename Facts>
auto* found(const Facts& facts, const std::string& id) {
  const auto at =
      std::find_if(facts.begin(), facts.end(), [&](const auto& each) { return each.id == id; });
  return at == facts.end() ? nullptr : &*at;
}

}  // namespace

const BuildFacts::OfIndicator* BuildFacts::indicator(const std::string& id) const {
  return found(indicators, id);
}

const BuildFacts::OfSource* BuildFacts::source(const std::string& id) const {
  return found(sources, id);
}

std::string figure_name(const std::string& indicator, const std::string& area_code,
                        const std::string& period, const std::string& breakdown) {
  return indicator + ' ' + area_code + ' ' + period + (breakdown.empty() ? "" : ' ' + breakdown);
}

BuildFacts build_facts(const Publication& publication, const Areas& areas, const Measured& measured,
                       const CorrectedFigures& corrected, const Findings& findings) {
  BuildFacts facts;
  facts.base_url = publication.base_url;
  SourcesBehind behind(publication);
  for (const Indicator& each : publication.indicators)
    facts.indicators.push_back({each.id, each.title, each.unit, each.decimals,
                                each.kind == IndicatorKind::ratio, each.better, definition_of(each),
                                behind.of(each), target_facts(each)});
  for (const Source& each : publication.sources)
    facts.sources.push_back({each.id, each.title, each.file, each.as_of, each.published,
                             is_closed(each) ? std::string() : each.sha256, reading_of(each),
                             disclosure_of(each)});
  facts.corrections = correction_facts(publication, areas, measured.cube, corrected);
  facts.findings = finding_facts(publication, findings);
  return facts;
}

}  // namespace yokoten
