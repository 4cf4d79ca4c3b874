#include <fmt/format.h>

#include <algorithm>

#include "base/count_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/map_shapes.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// Which areas a map shows.
struct Scope {
  AreaLevel level = AreaLevel::prefecture;
  std::vector<int> areas;
  std::vector<Figure> figures;  // with a value, highest first
  std::string word;             // 都道府県, 市町村
  int period = -1;              // that most of them are of
};

/// Map in threshold classes; each area leads to its page. Tiles of the prefectures, or with
/// `shapes` their real shapes, which on a prefecture's page and in its publication are those of its
/// municipalities.
class Map final : public Block {
 public:
  explicit Map(Options& options)
      : indicator_(options.required_indicator()), caption_(options.plain("caption", true)) {
    if (const int source = options.source("shapes"); source >= 0) take_shapes(source, options);
    check_home(options);
    const TomlNode* limits = options.toml().take("limits", TomlNode::Kind::list);
    if (limits == nullptr) return;
    for (const TomlNode& limit : limits->children) take_limit(limit, options);
    if (!std::is_sorted(limits_.begin(), limits_.end(),
                        [](Decimal a, Decimal b) { return compare(a, b) < 0; }) ||
        limits_.size() > 4)
      report_error(options.findings(), limits->place, "block.limits",
                   {"limits は小さい順に4つまでです", "limits are up to four numbers, ascending"});
  }

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override;

 private:
  Scope scope_of(const Context& context, int id) const;
  void check_home(Options& options) const;
  void take_shapes(int source, Options& options) {
    shapes_ = options.book().publication.boundaries_of(source);
    if (shapes_ == nullptr)
      report_error(options.findings(), options.toml().place("shapes"), "block.shapes",
                   {"shapes には kind = \"boundaries\" の資料を書いてください",
                    "shapes names a source with kind = \"boundaries\""});
  }

  void take_limit(const TomlNode& node, Options& options) {
    const auto number = parse_decimal(node.text);
    if (number) return limits_.push_back(*number);
    report_error(options.findings(), node.place, "block.limits",
                 {"limits には数を書いてください", "limits holds numbers"});
  }

  int indicator_;
  Text caption_;
  std::vector<Decimal> limits_;
  const Boundaries* shapes_ = nullptr;  ///< null: tiles
};

using Limits = std::vector<Decimal>;

// Of one digit 7.6 becomes 8 and 1,234 becomes 1,000: a limit that a reader can keep in mind.
Decimal in_digits(Decimal limit, int kept) {
  int digits = 0;
  for (auto rest = limit.mantissa; rest > 0; rest /= 10) ++digits;
  std::int64_t unit = 1;
  for (int at = kept; at < digits; ++at) unit *= 10;
  return {(limit.mantissa + unit / 2) / unit * unit, limit.scale};
}

Limits even_limits(const Book& book, const std::vector<Figure>& highest_first, int digits) {
  Limits limits;
  for (std::size_t fifth = 1; fifth <= 4; ++fifth) {
    const std::size_t at = highest_first.size() - 1 - highest_first.size() * fifth / 5;
    const Decimal limit = in_digits(*shown_value(book, highest_first[at]), digits);
    const Decimal lowest = *shown_value(book, highest_first.back());
    const Decimal& before = limits.empty() ? lowest : limits.back();
    if (compare(limit, before) > 0) limits.push_back(limit);
  }
  return limits;
}

// Classes of about equal size where the page states no limits. Figures that lie close together
// share their first digit: where fewer than four classes are left, limits have two.
Limits even_limits(const Book& book, const std::vector<Figure>& highest_first) {
  Limits short_ones = even_limits(book, highest_first, 1);
  if (short_ones.size() >= 3) return short_ones;
  Limits longer = even_limits(book, highest_first, 2);
  return longer.size() > short_ones.size() ? longer : short_ones;
}

std::size_t class_of(const Limits& limits, Decimal shown) {
  return static_cast<std::size_t>(std::count_if(
      limits.begin(), limits.end(), [&](Decimal limit) { return compare(shown, limit) >= 0; }));
}

