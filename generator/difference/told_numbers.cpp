#include "difference/told_numbers.h"

#include <algorithm>
#include <optional>

#include "base/threads.h"

namespace yokoten {
namespace {

bool is_number_letter(char letter) { return letter >= '0' && letter <= '9'; }

// The numbers of a line in their order, with their minus, without the commas of thousands.
std::vector<std::string> numbers_of(std::string_view line) {
  constexpr std::string_view minus = "\u2212";
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_number_letter(line[at])) continue;
    std::string number(line.substr(0, at).ends_with(minus) ? minus : "");
    for (; at < line.size(); ++at) {
      const bool joins = (line[at] == ',' || line[at] == '.') && at + 1 < line.size() &&
                         is_number_letter(line[at + 1]);
      if (!is_number_letter(line[at]) && !joins) break;
      if (line[at] != ',') number += line[at];
    }
    numbers.push_back(std::move(number));
  }
  return numbers;
}

void add_numbers(const IndicatorChanges& of, const ToldFigure& figure,
                 std::set<std::string>& into) {
  const auto add = [&](const std::string& text) {
    for (std::string& each : numbers_of(text)) into.insert(std::move(each));
  };
  if (figure.value) {
    add(shown_figure(of, figure, false));
    add(shown_figure(of, figure, true));
  }
  for (const auto& each : {figure.numerator, figure.denominator, figure.lower, figure.upper})
    if (each) add(to_shown(trimmed(*each)));
}

using SeriesKey = std::pair<std::string, std::string>;  // code of the area, part

std::set<SeriesKey> changed_series(const IndicatorChanges& of) {
  std::set<SeriesKey> keys;
  for (const auto* list : {&of.revised, &of.added, &of.removed})
    for (const RevisedFigure& each : *list) keys.emplace(each.key.area_code, each.key.breakdown);
  return keys;
}

using Steps = std::set<std::pair<std::string, std::string>>;

void add_step(const std::string& before, const std::string& after, Steps& into) {
  const auto then = numbers_of(before), now = numbers_of(after);
  for (std::size_t at = 0; at < std::min(then.size(), now.size()); ++at)
    into.emplace(then[at], now[at]);
}

void add_figure_steps(const IndicatorChanges& of, const ToldFigure& before, const ToldFigure& after,
                      Steps& into) {
  if (before.value && after.value)
    for (const bool exact : {false, true})
      add_step(shown_figure(of, before, exact), shown_figure(of, after, exact), into);
  for (const auto part : {&ToldFigure::numerator, &ToldFigure::denominator})
    if (before.*part && after.*part)
      add_step(to_shown(trimmed(*(before.*part))), to_shown(trimmed(*(after.*part))), into);
}

// By period.
std::map<std::string, const ToldFigure*> figures_in(const Snapshot& side,
                                                    const IndicatorChanges& of,
                                                    const SeriesKey& key) {
  std::map<std::string, const ToldFigure*> figures;
  for (auto at = side.figures.lower_bound({of.id, key.first, "", ""});
       at != side.figures.end() && at->first.indicator == of.id && at->first.area_code == key.first;
       ++at)
    if (at->first.breakdown == key.second) figures[at->first.period] = &at->second;
  return figures;
}

// All numbers of the series on one side, whatever the period: a newer one takes the place of it.
std::set<std::string> numbers_in(const Snapshot& side, const IndicatorChanges& of,
                                 const SeriesKey& key) {
  std::set<std::string> numbers;
  for (const auto& [period, figure] : figures_in(side, of, key)) add_numbers(of, *figure, numbers);
  return numbers;
}

// The last one that is no plan, or the last plan where there is nothing else; as pages show it.
const ToldFigure& newest_of(const std::map<std::string, const ToldFigure*>& figures) {
  const ToldFigure* newest = figures.rbegin()->second;
  for (const auto& [period, figure] : figures)
    if (figure->flags.find("planned") == std::string::npos) newest = figure;
  return *newest;
}

