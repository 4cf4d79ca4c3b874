#include "page/book.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/at_once.h"
#include "base/lists.h"
#include "base/threads.h"
#include "model/home_area.h"
#include "model/period_length.h"
#include "model/shown_value.h"
#include "model/words.h"
#include "page/common_period.h"
#include "page/dated_figures.h"
#include "page/dates.h"
#include "page/wording.h"

namespace yokoten {
namespace {

std::vector<Figure> sorted_with_values(const Book& book, std::vector<Figure> figures) {
  std::erase_if(figures, [](const Figure& figure) { return !figure.has_value(); });
  drop_plans(figures);
  std::stable_sort(figures.begin(), figures.end(), [&](const Figure& a, const Figure& b) {
    return compare_figures(book, a, b) > 0;
  });
  return figures;
}

bool precedes(const Cube& cube, const Observation& a, const Observation& b) {
  return cube.is_before(a.period, b.period);
}

// Of more than that many no reader tells one mark from the next.
constexpr std::size_t most_marks = 120;

KnownParts all_known_parts(const Book& book) {
  KnownParts known(book.publication.indicators.size());
  for (const Observation& each : book.measured.cube.all())
    if (each.breakdown != 0 && book.indicator(each.indicator).by)
      known[static_cast<std::size_t>(each.indicator)][each.period].insert(each.breakdown);
  return known;
}

// Those with a value, as far as they have one at the period that most of them are of.
std::vector<Figure> of_one_period(const Book& book, int indicator, std::span<const int> areas) {
  const int period = common_period(book, indicator, areas);
  std::vector<Figure> figures;
  figures.reserve(areas.size());
  for (const int area : areas) figures.push_back(figure_at(book, indicator, area, period));
  return sorted_with_values(book, std::move(figures));
}

void list_figures(const Book& book, int indicator, FigureLists& lists) {
  const auto at = static_cast<std::size_t>(indicator);
  lists.prefectures[at] = of_one_period(book, indicator, book.areas.prefectures());
  lists.municipalities[at] = of_one_period(book, indicator, book.areas.municipalities());
  lists.apart[at] = lying_apart(lists.municipalities[at]);
  lists.below[at].clear();
}

// As sorted_with_values(), of one figure that stands elsewhere now. Equals are as Areas has them:
// by prefecture, and in each as they were added.
void list_again(const Book& book, const Figure& figure, std::vector<Figure>& list) {
  std::erase_if(list, [&](const Figure& each) { return each.area == figure.area; });
  if (!figure.has_value()) return;
  const auto place = [&](const Figure& each) {
    return std::pair(book.areas.at(each.area).parent, each.area);
  };
  const auto behind = std::ranges::partition_point(list, [&](const Figure& each) {
    const int compared = compare_figures(book, each, figure);
    return compared > 0 || (compared == 0 && place(each) < place(figure));
  });
  list.insert(behind, figure);
}

}  // namespace

std::vector<Figure> lying_apart(const std::vector<Figure>& figures) {
  if (figures.size() <= most_marks) return figures;
  const auto value = [](const Figure& figure) { return to_double(*figure.observation->value); };
  const double high = value(figures.front()), low = value(figures.back());
  const auto place = [&](const Figure& figure) {
    const double share = high > low ? (high - value(figure)) / (high - low) : 0;
    return static_cast<int>(share * static_cast<double>(most_marks));
  };
  std::vector<Figure> apart;
  for (const Figure& each : figures)
    if (apart.empty() || place(each) != place(apart.back())) apart.push_back(each);
  if (apart.back().area != figures.back().area) apart.push_back(figures.back());
  return apart;
}

std::vector<Figure> figures_at(const Book& book, int indicator, std::span<const int> areas,
                               int period) {
  std::vector<Figure> figures;
  for (const int area : areas)
    figures.push_back({indicator, area, 0, book.measured.cube.find(indicator, area, period)});
  return sorted_with_values(book, std::move(figures));
}

const std::string& Book::word(const std::string& key) const {
  if (!words) return key;
  const auto known = words->find(key);
  return known == words->end() ? key : *known->second;
}

std::string Book::word(const std::string& key, const std::vector<std::string>& values) const {
  return filled_word(word(key), values);
}

Figure newest_figure(const Book& book, int indicator, int area, const std::string& part) {
  Figure figure{indicator, area, 0, nullptr};
  if (!part.empty()) {
    const auto& by = book.indicator(indicator).by;
    figure.breakdown = by ? book.measured.cube.find_breakdown(by->key + '=' + part) : -1;
    if (figure.breakdown < 0) return figure;
  }
  figure.observation = book.measured.cube.latest(indicator, area, figure.breakdown);
  return figure;
}

// Of one period what has a value comes first.
std::vector<Figure> dated_figures(const Book& book, int indicator, int area) {
  const Cube& cube = book.measured.cube;
  const auto series = cube.series(indicator, area);
  std::vector<Figure> figures;
  figures.reserve(series.size());
  const auto take = [&](const Observation& each, bool has_value) {
    if (each.value.has_value() == has_value && cube.period(each.period).kind != PeriodKind::none)
      figures.push_back({indicator, area, 0, each});
  };
  for (const FoundObservation& each : series) take(*each, true);
  if (book.history)
    for (const Observation& each : book.history->earlier_of(indicator, area)) take(each, true);
  for (const FoundObservation& each : series) take(*each, false);
  const auto is_earlier = [&](const Figure& a, const Figure& b) {
    return precedes(cube, *a.observation, *b.observation);
  };
  if (!std::is_sorted(figures.begin(), figures.end(), is_earlier))
    std::stable_sort(figures.begin(), figures.end(), is_earlier);
  return figures;
}

bool is_from_release(const Figure& figure) {
  return figure.observation && figure.observation->kept_in == KeptIn::release;
}

Figure figure_before(const Book& book, const Figure& figure) {
  Figure earlier{figure.indicator, figure.area, figure.breakdown, nullptr};
  if (figure.breakdown != 0 || figure.observation == nullptr) return earlier;
  const Cube& cube = book.measured.cube;
  const bool plan = figure.observation->has(planned);
  const auto take = [&](const Observation& each) {
    if (!each.value || each.has(planned) != plan || !precedes(cube, each, *figure.observation) ||
        !tells_change(cube.period(each.period), cube.period(figure.observation->period)))
      return;
    if (earlier.observation == nullptr || precedes(cube, *earlier.observation, each))
      earlier.observation = each;
  };
  for (const FoundObservation& each : cube.series(figure.indicator, figure.area)) take(*each);
  if (book.history)
    for (const Observation& each : book.history->earlier_of(figure.indicator, figure.area))
      take(each);
  return earlier;
}

void notice(const Book& book, const Figure& figure) {
  if (book.watch == nullptr || figure.observation == nullptr) return;
  if (is_same(figure.observation, book.watch->observation)) book.watch->seen = true;
  if (!book.corrected_figures) return;
  const auto found = book.corrected_figures->find(key_of(*figure.observation));
  if (found == book.corrected_figures->end()) return;
  const bool own = figure.observation->has(corrected);
  auto& known = own ? book.watch->corrections : book.watch->below;
  for (const Correction* each : found->second) add_new(known, each);
}

const Rank* rank_of(const Book& book, const Figure& figure, bool prefectural) {
  // Where no direction is better, an order says nothing.
  if (!figure.has_value() || figure.breakdown != 0 ||
      book.indicator(figure.indicator).better == Better::none)
    return nullptr;
  const Measured& measured = book.measured;
  const RankTable& table =
      measured.ranks.table(measured.cube, book.areas, book.indicator(figure.indicator),
                           figure.indicator, figure.observation->period);
  return prefectural ? table.prefectural(figure.area) : table.national(figure.area);
}

const std::vector<Figure>& figures_of_level(const Book& book, int indicator, AreaLevel level) {
  read_notes::add(ReadList{indicator, level});
  const auto& lists =
      level == AreaLevel::prefecture ? book.lists->prefectures : book.lists->municipalities;
  return lists[static_cast<std::size_t>(indicator)];
}

const std::vector<Figure>& figures_below(const Book& book, int indicator, int area) {
  if (area == Areas::nation) return figures_of_level(book, indicator, AreaLevel::prefecture);
  read_notes::add(ReadList{indicator, AreaLevel::municipality, area});
  static const std::vector<Figure> nothing;
  if (area == Areas::none || book.areas.at(area).level != AreaLevel::prefecture) return nothing;
  const std::lock_guard lock(book.lists->guard);
  const auto [at, is_new] =
      book.lists->below[static_cast<std::size_t>(indicator)].try_emplace(area);
  if (is_new) at->second = figures_inside(book, indicator, area);
  return at->second;
}

std::vector<Figure> figures_inside(const Book& book, int indicator, int prefecture) {
  const NotedReads unnoted(nullptr);  // the list is noted, for whichever page asks first
  return of_one_period(book, indicator, book.areas.children(prefecture));
}

const std::vector<Figure>& figures_apart(const Book& book, int indicator, AreaLevel level) {
  if (level != AreaLevel::municipality) return figures_of_level(book, indicator, level);
  read_notes::add(ReadList{indicator, level});
  return book.lists->apart[static_cast<std::size_t>(indicator)];
}

bool Book::is_about(int area) const { return lies_in_home(home, areas, area); }

std::vector<int> Book::areas_at(AreaLevel level) const {
  if (level == AreaLevel::nation) return {Areas::nation};
  const auto prefectures = areas.prefectures();
  std::vector<int> all = level == AreaLevel::municipality
                             ? areas.municipalities()
                             : std::vector<int>{prefectures.begin(), prefectures.end()};
  std::erase_if(all, [&](int area) { return !is_about(area); });
  return all;
}

void Book::prepare() {
  auto found = std::make_shared<std::unordered_map<std::string_view, const std::string*>>();
  for (const auto& [key, word] : publication.words) found->emplace(key, &word);
  words = std::move(found);
  home = home_area(publication, areas);
  // Each goes through all figures.
  at_once(
      [&] {
        hides = std::ranges::any_of(measured.cube.all(), [](const Observation& each) {
          return each.missing == Missing::suppressed;
        });
      },
      [&] {
        history =
            std::make_shared<const ReleaseHistory>(release_history(publication, areas, measured));
      });
  corrected_figures = std::make_shared<const CorrectedFigures>(
      yokoten::corrected_figures(publication, areas, measured));
  known_parts = std::make_shared<const KnownParts>(all_known_parts(*this));
  places = std::make_shared<const PlaceReadings>(areas);
  if (!publication.glossary.empty()) terms = std::make_shared<const Terms>(publication.glossary);
  tags = std::make_shared<const std::vector<CaseTag>>(case_tags_of(publication, areas, home));
  chart_words = std::make_shared<const ChartWords>(yokoten::chart_words(*this));
  period_texts = std::make_shared<const PeriodTexts>(period_texts_of(*this));
  lists = std::make_shared<FigureLists>();
  lists->prefectures.resize(publication.indicators.size());
  lists->municipalities.resize(publication.indicators.size());
  lists->apart.resize(publication.indicators.size());
  lists->below.resize(publication.indicators.size());
  share_out(publication.indicators.size(),
            [&](std::size_t id) { list_figures(*this, static_cast<int>(id), *lists); });
  dated = std::make_shared<const DatedFigures>();
}

// The others of what it makes is made of words, cases and which cells have corrections.
void Book::follow(const std::vector<FoundObservation>& changed) {
  if (history->has_earlier())
    history = std::make_shared<const ReleaseHistory>(release_history(publication, areas, measured));
  period_texts = std::make_shared<const PeriodTexts>(period_texts_of(*this));
  std::set<int> indicators;
  dated = std::make_shared<const DatedFigures>();
  for (const FoundObservation& each : changed) {
    const Figure newest = newest_figure(*this, each->indicator, each->area);
    const bool is_town = areas.at(each->area).level == AreaLevel::municipality;
    if (each->area == Areas::nation || each->breakdown != 0) continue;
    const auto at = static_cast<std::size_t>(each->indicator);
    auto& list = is_town ? lists->municipalities[at] : lists->prefectures[at];
    const auto is_other = [&](const Figure& known) {
      return known.observation->period != each->period;
    };
    // Which period most are of may be another now, or plans may stand among them.
    if (list.empty() || std::any_of(list.begin(), list.end(), is_other) ||
        newest.is_planned() != list.front().is_planned() || !is_same(newest.observation, each)) {
      list_figures(*this, each->indicator, *lists);
      continue;
    }
    if (const int parent = areas.at(each->area).parent; is_town) lists->below[at].erase(parent);
    list_again(*this, newest, list);
    if (is_town) indicators.insert(each->indicator);
  }
  for (const int id : indicators) {
    const auto at = static_cast<std::size_t>(id);
    lists->apart[at] = lying_apart(lists->municipalities[at]);
  }
}

std::string municipality_word(const Book& book, int prefecture) {
  const auto children = book.areas.children(prefecture);
  const auto has = [&](std::string_view kind) {
    return std::any_of(children.begin(), children.end(),
                       [&](int child) { return book.areas.at(child).kind == kind; });
  };
  // A language with one word for all of them says it once.
  std::vector<std::string> words;
  for (const auto& [kind, key] : {std::pair{"市", "kind.city"}, std::pair{"特別区", "kind.ward"},
                                  std::pair{"町", "kind.town"}, std::pair{"村", "kind.village"}})
    if (has(kind) && std::find(words.begin(), words.end(), book.word(key)) == words.end())
      words.push_back(book.word(key));
  return fmt::format("{}", fmt::join(words, ""));
}

}  // namespace yokoten