// 「4.0–5.9%」: the upper end is the last figure that is shown below the next limit.
std::string class_label(const Book& book, int id, const Limits& limits, std::size_t number) {
  const Indicator& indicator = book.indicator(id);
  const auto text = [&](Decimal limit) { return to_shown(rounded(limit, indicator.decimals)); };
  if (number == limits.size())
    return book.word("label.or_more", {measured_text(book, text(limits.back()), indicator.unit)});
  // Of whole numbers below one there is only one.
  if (number == 0 && indicator.decimals == 0 && compare(limits.front(), {1, 0}) == 0)
    return measured_text(book, "0", indicator.unit);
  if (number == 0)
    return book.word("label.less_than",
                     {measured_text(book, text(limits.front()), indicator.unit)});
  const Decimal next = rounded(limits[number], indicator.decimals);
  const Decimal end{next.mantissa - 1, next.scale};
  if (compare(end, rounded(limits[number - 1], indicator.decimals)) == 0)
    return measured_text(book, to_shown(end), indicator.unit);
  return book.word("label.between",
                   {text(limits[number - 1]), measured_text(book, to_shown(end), indicator.unit)});
}

Scope prefectures_of(const Book& book, int indicator) {
  const auto all = book.areas.prefectures();
  return {AreaLevel::prefecture, std::vector<int>(all.begin(), all.end()),
          figures_of_level(book, indicator, AreaLevel::prefecture),
          kind_word(book, AreaLevel::prefecture)};
}

Scope municipalities_of(const Book& book, int indicator, int prefecture) {
  Scope scope{AreaLevel::municipality,
              {},
              figures_below(book, indicator, prefecture),
              municipality_word(book, prefecture)};
  for (const int area : book.areas.children(prefecture))
    if (book.areas.at(area).level == AreaLevel::municipality) scope.areas.push_back(area);
  return scope;
}

// Areas in a class, and the way the legend shows it.
struct ClassCount {
  std::string key, label;
  int areas = 0;
};

std::string legend(const Context& context, int id, const Scope& scope,
                   const std::vector<ClassCount>& counts) {
  const Book& book = context.book;
  const auto fewer = [](const ClassCount& a, const ClassCount& b) { return a.areas < b.areas; };
  const int most = std::max_element(counts.begin(), counts.end(), fewer)->areas;
  std::vector<View> classes;
  for (const ClassCount& each : counts) {
    const double share = most == 0 ? 0 : 65.0 * each.areas / most;  // leaves room for the number
    classes.push_back(View()
                          .text("key", each.key)
                          .text("label", each.label)
                          .text("count", count_text(each.areas))
                          .text("percent", fmt::format("{:.1f}", share)));
  }
  View view;
  view.list("classes", std::move(classes))
      .text("label_title", book.indicator(id).short_title)
      .text("count_title", book.word("chart.count_of_areas", {scope.word}));
  return context.templates.filled("legend", view);
}

// Classes from the highest down, then what has no value where a map shows such areas in a colour
// of their own.
std::vector<ClassCount> class_counts(const Book& book, int id, const Scope& scope,
                                     const Limits& limits, bool with_missing) {
  std::vector<int> areas(limits.size() + 1, 0);
  int missing = 0;
  for (const int area : scope.areas) {
    const Figure figure = figure_at(book, id, area, scope.period);
    const bool counts = figure.has_value() && !is_plan_among(figure, scope.figures);
    ++(counts ? areas[class_of(limits, *shown_value(book, figure))] : missing);
  }
  std::vector<ClassCount> counts;
  for (std::size_t at = areas.size(); at-- > 0;)
    counts.push_back({fmt::format("k{}", at * 4 / limits.size() + 1),
                      class_label(book, id, limits, at), areas[at]});
  if (with_missing && missing > 0) counts.push_back({"none", book.word("chart.no_value"), missing});
  return counts;
}

const Rank* shown_rank(const Book& book, const Figure& figure, const Scope& scope) {
  if (is_of_other_period(figure, scope.period)) return nullptr;
  return telling_rank(book, figure, scope.level == AreaLevel::municipality);
}

// 80.0（予定）, or with its own date, where it is not as what the map shows.
std::string with_date_or_plan(const Book& book, const std::string& text, const Figure& figure,
                              const Scope& scope) {
  if (!is_of_other_period(figure, scope.period) && is_plan_among(figure, scope.figures))
    return planned_title(book, figure, text);
  return with_own_date(book, text, figure, scope.period);
}