bool is_of_prefecture(const std::string& code) {
  return code.size() == 6 && code.substr(2, 3) == "000" && !code.starts_with("00");
}

// What a publication is about: the prefecture of its municipalities where they are all of one, else
// the nation.
std::string area_of_the_whole(const Snapshot& before, const Snapshot& after) {
  std::set<std::string> of_municipalities, of_prefectures;
  for (const Snapshot* side : {&before, &after})
    for (const auto& [code, name] : side->area_names) {
      if (code.size() != 6 || code.starts_with("00")) continue;
      (is_of_prefecture(code) ? of_prefectures : of_municipalities).insert(code);
    }
  if (of_municipalities.empty()) return "000000";
  const std::string first = of_municipalities.begin()->substr(0, 2);
  if (!of_municipalities.rbegin()->starts_with(first)) return "000000";
  const auto own = of_prefectures.lower_bound(first);
  return own != of_prefectures.end() && own->starts_with(first) ? *own : "000000";
}

}  // namespace

ToldNumbers::ToldNumbers(const Snapshot& before, const Snapshot& after,
                         const std::vector<IndicatorChanges>& indicators,
                         const std::vector<RankChanges>& ranks) {
  const std::string whole = area_of_the_whole(before, after);
  for (const IndicatorChanges& each : indicators) {
    add_series(before, after, each);
    add_steps(before, after, each, whole);
  }
  for (const RankChanges& each : ranks)
    for (const RankChange& area : each.areas) {
      if (area.before == 0 || area.after == 0) continue;
      series_[area.area_code].push_back(
          {{std::to_string(area.before)}, {std::to_string(area.after)}});
      areas_of_[std::to_string(area.before)].insert(area.area_code);
    }
  for (const Snapshot* side : {&before, &after})
    for (const auto& [code, name] : side->area_names)
      if (is_of_prefecture(code)) prefectures_[code.substr(0, 2)] = code;
  for (const Snapshot* side : {&before, &after}) add_names(*side);
}

// `312011` of `areas/31/312011/`, `310000` of `areas/31/`; empty of pages of no area.
std::string ToldNumbers::area_of_page(std::string_view address) const {
  constexpr std::string_view folder = "areas/";
  const std::size_t at = address.find(folder);
  if (at != 0 && (at == address.npos || address[at - 1] != '/')) return {};
  const std::string_view rest = address.substr(at + folder.size());
  const auto prefecture = prefectures_.find(std::string(rest.substr(0, 2)));
  if (rest.find('/') != 2 || prefecture == prefectures_.end()) return {};
  const std::string_view below = rest.substr(3);
  return below.find('/') == 6 ? std::string(below.substr(0, 6)) : prefecture->second;
}

void ToldNumbers::add_series(const Snapshot& before, const Snapshot& after,
                             const IndicatorChanges& of) {
  for (const SeriesKey& key : changed_series(of)) {
    Series made{numbers_in(before, of, key), numbers_in(after, of, key)};
    for (const std::string& each : made.before) areas_of_[each].insert(key.first);
    series_[key.first].push_back(std::move(made));
  }
}

// On pages of no area any number may stand: only what took the place of the same figure counts, or
// of the newest of its series.
void ToldNumbers::add_steps(const Snapshot& before, const Snapshot& after,
                            const IndicatorChanges& of, const std::string& whole) {
  for (const SeriesKey& key : changed_series(of)) {
    if (key.first != whole) continue;
    const auto then = figures_in(before, of, key), now = figures_in(after, of, key);
    for (const auto& [period, figure] : then)
      if (const auto same = now.find(period); same != now.end())
        add_figure_steps(of, *figure, *same->second, steps_of_whole_);
    if (!then.empty() && !now.empty())
      add_figure_steps(of, newest_of(then), newest_of(now), steps_of_whole_);
  }
}

