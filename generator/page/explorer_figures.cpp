#include "page/explorer_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "model/shown_value.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/similar_areas.h"
#include "page/sources_of.h"

namespace yokoten {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array levels = {AreaLevel::prefecture, AreaLevel::municipality};

const char* level_id(AreaLevel level) {
  return level == AreaLevel::prefecture ? "prefecture" : "municipality";
}

/// An indicator, or one part of it.
struct Column {
  int indicator = -1;
  std::string part, label;
  /// Of all areas of each of `levels`; empty unless two of them can be compared.
  std::array<std::vector<Figure>, levels.size()> figures{};

  bool is_empty() const {
    return std::all_of(figures.begin(), figures.end(),
                       [](const auto& each) { return each.empty(); });
  }
};

bool tells(const Figure& figure) { return figure.has_value() || figure.is_bound(); }

void find_figures(const Book& book, Column& column) {
  for (std::size_t at = 0; at < levels.size(); ++at) {
    std::vector<Figure>& figures = column.figures[at];
    for (const int area : book.areas_at(levels[at]))
      figures.push_back(newest_figure(book, column.indicator, area, column.part));
    if (std::count_if(figures.begin(), figures.end(), tells) < 2) figures.clear();
  }
}

// Without their figures.
std::vector<Column> wanted_columns(const Book& book, const ExplorerRequest& request) {
  std::vector<Column> all;
  for (int id = 0; id < static_cast<int>(book.publication.indicators.size()); ++id) {
    const auto& wanted = request.indicators;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), id) == wanted.end()) continue;
    all.push_back({id, {}, {}});
    for (const PartFigure& part : part_codes(book, id)) all.push_back({id, part.code, part.label});
  }
  return all;
}

std::vector<Column> columns_of(const Book& book, const ExplorerRequest& request) {
  std::vector<Column> all = wanted_columns(book, request);
  for (Column& column : all) find_figures(book, column);
  std::erase_if(all, [](const Column& column) { return column.is_empty(); });
  return all;
}

/// Gives each text a number, so that what many figures share is written once.
class Numbered {
 public:
  std::size_t of(const std::string& text) {
    const auto at = std::find(texts_.begin(), texts_.end(), text) - texts_.begin();
    if (static_cast<std::size_t>(at) == texts_.size()) texts_.push_back(text);
    return static_cast<std::size_t>(at);
  }
  Json json() const { return texts_; }

 private:
  std::vector<std::string> texts_;
};

/// Kinds of municipalities: what they are called, and an id that all languages share.
class Kinds {
 public:
  std::size_t of(const Book& book, int area) {
    const Area& at = book.areas.at(area);
    const std::size_t number = ids_.of(at.designated_city ? "政令指定都市" : at.kind);
    if (number == json_.size())
      json_.push_back({ids_.json()[number],
                       at.designated_city ? likeness_word(book, area) : kind_name(book, at)});
    return number;
  }
  const Json& json() const { return json_; }

 private:
  Numbered ids_;
  Json json_ = Json::array();
};

// Empty where what is shown tells it all.
std::string exact_text(const Book& book, const Figure& figure) {
  if (!figure.has_value() || !bare_parts_text(book, figure).empty()) return {};
  const Decimal exact = trimmed(*figure.observation->value);
  return compare(exact, *shown_value(book, figure)) == 0 ? std::string() : to_text(exact);
}

/// A number: the reason why there is none. A text: the figure as shown. A list: the figure, its
/// parts, tags, 1 for a lower bound, its date where it is not the column's, the exact value where
/// more is known than shown; what is empty at the end is left out.
Json figure_json(const Book& book, const Figure& figure, const std::string& as_of,
                 Numbered& reasons) {
  if (!tells(figure)) return reasons.of(missing_text(book, figure));
  const std::string own = bare_as_of_text(book, figure);
  Json json = {number_text(book, figure), bare_parts_text(book, figure),
               flag_tag(book, figure),    figure.is_bound() ? Json(1) : Json(""),
               own == as_of ? "" : own,   exact_text(book, figure)};
  while (json.size() > 1 && json.back() == "") json.erase(json.size() - 1);
  return json.size() == 1 ? json.front() : json;
}

// The newest date of any figure, of a plan only where there is nothing else, and who published it.
const Figure& newest_of(const Book& book, const std::vector<Figure>& figures) {
  const Figure* newest = nullptr;
  for (const Figure& each : figures) {
    if (!tells(each)) continue;
    const Cube& cube = book.measured.cube;
    if (newest == nullptr || (newest->is_planned() && !each.is_planned()) ||
        (newest->is_planned() == each.is_planned() &&
         cube.is_before(newest->observation->period, each.observation->period)))
      newest = &each;
  }
  return *newest;
}