// A link's name begins with what is seen on it: 鳥取 24.7%. Latin letters are read there as one
// with the number, so that both are said again.
std::string tile_name(const Area& at, const ChartDatum& datum, const std::string& value) {
  if (!at.japanese.empty())
    return fmt::format("{}{} {} {}", datum.name, datum.label, at.name, value);
  return value.starts_with(datum.label) ? datum.name + ' ' + value
                                        : fmt::format("{} {} {}", datum.name, datum.label, value);
}

ChartDatum datum_of(const Context& context, const Figure& figure, const Scope& scope) {
  const Book& book = context.book;
  const Area& at = book.areas.at(figure.area);
  ChartDatum datum;
  datum.name = at.short_name.empty() ? at.name : at.short_name;
  datum.full_name = at.name;
  const bool coloured = figure.has_value() && !is_plan_among(figure, scope.figures);
  datum.label = coloured ? number_text(book, figure) : "—";
  datum.link = context.area_link(figure.area);
  datum.description =
      tile_name(at, datum, with_date_or_plan(book, value_text(book, figure), figure, scope));
  if (const Rank* rank = shown_rank(book, figure, scope))
    datum.description += ' ' + book.word("label.rank", {count_text(rank->place)});
  datum.column = at.column;
  datum.row = at.row;
  datum.narrow_column = at.narrow_column;
  datum.narrow_row = at.narrow_row;
  if (coloured) datum.value = to_double(*shown_value(book, figure));
  return datum;
}

NumberRow row_of(const Book& book, const Figure& figure, const Scope& scope,
                 const ChartDatum& datum) {
  const Rank* rank = shown_rank(book, figure, scope);
  return {book.areas.at(figure.area).name,
          datum.link,
          {with_date_or_plan(
               book, figure.has_value() ? number_text(book, figure) : missing_text(book, figure),
               figure, scope),
           rank == nullptr ? "" : count_text(rank->place)},
          false};
}

// Nothing is written on a shape: its description need not begin with what is seen.
void take_shape(const Book& book, const Figure& figure, const Scope& scope, ChartDatum& datum) {
  datum.description = fmt::format("{} {}", book.areas.at(figure.area).name,
                                  with_date_or_plan(book, value_text(book, figure), figure, scope));
  if (const Rank* rank = shown_rank(book, figure, scope))
    datum.description += ' ' + book.word("label.rank", {count_text(rank->place)});
}

// The prefecture whose municipalities shapes show; the nation where they show prefectures.
int prefecture_around(const Context& context) {
  const Areas& areas = context.book.areas;
  const bool own =
      context.area != Areas::none &&
      (context.area == Areas::nation || areas.at(context.area).level == AreaLevel::prefecture);
  return own ? context.area : context.book.home;
}

// A prefecture's publication that has no figures of others has nothing to set its own beside.
bool is_alone(const Book& book, const std::vector<Figure>& prefectures) {
  return book.home != Areas::nation &&
         std::all_of(prefectures.begin(), prefectures.end(),
                     [&](const Figure& each) { return each.area == book.home; });
}

// Where the block names its indicator; on the pages of indicators there is just no map.
void Map::check_home(Options& options) const {
  const Book& book = options.book();
  if (indicator_ < 0 || book.home < 0) return;
  const std::vector<Figure> below = figures_below(book, indicator_, book.home);
  const auto own = figures_of_level(book, indicator_, AreaLevel::prefecture);
  const bool any = !own.empty() || !below.empty();
  if (!any || !is_alone(book, own) || (shapes_ != nullptr && !below.empty())) return;
  const std::string& name = book.areas.at(book.home).name;
  report_warning(
      options.findings(), options.toml().place("indicator"), "block.alone",
      {fmt::format(
           "{}のほかに値のある都道府県がないため、この地図は出ません。市町村の地図には、市町村の"
           "値と、shapes に kind = \"boundaries\" の資料が要ります",
           name),
       fmt::format("no prefecture but {} has a figure, so there is no map; one of the "
                   "municipalities takes their figures, and shapes with a source of kind = "
                   "\"boundaries\"",
                   name)});
}

// The municipalities where the page, or the publication, is about a prefecture.
Scope Map::scope_of(const Context& context, int id) const {
  const Book& book = context.book;
  const int prefecture = prefecture_around(context);
  if (shapes_ == nullptr || prefecture == Areas::nation) return prefectures_of(book, id);
  Scope below = municipalities_of(book, id, prefecture);
  if (context.area == prefecture || !below.figures.empty()) return below;
  return prefectures_of(book, id);
}

