#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/count_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

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
        context.area == Areas::none || (own.has_value() && !is_of_other_period(own, period));
    if (figures.size() < 3 || !own_is_known) return {};
    ChartFrame frame =
        frame_of(context, figures.front(), context.plain(caption_, &figures.front()));
    ChartRequest request = requested(context, figures, frame);
    return framed_chart(context, std::move(request), frame);
  }

 private:
  static bool is_largest(const Figure& figure, const std::vector<Figure>& figures) {
    for (const Figure& other : figures)
      if (compare(*other.observation->denominator, *figure.observation->denominator) > 0)
        return false;
    return true;
  }

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
    for (const Figure& figure : figures) {
      const bool own = figure.area == context.area;
      const bool named = &figure == &figures.front() || is_largest(figure, figures);
      ChartDatum datum;
      datum.name = book.areas.at(figure.area).name;
      datum.value = to_double(*shown_value(book, figure));
      datum.label = number_text(book, figure);
      datum.across = to_double(*figure.observation->denominator);
      datum.emphasis = own ? Emphasis::self : named ? Emphasis::other : Emphasis::plain;
      const std::string& home = book.areas.at(book.areas.prefecture_of(figure.area)).name;
      datum.description =
          fmt::format("{} {} {}", in_prefectures ? bracketed(book, datum.name, home) : datum.name,
                      parts_text(book, figure), value_text(book, figure));
      NumberRow row{datum.name,
                    own ? "" : context.area_link(figure.area),
                    {to_shown(*figure.observation->denominator), datum.label},
                    own};
      if (in_prefectures) row.cells.insert(row.cells.begin(), home);
      frame.rows.push_back(std::move(row));
      if (own)
        request.description = book.word(
            "chart.areas_of_own",
            {count_text(figures.size()), frame.title, datum.name, parts_text(book, figure)});
      request.data.push_back(std::move(datum));
    }
    if (goal_) request.lines.push_back({*goal_, goal_label_, {}});
    return request;
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