Json level_json(const Book& book, const Column& column, const std::vector<Figure>& figures,
                Numbered& reasons) {
  const Figure& newest = newest_of(book, figures);
  const std::string as_of = bare_as_of_text(book, newest);
  Json all = Json::array();
  for (const Figure& each : figures) all.push_back(figure_json(book, each, as_of, reasons));
  Json json = {{"asOf", as_of}, {"source", publisher_text(book, newest)}};
  const Figure whole = newest_figure(book, column.indicator, book.home, column.part);
  if (tells(whole)) json["whole"] = figure_json(book, whole, as_of, reasons);
  json["figures"] = std::move(all);
  return json;
}

int direction(Better better) {
  return better == Better::higher ? 1 : better == Better::lower ? -1 : 0;
}

Json column_json(const Context& context, const Column& column, Numbered& reasons) {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(column.indicator);
  Json json = {{"id", indicator.id},
               {"part", column.part},
               {"title", indicator.title},
               {"short", short_title(book, column.indicator)},
               {"label", column.label},
               {"unit", indicator.unit},
               {"parts", parts_title(book, column.indicator)},
               {"stage", indicator.stage},
               {"better", direction(indicator.better)},
               {"caution", indicator.caution},
               {"path", context.indicator_link(column.indicator)}};
  const auto& singulars = book.publication.singulars;
  if (const auto one = singulars.find(indicator.unit); one != singulars.end())
    json["one"] = one->second;
  for (std::size_t at = 0; at < levels.size(); ++at)
    if (const auto& figures = column.figures[at]; !figures.empty())
      json[level_id(levels[at])] = level_json(book, column, figures, reasons);
  return json;
}

/// The reading, and behind it other spellings of the name, the Japanese ones in every language:
/// ゆすはらちょう 檮原町.
std::string found_by(const Book& book, int area) {
  std::string text = book.areas.at(area).reading;
  const Area& at = book.areas.at(area);
  if (japanese_name(at) != at.name) text += ' ' + japanese_name(at);
  if (!at.own_romaji.empty()) text += ' ' + at.own_romaji;
  for (const auto& [of, spelling] : book.areas.variants())
    if (of == area) text += ' ' + spelling;
  return text;
}

/// Code, name, reading, kind; of a municipality the number of its prefecture among those.
Json area_json(const Context& context, int area, Kinds& kinds, Numbered& homes) {
  const Book& book = context.book;
  const Area& at = book.areas.at(area);
  const bool has_page = !context.area_link(area).empty();
  Json json = {at.code, at.name, found_by(book, area), has_page ? 1 : 0};
  if (at.level != AreaLevel::municipality) return json;
  json.push_back(homes.of(book.areas.at(at.parent).code));
  json.push_back(kinds.of(book, area));
  return json;
}

Json size_json(const Book& book, const ExplorerRequest& request) {
  if (request.size < 0) return nullptr;
  return {{"id", book.indicator(request.size).id}, {"steps", request.steps}};
}

}  // namespace

bool can_explore(const Book& book, const ExplorerRequest& request) {
  std::vector<Column> wanted = wanted_columns(book, request);
  return std::any_of(wanted.begin(), wanted.end(), [&](Column& column) {
    find_figures(book, column);
    return !column.is_empty();
  });
}

std::string explorer_figures(const Context& context, const ExplorerRequest& request) {
  const Book& book = context.book;
  Numbered reasons, homes;
  Kinds kinds;
  Json prefectures = Json::array();
  for (const int area : book.areas_at(AreaLevel::prefecture)) {
    homes.of(book.areas.at(area).code);
    prefectures.push_back({book.areas.at(area).code, book.areas.at(area).name});
  }
  Json areas;
  for (const AreaLevel level : levels) {
    areas[level_id(level)] = Json::array();
    for (const int area : book.areas_at(level))
      areas[level_id(level)].push_back(area_json(context, area, kinds, homes));
  }
  Json columns = Json::array();
  for (const Column& column : columns_of(book, request))
    columns.push_back(column_json(context, column, reasons));
  const Json all = {{"areas", std::move(areas)},    {"prefectures", std::move(prefectures)},
                    {"kinds", kinds.json()},        {"whole", book.areas.at(book.home).name},
                    {"reasons", reasons.json()},    {"size", size_json(book, request)},
                    {"columns", std::move(columns)}};
  return "yokotenCompare.figures(" + all.dump() + ");\n";
}

}  // namespace yokoten