// What a reader can do with the map.
std::string hint_of(const Book& book, const std::vector<NumberRow>& rows, bool real, bool moved) {
  const bool linked =
      std::all_of(rows.begin(), rows.end(), [](const NumberRow& row) { return !row.link.empty(); });
  std::string hint = book.word(real ? (linked ? "chart.shape_hint" : "chart.shape_plain")
                                    : (linked ? "chart.tile_hint" : "chart.tile_plain"));
  if (moved) hint += book.word("chart.moved_hint");
  return hint;
}

// What stands around the picture, without its rows and legend.
ChartFrame frame_around(const Context& context, const Figure& whole, const Scope& scope,
                        const std::string& caption, const MapShapes& shapes) {
  const Book& book = context.book;
  const bool real = shapes.any();
  // Where the whole has no figure of that period, the areas tell the date and who published it.
  const bool dates = whole.observation != nullptr && !is_of_other_period(whole, scope.period) &&
                     whole.is_planned() == scope.figures.front().is_planned();
  const auto dated =
      std::find_if(scope.figures.begin(), scope.figures.end(),
                   [&](const Figure& figure) { return !is_of_other_period(figure, scope.period); });
  ChartFrame frame = frame_of(context, dates ? whole : *dated, caption);
  frame.map = !real;
  frame.head = {scope.level == AreaLevel::prefecture ? book.word("label.prefecture")
                                                     : municipality_heading(book, whole.area),
                titled_unit(book, frame.title, book.indicator(whole.indicator).unit),
                book.word("chart.rank_column")};
  return frame;
}

// Where no area has a place, there is no column of places.
void leave_out_empty_places(ChartFrame& frame) {
  const bool any = std::any_of(frame.rows.begin(), frame.rows.end(),
                               [](const NumberRow& row) { return !row.cells.back().empty(); });
  if (any) return;
  frame.head.pop_back();
  for (NumberRow& row : frame.rows) row.cells.pop_back();
}

std::string Map::html(Context& context) const {
  const Book& book = context.book;
  const int id = context.meant(indicator_);
  Scope scope = scope_of(context, id);
  if (scope.figures.empty()) return {};
  scope.period = common_period(book, scope.figures);
  const Limits limits = limits_.empty() ? even_limits(book, scope.figures) : limits_;
  if (limits.empty()) return {};
  MapShapes shapes;
  if (shapes_ != nullptr) shapes = map_shapes(*shapes_, book.areas, scope.areas);
  const bool real = shapes.any(), below = scope.level == AreaLevel::municipality;
  if (below && !real) return {};  // the file has no municipalities
  if (!below && is_alone(book, scope.figures)) return {};
  const Figure whole =
      figure_at(book, id, below ? prefecture_around(context) : int{Areas::nation}, scope.period);
  ChartFrame frame = frame_around(context, whole, scope, context.plain(caption_, &whole), shapes);
  ChartRequest request =
      request_of(book.indicator(id), frame, real ? ChartKind::shapes : ChartKind::tiles, "map");
  request.description =
      book.word("chart.map_of", {frame.title, unit_behind(book, "1", scope.word)});
  request.area_kind = scope.word;
  for (const Decimal limit : limits) request.limits.push_back(to_double(limit));
  request.own_legend = true;
  for (std::size_t at = 0; at < scope.areas.size(); ++at) {
    const Figure figure = figure_at(book, id, scope.areas[at], scope.period);
    ChartDatum datum = datum_of(context, figure, scope);
    if (real) take_shape(book, figure, scope, datum);
    if (real) datum.shape = std::move(shapes.shapes[at]);
    frame.rows.push_back(row_of(book, figure, scope, datum));
    request.data.push_back(std::move(datum));
  }
  leave_out_empty_places(frame);
  frame.note_html = hint_of(book, frame.rows, real, !shapes.frames.empty());
  request.frames = std::move(shapes.frames);
  frame.legend_html = legend(context, id, scope, class_counts(book, id, scope, limits, real));
  return framed_chart(context, std::move(request), std::move(frame));
}

}  // namespace

std::unique_ptr<Block> make_map(Options& options) { return std::make_unique<Map>(options); }

}  // namespace yokoten