// Only those of which a figure changed; a municipality by its own name too.
void ToldNumbers::add_names(const Snapshot& side) {
  for (const auto& [code, name] : side.area_names) {
    add_name(name, code);
    const auto prefecture = prefectures_.find(code.substr(0, 2));
    if (prefecture == prefectures_.end() || prefecture->second == code) continue;
    const auto of = side.area_names.find(prefecture->second);
    if (of != side.area_names.end() && name.starts_with(of->second))
      add_name(std::string_view(name).substr(of->second.size()), code);
  }
  for (const auto& [code, name] : side.english_names) add_name(name, code);
}

void ToldNumbers::add_name(std::string_view name, const std::string& code) {
  if (name.empty() || !series_.contains(code)) return;
  names_[std::string(name)].insert(code);
  name_lengths_.insert(name.size());
}

std::set<std::string> ToldNumbers::named_in(const std::string& line) const {
  std::set<std::string> codes;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) continue;
    for (const std::size_t length : name_lengths_) {
      const auto known = names_.find(std::string_view(line).substr(at, length));
      if (known != names_.end()) codes.insert(known->second.begin(), known->second.end());
    }
  }
  return codes;
}

std::vector<ToldNumbers::OtherNumber> ToldNumbers::other_numbers(const LineChange& line) {
  const auto then = numbers_of(line.before), now = numbers_of(line.after);
  std::vector<OtherNumber> others;
  for (std::size_t at = 0; at < std::min(then.size(), now.size()); ++at)
    if (then[at] != now[at]) others.push_back({then[at], now[at]});
  return others;
}

bool ToldNumbers::says(const std::string& area, const OtherNumber& number) const {
  const auto all = series_.find(area);
  return all != series_.end() &&
         std::any_of(all->second.begin(), all->second.end(), [&](const Series& each) {
           return each.before.contains(number.before) && each.after.contains(number.after);
         });
}

bool ToldNumbers::is_said_of(const std::string& area,
                             const std::vector<OtherNumber>& numbers) const {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](const OtherNumber& each) { return says(area, each); });
}

bool ToldNumbers::is_step_of_whole(const std::vector<OtherNumber>& numbers) const {
  return std::all_of(numbers.begin(), numbers.end(), [&](const OtherNumber& each) {
    return steps_of_whole_.contains({each.before, each.after});
  });
}

bool ToldNumbers::is_said_of_any(const std::vector<OtherNumber>& numbers) const {
  return std::any_of(numbers.begin(), numbers.end(), [&](const OtherNumber& each) {
    const auto areas = areas_of_.find(each.before);
    return areas != areas_of_.end() &&
           std::any_of(areas->second.begin(), areas->second.end(),
                       [&](const std::string& area) { return says(area, each); });
  });
}

ToldNumbers::Explained ToldNumbers::explained(const TextChange& change) const {
  const auto numbers = other_numbers(change.line);
  if (numbers.empty() || !is_said_of_any(numbers)) return Explained::no;
  const auto named = named_in(change.line.after);
  const auto is_named = std::any_of(named.begin(), named.end(), [&](const std::string& area) {
    return is_said_of(area, numbers);
  });
  const bool is_theirs =
      std::all_of(change.pages.begin(), change.pages.end(), [&](const std::string& page) {
        const std::string area = area_of_page(page);
        return area.empty() ? is_step_of_whole(numbers) : is_said_of(area, numbers);
      });
  return is_named || is_theirs ? Explained::wholly : Explained::partly;
}

void ToldNumbers::mark(std::vector<TextChange>& numbers) const {
  std::vector<Explained> found(numbers.size());
  share_out(numbers.size(), [&](std::size_t at) { found[at] = explained(numbers[at]); });
  std::vector<TextChange> sorted;
  for (const Explained wanted : {Explained::no, Explained::partly, Explained::wholly})
    for (std::size_t at = 0; at < numbers.size(); ++at) {
      if (found[at] != wanted) continue;
      sorted.push_back(std::move(numbers[at]));
      sorted.back().is_explained = wanted == Explained::wholly;
    }
  numbers = std::move(sorted);
}

}  // namespace yokoten
