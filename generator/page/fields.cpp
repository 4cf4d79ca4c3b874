#include "page/fields.h"

#include <fmt/format.h>

#include <array>

#include <functional>
#include <map>

#include "base/count_text.h"
#include "model/shown_value.h"
#include "page/about_text.h"
#include "page/change_text.h"
#include "page/common_period.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/sentence.h"
#include "page/shared_end.h"
#include "page/similar_areas.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

using FigureField = std::function<std::string(const Book&, const Figure&)>;

Figure nation(const Book& book, const Figure& figure) {
  return same_period(book, figure, Areas::nation);
}

Figure prefecture(const Book& book, const Figure& figure) {
  return same_period(book, figure, book.areas.prefecture_of(figure.area));
}

// 同率2 where others share the place.
std::string place_text(const Book& book, const Figure& figure, bool prefectural) {
  const Rank* rank = telling_rank(book, figure, prefectural);
  if (rank == nullptr) return {};
  const std::string place = count_text(rank->place);
  return rank->tied > 1 ? book.word("field.tied", {place}) : place;
}

std::string ranked_text(const Book& book, const Figure& figure, bool prefectural) {
  const Rank* rank = telling_rank(book, figure, prefectural);
  return rank == nullptr ? std::string() : count_text(rank->of);
}

// 約4倍 from twice on; below that one decimal (1.2倍).
std::string times_text(const Book& book, const Figure& figure) {
  const Figure whole = nation(book, figure);
  if (!figure.has_value() || !whole.has_value() || whole.is_zero()) return {};
  // Rounded once: 3.475 is 3, not by way of 3.5.
  const auto times = [&](int places) {
    return times_between(book.indicator(figure.indicator), *figure.observation, *whole.observation,
                         places);
  };
  const auto fine = times(1), whole_times = times(0);
  if (!fine || !whole_times || figure.is_zero()) return {};
  if (fine->mantissa == 0) return book.word("field.under_a_tenth");
  return book.word("field.times", {to_shown(compare(*fine, {2, 0}) >= 0 ? *whole_times : *fine)});
}

// Those of one period: without a date beside it none is higher or lower than one of another. It is
// the period of the figure itself where most of them have one of it.
std::vector<Figure> below(const Book& book, const Figure& figure) {
  std::vector<Figure> figures =
      figure.area == Areas::nation ? figures_of_level(book, figure.indicator, AreaLevel::prefecture)
                                   : figures_below(book, figure.indicator, figure.area);
  const std::size_t all = figures.size();
  const int period = keep_common_period(book, figures);
  if (is_of_other_period(figure, period)) {
    auto own = figures_at(book, figure.indicator, book.areas.children(figure.area),
                          figure.observation->period);
    if (2 * own.size() > all) return own;
  }
  return figures;
}

// With its date where that is not the date of the figure whose area it lies in.
std::string dated_value(const Book& book, const Figure& figure, const Figure& whole) {
  const int period = whole.observation == nullptr ? -1 : whole.observation->period;
  return with_own_date(book, value_text(book, figure), figure, period);
}

// What the areas of the level below are.
std::string kind_below(const Book& book, const Figure& figure) {
  return figure.area == Areas::nation ? kind_word(book, AreaLevel::prefecture)
                                      : municipality_word(book, figure.area);
}

std::string highest_text(const Book& book, const Figure& figure) {
  const auto figures = below(book, figure);
  if (figures.empty()) return {};
  return end_name(book, first_end(book, figures), kind_below(book, figure));
}

std::string name_below(const Book& book, const Figure& figure, std::size_t from_top) {
  const auto figures = below(book, figure);
  return from_top < figures.size() ? book.areas.at(figures[from_top].area).name : std::string();
}

std::string value_below(const Book& book, const Figure& figure, std::size_t from_top) {
  const auto figures = below(book, figure);
  return from_top < figures.size() ? dated_value(book, figures[from_top], figure) : std::string();
}

std::string lowest_text(const Book& book, const Figure& figure, bool name) {
  const auto figures = below(book, figure);
  if (figures.empty()) return {};
  return name ? end_name(book, last_end(book, figures), kind_below(book, figure))
              : dated_value(book, figures.back(), figure);
}

