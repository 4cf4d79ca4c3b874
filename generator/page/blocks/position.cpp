#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::size_t few_points = 300;  // of more a page has rows for its prefecture alone

/// The picture in small parts, of which each has room for one point.
class Ground {
 public:
  Ground(const Book& book, const std::vector<Figure>& figures) : book_(book) {
    for (const Figure& figure : figures) {
      across_ = std::max(across_, across(figure));
      low_ = std::min(low_, value(figure));
      high_ = std::max(high_, value(figure));
    }
  }

  /// Whether nothing stands there yet; something does afterwards.
  bool take(const Figure& figure) {
    const auto column = part(across(figure), 0, across_, kColumns);
    const auto line = part(value(figure), low_, high_, kLines);
    const bool is_free = !taken_[line * kColumns + column];
    taken_[line * kColumns + column] = true;
    return is_free;
  }

 private:
  static constexpr std::size_t kColumns = 90, kLines = 36;

  static double across(const Figure& figure) { return to_double(*figure.observation->denominator); }
  double value(const Figure& figure) const { return to_double(*shown_value(book_, figure)); }
  static std::size_t part(double at, double low, double high, std::size_t parts) {
    if (!(high > low)) return 0;
    const auto count = static_cast<double>(parts);
    return std::min(static_cast<std::size_t>((at - low) / (high - low) * count), parts - 1);
  }

  const Book& book_;
  double across_ = 0, low_ = std::numeric_limits<double>::max(),
         high_ = std::numeric_limits<double>::lowest();
  std::vector<bool> taken_ = std::vector<bool>(kColumns * kLines);
};

const Figure& largest(const std::vector<Figure>& figures) {
  return *std::ranges::max_element(figures, [](const Figure& a, const Figure& b) {
    return compare(*a.observation->denominator, *b.observation->denominator) < 0;
  });
}

/// Every area as a point: the size of its whole across, its rate up, the page's own area named.
class Position final : public Block {
 public:
  explicit Position(Options& options)
      : indicator_(options.required_indicator()),
        municipal_(options.word("level", {"municipality", "prefecture"}) == "municipality"),
        goal_(options.decimal("goal")),
        goal_label_(options.toml().text("goal_label")),
        caption_(options.plain("caption", true)) {
    if (indicator_ >= 0 && options.book().indicator(indicator_).kind != IndicatorKind::ratio)
      report_error(
          options.findings(), options.toml().place("indicator"), "block.kind",
          {"position には比率の指標が要ります", "position wants an indicator that is a ratio"});
  }

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const int id = context.meant(indicator_);
    if (book.indicator(id).kind != IndicatorKind::ratio) return {};
    std::vector<Figure> figures =
        figures_of_level(book, id, municipal_ ? AreaLevel::municipality : AreaLevel::prefecture);
    const int period = keep_common_period(book, figures);
    const Figure own =
        context.area == Areas::none ? Figure{} : figure_at(book, id, context.area, period);
    const bool own_is_known =
        context.area == Areas::none ||
        (own.has_value() && !is_of_other_period(own, period) && !is_plan_among(own, figures));
    if (figures.size() < 3 || !own_is_known) return {};
    ChartFrame frame =
        frame_of(context, figures.front(), context.plain(caption_, &figures.front()));
    ChartRequest request = requested(context, figures, frame);
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  // Where municipalities of several prefectures stand together, some have one name.
  static bool names_prefecture(const Book& book, const std::vector<Figure>& figures) {
    const int first = book.areas.at(figures.front().area).parent;
    return first != Areas::nation && std::ranges::any_of(figures, [&](const Figure& figure) {
             return book.areas.at(figure.area).parent != first;
           });
  }

  ChartRequest requested(const Context& context, const std::vector<Figure>& figures,
                         ChartFrame& frame) const {
    const Book& book = context.book;
    const bool in_prefectures = names_prefecture(book, figures);
    const Indicator& indicator = book.indicator(figures.front().indicator);
    ChartRequest request = request_of(indicator, frame, ChartKind::points, "position");
    request.description = book.word("chart.areas_of", {count_text(figures.size()), frame.title});
    request.across_title = indicator.denominator_name;
    frame.head = {book.word(municipal_ ? "label.municipality" : "label.prefecture"),
                  indicator.denominator_name, titled_unit(book, frame.title, indicator.unit)};
    if (in_prefectures) frame.head.insert(frame.head.begin() + 1, book.word("label.prefecture"));
    const bool few = figures.size() <= few_points;
    const Figure& whole = largest(figures);
    Ground ground(book, figures);
    for (const Figure& figure : figures) {
      const bool own = figure.area == context.area;
      const bool named = &figure == &figures.front() || &figure == &whole;
      const bool stands_apart = ground.take(figure);
      if (own)
        request.description = book.word(
            "chart.areas_of_own", {count_text(figures.size()), frame.title,
                                   book.areas.at(figure.area).name, parts_text(book, figure)});
      if (few || own || named || stands_apart)
        request.data.push_back(datum_of(book, figure,
                                        own     ? Emphasis::self
                                        : named ? Emphasis::other
                                                : Emphasis::plain,
                                        in_prefectures));
      if (few || own || named || is_near(context, figure))
        frame.rows.push_back(row_of(context, figure, in_prefectures));
    }
    if (!few) frame.note_html = html_text(note(context));
    if (goal_) request.lines.push_back({*goal_, goal_label_, {}});
    return request;
  }

  // Of very many the tables of pages about areas have those of the prefecture.
  static bool is_near(const Context& context, const Figure& figure) {
    const Areas& areas = context.book.areas;
    return context.area == Areas::none ||
           areas.prefecture_of(figure.area) == areas.prefecture_of(context.area);
  }

  static std::string note(const Context& context) {
    const Book& book = context.book;
    if (context.area == Areas::none) return book.word("chart.points_apart");
    const int prefecture = book.areas.prefecture_of(context.area);
    return book.word("chart.points_apart_near",
                     {book.areas.at(prefecture).name, municipality_word(book, prefecture)});
  }

  static const std::string& home_name(const Book& book, const Figure& figure) {
    return book.areas.at(book.areas.prefecture_of(figure.area)).name;
  }

  static ChartDatum datum_of(const Book& book, const Figure& figure, Emphasis emphasis,
                             bool in_prefectures) {
    ChartDatum datum;
    datum.name = book.areas.at(figure.area).name;
    datum.value = to_double(*shown_value(book, figure));
    datum.label = number_text(book, figure);
    datum.across = to_double(*figure.observation->denominator);
    datum.emphasis = emphasis;
    datum.description = fmt::format(
        "{} {} {}",
        in_prefectures ? bracketed(book, datum.name, home_name(book, figure)) : datum.name,
        parts_text(book, figure), value_text(book, figure));
    return datum;
  }

  static NumberRow row_of(const Context& context, const Figure& figure, bool in_prefectures) {
    const Book& book = context.book;
    const bool own = figure.area == context.area;
    NumberRow row{book.areas.at(figure.area).name,
                  own ? "" : context.area_link(figure.area),
                  {to_shown(*figure.observation->denominator), number_text(book, figure)},
                  own};
    if (in_prefectures) row.cells.insert(row.cells.begin(), home_name(book, figure));
    return row;
  }

  int indicator_;
  bool municipal_;
  std::optional<double> goal_;
  std::string goal_label_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_position(Options& options) {
  return std::make_unique<Position>(options);
}

}  // namespace yokoten
