#include "check/ages.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace yokoten {
namespace {

std::optional<Date> as_of(const Publication& publication) {
  const auto period = parse_period(publication.as_of);
  return period ? std::optional(last_day(*period)) : std::nullopt;
}

void report_future(const Subject& subject, const Place& place, const std::string& ja,
                   const std::string& en) {
  const std::string& limit = subject.publication.as_of;
  subject.error(
      place, "future",
      {fmt::format("{} は publication.toml の as_of {} より後です。どちらかを直してください", ja,
                   limit),
       fmt::format("{} is after the publication's as_of {}; mend one of them", en, limit)});
}

bool is_of_the_future(const Source& source, Date limit) {
  const auto period = parse_period(source.as_of);
  return period && limit < first_day(*period);
}

void check_sources(const Subject& subject, Date limit) {
  for (const Source& source : subject.publication.sources) {
    if (is_of_the_future(source, limit))
      report_future(subject, source.place, source.id + " の時点 " + source.as_of,
                    "the date " + source.as_of + " of " + source.id);
  }
}

// What pages call the release before can't be of a later day.
void check_releases(const Subject& subject, Date limit) {
  for (const Release& release : subject.publication.releases) {
    const auto period = parse_period(release.date);
    if (period && limit < first_day(*period))
      report_future(subject, {subject.publication.folder + '/' + release.file, 0, 0},
                    "以前の公表 " + release.date, "the earlier release " + release.date);
  }
}

// A sum stands in no cell; what it is made of does.
Place place_of(const Subject& subject, const Observation& figure) {
  return figure.stands_in_row() ? subject.place(figure.numerator_origin)
                                : subject.source(figure.source).place;
}

// Of figures that stand in the same row only the first is told.
std::vector<FoundObservation> one_a_row(std::vector<FoundObservation> figures) {
  std::stable_sort(figures.begin(), figures.end(),
                   [](const FoundObservation& a, const FoundObservation& b) {
                     return std::pair(!a->stands_in_row(), a->numerator_origin.row) <
                            std::pair(!b->stands_in_row(), b->numerator_origin.row);
                   });
  const auto same = [](const FoundObservation& a, const FoundObservation& b) {
    return a->stands_in_row() == b->stands_in_row() &&
           (!a->stands_in_row() || a->numerator_origin.row == b->numerator_origin.row);
  };
  figures.erase(std::unique(figures.begin(), figures.end(), same), figures.end());
  if (figures.size() > 1 && !figures.back()->stands_in_row()) figures.pop_back();
  return figures;
}

std::vector<bool> future_periods(const Cube& cube, Date limit) {
  std::vector<bool> future;
  for (int id = 0; id < cube.periods(); ++id) {
    const Period period = cube.period(id);
    future.push_back(period.kind != PeriodKind::none && limit < first_day(period));
  }
  return future;
}

// Each row where few are; otherwise once for the source and period, at its first figure.
void check_figures(const Subject& subject, Date limit) {
  constexpr std::size_t kFew = 10;
  const Cube& cube = subject.measured.cube;
  const std::vector<bool> is_future = future_periods(cube, limit);
  if (std::ranges::find(is_future, true) == is_future.end()) return;
  std::map<std::pair<int, int>, std::vector<FoundObservation>> all;
  for (const Observation& figure : cube.all()) {
    if (figure.source < 0 || figure.has(planned)) continue;
    if (!is_future[static_cast<std::size_t>(figure.period)]) continue;
    const Source& source = subject.source(figure.source);
    if (source.period_column.empty() && source.unpivots.empty() && is_of_the_future(source, limit))
      continue;  // told at the source
    all[{figure.source, figure.period}].push_back(figure);
  }
  for (const auto& [key, figures] : all) {
    const std::string period = to_text(cube.period(key.second));
    auto told = one_a_row(figures);
    if (told.size() > kFew || subject.source(key.first).period_column.empty()) told.resize(1);
    for (const FoundObservation& each : told)
      report_future(subject, place_of(subject, *each), "時点 " + period, "the period " + period);
  }
}

// Plans keep nothing fresh, unless the indicator is about plans alone.
Period newest(const Cube& cube, int indicator) {
  Period found, plan;
  for (const Observation& figure : cube.figures(indicator)) {
    Period& last = figure.has(planned) ? plan : found;
    if ((figure.value || figure.lower) && order(last, cube.period(figure.period)) < 0)
      last = cube.period(figure.period);
  }
  return found.kind == PeriodKind::none ? plan : found;
}

void check_indicator(const Subject& subject, int number, Date limit) {
  const Indicator& indicator = subject.indicator(number);
  const Period period = newest(subject.measured.cube, number);
  if (period.kind == PeriodKind::none) return;
  const auto end = later(last_day(period), indicator.stale_after);
  if (!end || !(*end < limit)) return;
  const std::string& today = subject.publication.as_of;
  subject.warning(
      indicator.place, "indicator.stale",
      {fmt::format(
           "最新の値（{}）は {} までのものとみなすため、{} には古くなっています。新しい資料を"
           "加えるか stale_after を見直してください",
           to_japanese(period), to_text(*end), today),
       fmt::format("the newest figure ({}) is good until {} and stale on {}; add a newer "
                   "source or review stale_after",
                   to_text(period), to_text(*end), today)});
}

void check_due(const Subject& subject, const Indicator& indicator, Date limit) {
  const auto expected = parse_period(indicator.next_expected);
  if (!expected || !(last_day(*expected) < limit)) return;
  const std::string& today = subject.publication.as_of;
  subject.warning(
      indicator.place, "indicator.due",
      {fmt::format(
           "次の値は {} に出るはずで、{} には過ぎています。新しい資料を加えるか next_expected "
           "を直してください",
           indicator.next_expected, today),
       fmt::format("the next figure was expected in {}, before {}; add its source, or mend "
                   "next_expected",
                   indicator.next_expected, today)});
}

}  // namespace

void check_future(const Subject& subject) {
  const auto limit = as_of(subject.publication);
  if (!limit) return;
  check_sources(subject, *limit);
  check_releases(subject, *limit);
  check_figures(subject, *limit);
}

void check_stale(const Subject& subject) {
  const auto limit = as_of(subject.publication);
  if (!limit) return;
  for (int each = 0; each < static_cast<int>(subject.publication.indicators.size()); ++each) {
    if (!subject.indicator(each).stale_after.empty()) check_indicator(subject, each, *limit);
    check_due(subject, subject.indicator(each), *limit);
  }
}

}  // namespace yokoten