// By the exact ratio: 6.0 % and 6.0 % may still lie apart.
std::string above_text(const Book& book, const Figure& figure) {
  if (!figure.has_value()) return {};
  int count = 0;
  for (const Figure& each : below(book, figure)) {
    if (is_of_other_period(each, figure.observation->period)) return {};
    count += compare_figures(book, each, figure) > 0;
  }
  return count_text(count);
}

std::string spread_text(const Book& book, const Figure& figure) {
  const auto figures = below(book, figure);
  const bool other = !figures.empty() && figure.has_value() &&
                     is_of_other_period(figures.front(), figure.observation->period);
  return figures.empty() || other ? std::string()
                                  : points_text(book, figures.front(), figures.back());
}

std::string before_text(const Book& book, const Figure& figure) {
  const Figure earlier = figure_before(book, figure);
  return earlier.observation == nullptr ? std::string() : value_text(book, earlier);
}

std::string to_target_text(const Book& book, const Figure& figure) {
  const Target* target = target_of(book, figure);
  return target == nullptr ? std::string() : gap_text(book, figure, *target);
}

// 2024年9月13日、10,912 / 181,566事業所
std::string detail_text(const Book& book, const Figure& figure) {
  return joined(book, {period_text(book, figure), parts_text(book, figure)});
}

/// One of the two parts of a figure.
using FigurePart = std::optional<Decimal> (*)(const Observation& seen);

std::optional<Decimal> numerator_of(const Observation& seen) { return seen.numerator; }
std::optional<Decimal> denominator_of(const Observation& seen) { return seen.denominator; }

std::string part_text(const Figure& figure, FigurePart part) {
  const auto number = figure.observation ? part(*figure.observation) : std::nullopt;
  return number ? to_shown(*number) : std::string();
}

std::string about_part(const Book& book, const Figure& figure, FigurePart part) {
  const auto number = figure.observation ? part(*figure.observation) : std::nullopt;
  return number ? about_text(book, *number) : std::string();
}

// 約18万事業所; the word for the reason where there is no value, the bound where it is one.
std::string about_value(const Book& book, const Figure& figure) {
  if (!figure.has_value()) return value_text(book, figure);
  return measured_text(book, about_text(book, *figure.observation->value),
                       book.indicator(figure.indicator).unit);
}

const std::map<std::string, FigureField>& fields() {
  using B = const Book&;
  using F = const Figure&;
  static const std::map<std::string, FigureField> table = {
      {"value", value_text},
      {"number", number_text},
      {"numerator", [](B, F f) { return part_text(f, numerator_of); }},
      {"denominator", [](B, F f) { return part_text(f, denominator_of); }},
      {"about", about_value},
      {"about_numerator", [](B b, F f) { return about_part(b, f, numerator_of); }},
      {"about_denominator", [](B b, F f) { return about_part(b, f, denominator_of); }},
      {"as_of", [](B b, F f) { return as_of_text(b, f); }},
      {"period", period_text},
      {"detail", detail_text},
      {"before", before_text},
      {"before_period", [](B b, F f) { return period_text(b, figure_before(b, f)); }},
      {"change", change_text},
      {"to_target", to_target_text},
      {"sentence", figure_sentence},
      {"better", [](B b, F f) { return better_text(b, f.indicator); }},
      {"source", source_text},
      {"caution", [](B b, F f) { return b.indicator(f.indicator).caution; }},
      {"rank", [](B b, F f) { return place_text(b, f, false); }},
      {"ranked", [](B b, F f) { return ranked_text(b, f, false); }},
      {"prefecture_rank", [](B b, F f) { return place_text(b, f, true); }},
      {"prefecture_ranked", [](B b, F f) { return ranked_text(b, f, true); }},
      {"points_to_nation", [](B b, F f) { return points_text(b, f, nation(b, f)); }},
      {"direction_to_nation", [](B b, F f) { return direction_text(b, f, nation(b, f)); }},
      {"times_nation", times_text},
      {"points_to_prefecture", [](B b, F f) { return points_text(b, f, prefecture(b, f)); }},
      {"direction_to_prefecture", [](B b, F f) { return direction_text(b, f, prefecture(b, f)); }},
      {"above", above_text},
      {"highest", highest_text},
      {"highest_value", [](B b, F f) { return value_below(b, f, 0); }},
      {"second", [](B b, F f) { return name_below(b, f, 1); }},
      {"second_value", [](B b, F f) { return value_below(b, f, 1); }},
      {"lowest", [](B b, F f) { return lowest_text(b, f, true); }},
      {"lowest_value", [](B b, F f) { return lowest_text(b, f, false); }},
      {"spread", spread_text},
  };
  return table;
}

}  // namespace

