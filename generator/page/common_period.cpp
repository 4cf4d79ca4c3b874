#include "page/common_period.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "page/wording.h"

namespace yokoten {
namespace {

/// Counts periods; there are only few, mostly one.
class PeriodCount {
 public:
  explicit PeriodCount(const Book& book) : cube_(book.measured.cube) {}

  void take(const Figure& figure) {
    if (figure.has_value() || figure.is_bound()) take(figure.observation->period);
  }

  void take(int period) {
    const auto at = std::find_if(counts_.begin(), counts_.end(),
                                 [&](const auto& each) { return each.first == period; });
    if (at == counts_.end())
      counts_.push_back({period, 1});
    else
      ++at->second;
  }

  int most() const {
    if (counts_.empty()) return -1;
    const auto is_less = [&](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : cube_.is_before(a.first, b.first);
    };
    return std::max_element(counts_.begin(), counts_.end(), is_less)->first;
  }

  /// The newest that more than half of so many have; -1 where there is none.
  int newest_of_most(std::size_t all) const {
    int newest = -1;
    for (const auto& [period, count] : counts_)
      if (2 * static_cast<std::size_t>(count) > all &&
          (newest < 0 || cube_.is_before(newest, period)))
        newest = period;
    return newest;
  }

 private:
  const Cube& cube_;
  std::vector<std::pair<int, int>> counts_;
};

// Whether the area has any.
bool count_periods(const Book& book, int indicator, int area, PeriodCount& count) {
  const FoundObservation newest = book.measured.cube.latest(indicator, area);
  if (newest == nullptr) return false;
  bool any = false;
  for (const FoundObservation& each : book.measured.cube.of_area(indicator, area)) {
    if (each->breakdown != 0 || each->has(planned) != newest->has(planned) ||
        !(each->value || each->lower))
      continue;
    count.take(each->period);
    any = true;
  }
  return any;
}

// Whether a source, or protection, says why there is no figure: an area that only isn't listed
// at a period has its newest figure.
bool is_said(const Book& book, const Observation& seen) {
  return seen.source >= 0 || seen.missing != Missing::not_published ||
         book.indicator(seen.indicator).absent != Missing::not_published;
}

// Of the same kind as the newest, which has no value: a plan, or none.
FoundObservation last_known(const Book& book, const Figure& newest) {
  if (newest.observation == nullptr) return nullptr;
  const auto series = book.measured.cube.series(newest.indicator, newest.area, newest.breakdown);
  for (const FoundObservation& each : std::views::reverse(series))
    if ((each->value || each->lower) && each->has(planned) == newest.is_planned()) return each;
  return nullptr;
}

}  // namespace

void drop_plans(std::vector<Figure>& figures) {
  if (std::ranges::any_of(figures, [](const Figure& each) {
        return (each.has_value() || each.is_bound()) && !each.is_planned();
      }))
    std::erase_if(figures, [](const Figure& each) { return each.is_planned(); });
}

bool is_plan_among(const Figure& figure, const std::vector<Figure>& others) {
  return figure.is_planned() && std::ranges::any_of(others, [](const Figure& each) {
           return each.has_value() && !each.is_planned();
         });
}

int common_period(const Book& book, const std::vector<Figure>& figures) {
  PeriodCount count(book);
  for (const Figure& each : figures) count.take(each);
  return count.most();
}

// Every figure of the areas counts, not only the newest; plans only where all areas have no other.
int common_period(const Book& book, int indicator, std::span<const int> areas) {
  std::vector<Figure> figures;
  figures.reserve(areas.size());
  for (const int area : areas) figures.push_back(newest_figure(book, indicator, area));
  drop_plans(figures);
  PeriodCount newest(book);
  for (const Figure& each : figures) newest.take(each);
  // Nearly always: no later one can be that of more than half.
  if (const int period = newest.newest_of_most(areas.size()); period >= 0) return period;
  PeriodCount count(book);
  std::size_t known = 0;
  for (const Figure& each : figures)
    known += count_periods(book, indicator, each.area, count) ? 1 : 0;
  const int period = count.newest_of_most(known);
  return period < 0 ? count.most() : period;
}

Figure figure_at(const Book& book, int indicator, int area, int period, const std::string& part) {
  Figure newest = newest_figure(book, indicator, area, part);
  if (period < 0) return newest;
  FoundObservation then = book.measured.cube.find(indicator, area, period, newest.breakdown);
  if (then != nullptr && then->has(planned) && !newest.is_planned()) then = nullptr;
  if (then != nullptr && (then->value || then->lower || is_said(book, *then))) {
    newest.observation = then;
    return newest;
  }
  if (!newest.has_value() && !newest.is_bound())
    if (const FoundObservation last = last_known(book, newest)) newest.observation = last;
  if (!newest.has_value() && !newest.is_bound() && then != nullptr) newest.observation = then;
  return newest;
}

int keep_common_period(const Book& book, std::vector<Figure>& figures) {
  const int period = common_period(book, figures);
  std::erase_if(figures, [&](const Figure& each) { return is_of_other_period(each, period); });
  return period;
}

std::optional<Figure> first_of_period(const Book& book, int indicator, std::span<const int> areas,
                                      int period) {
  for (const int area : areas) {
    const Figure figure = figure_at(book, indicator, area, period);
    if ((figure.has_value() || figure.is_bound()) && !is_of_other_period(figure, period))
      return figure;
  }
  return std::nullopt;
}

Figure same_period(const Book& book, const Figure& figure, int area) {
  Figure other{figure.indicator, area, figure.breakdown, nullptr};
  if (figure.observation != nullptr)
    other.observation = book.measured.cube.find(figure.indicator, area, figure.observation->period,
                                                figure.breakdown);
  if (other.is_planned() != figure.is_planned()) other.observation = nullptr;
  return other;
}

bool is_of_other_period(const Figure& figure, int period) {
  return figure.observation != nullptr && period >= 0 && figure.observation->period != period;
}

std::string own_date_text(const Book& book, const Figure& figure, int period) {
  return is_of_other_period(figure, period) ? period_text(book, figure) : std::string();
}

std::string dated_tag(const Book& book, const Figure& figure, int period) {
  const std::string words = flag_tag(book, figure);
  const std::string date =
      is_of_other_period(figure, period) ? bare_period_text(book, figure) : std::string();
  return words + (words.empty() || date.empty() ? "" : " ") + date;
}

std::string with_own_date(const Book& book, const std::string& text, const Figure& figure,
                          int period) {
  const std::string date = own_date_text(book, figure, period);
  return date.empty() ? text : bracketed(book, text, date);
}

}  // namespace yokoten