const std::vector<std::string>& figure_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [name, field] : fields()) all.push_back(name);
    return all;
  }();
  return names;
}

std::string points_text(const Book& book, const Figure& a, const Figure& b) {
  auto apart = points_between(book, a, b);
  if (!apart) return {};
  if (apart->mantissa < 0) apart->mantissa = -apart->mantissa;
  return to_shown(*apart);
}

std::string direction_text(const Book& book, const Figure& a, const Figure& b) {
  if (!a.has_value() || !b.has_value()) return {};
  const int compared = compare_figures(book, a, b);
  return book.word(compared > 0 ? "field.higher" : compared < 0 ? "field.lower" : "field.same");
}

std::string field_text(const Book& book, const Figure& figure, const std::string& field) {
  const auto at = fields().find(field);
  return at == fields().end() ? std::string() : at->second(book, figure);
}

const std::vector<std::string>& area_fields() {
  static const std::vector<std::string> names = {
      "name", "reading", "code", "kind", "prefecture", "municipalities", "municipality_word"};
  return names;
}

const std::vector<std::string>& indicator_fields() {
  static const std::vector<std::string> names = {"title", "short",   "description",
                                                 "stage", "caution", "unit"};
  return names;
}

const std::vector<std::string>& tag_fields() {
  static const std::vector<std::string> names = {"name", "kind", "count"};
  return names;
}

const std::vector<std::string>& publication_fields() {
  static const std::vector<std::string> names = {"title", "as_of", "publisher", "contact",
                                                 "licence"};
  return names;
}

std::string area_text(const Book& book, int area, const std::string& field) {
  const Area& at = book.areas.at(area);
  const int whole = book.areas.prefecture_of(area);
  if (field == "name") return at.name;
  if (field == "reading") return other_name(book, at);
  if (field == "code") return at.code;
  if (field == "kind") return kind_name(book, at);
  if (field == "prefecture") return book.areas.at(whole).name;
  if (field == "municipalities") return count_text(book.areas.children(whole).size());
  return municipality_word(book, whole);
}

std::string indicator_text(const Book& book, int indicator, const std::string& field) {
  const Indicator& at = book.indicator(indicator);
  if (field == "title") return at.title;
  if (field == "short") return short_title(book, indicator);
  if (field == "description") return at.description;
  if (field == "stage") return at.stage;
  if (field == "caution") return at.caution;
  return at.unit;
}

std::string publication_text(const Book& book, const std::string& field) {
  const Publication& at = book.publication;
  if (field == "title") return at.title;
  if (field == "as_of") {
    return date_text(book, at.as_of);
  }
  if (field == "publisher") return at.publisher;
  if (field == "contact") return at.contact;
  return at.licence;
}

const std::vector<std::string>& release_fields() {
  static const std::vector<std::string> names = {"date", "figures"};
  return names;
}

std::string release_text(const Book& book, const ReleaseChanges* release,
                         const std::string& field) {
  if (release == nullptr) return {};
  if (field == "date") return date_text(book, release->date);
  return count_text(release->figures);
}

std::string tag_text(const Book& book, const CaseTag* tag, const std::string& field) {
  if (tag == nullptr) return {};
  if (field == "name") return tag->name;
  if (field == "count") return count_text(tag->count);
  constexpr std::array<const char*, 4> kinds = {"case.theme", "case.technology", "case.service",
                                                "case.area"};
  return book.word(kinds[static_cast<std::size_t>(tag->kind)]);
}

}  // namespace yokoten
