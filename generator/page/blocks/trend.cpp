#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "model/period_length.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/pace.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// All periods of one area's figure with the next target; one without a value is a gap, with its
/// reason in the table. One period is no trend and is said so.
class Trend final : public Block {
 public:
  explicit Trend(Options& options)
      : indicator_(options.required_indicator()), caption_(options.plain("caption", true)) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const int id = context.meant(indicator_);
    const std::vector<Figure> figures = on_one_line(book, dated_figures(book, id, context.whole()));
    if (figures.empty()) return {};
    if (figures.size() == 1)
      return has_bound(book, figures.front()) ? std::string() : single(context, figures.front());
    const Figure& newest = newest_value(figures);
    ChartFrame frame = frame_of(context, newest, context.plain(caption_, &newest));
    frame.as_of = as_of_text(book, figures.back());
    ChartRequest request = requested(context, figures, frame);
    return framed_chart(context, std::move(request), frame);
  }

 private:
  // There is one.
  static const Figure& newest_value(const std::vector<Figure>& figures) {
    return *std::find_if(figures.rbegin(), figures.rend(),
                         [](const Figure& each) { return each.has_value(); });
  }

  static bool has_bound(const Book& book, const Figure& figure) {
    const auto series = book.measured.cube.series(figure.indicator, figure.area);
    return std::any_of(series.begin(), series.end(),
                       [](const Observation* each) { return each->has(bound); });
  }

  // A year and its halves are no points of one line: those that go with the newest value. Nothing
  // where there is no value; periods before the area was first listed are no gaps.
  static std::vector<Figure> on_one_line(const Book& book, std::vector<Figure> figures) {
    const auto has_value = [](const Figure& each) { return each.has_value(); };
    if (std::none_of(figures.begin(), figures.end(), has_value)) return {};
    const auto period = [&](const Figure& figure) {
      return book.measured.cube.period(figure.observation->period);
    };
    const Period newest = period(newest_value(figures));
    std::erase_if(figures, [&](const Figure& figure) {
      return !is_comparable_length(period(figure), newest);
    });
    const auto is_listed = [](const Figure& each) {
      return each.has_value() || each.is_bound() ||
             each.observation->missing != Missing::not_published;
    };
    figures.erase(figures.begin(), std::find_if(figures.begin(), figures.end(), is_listed));
    return figures;
  }

  static std::string single(const Context& context, const Figure& figure) {
    const Book& book = context.book;
    View note;
    note.text("title", book.word("chart.trend"))
        .text("text_html", html_text(book.word("chart.one_date_only", {period_text(book, figure)})))
        .flag("plain", true)
        .text("id", "");
    return context.templates.filled("note", note);
  }

  static ChartRequest requested(const Context& context, const std::vector<Figure>& figures,
                                ChartFrame& frame) {
    const Book& book = context.book;
    const Indicator& indicator = book.indicator(figures.front().indicator);
    ChartRequest request = request_of(indicator, frame, ChartKind::trend, "trend");
    frame.head = {book.word("page.period"), titled_unit(book, frame.title, indicator.unit)};
    for (const Figure& figure : figures) {
      request.data.push_back(datum_of(book, figure));
      const std::string& name = request.data.back().name;
      request.description += fmt::format(" {} {}", name, value_text(book, figure));
      frame.rows.push_back({name, {}, {bare_value_text(book, figure)}, false});
    }
    add_target(context, figures, request, frame);
    add_release_note(context, figures, frame);
    return request;
  }

  // A bound is no point of the line either.
  static ChartDatum datum_of(const Book& book, const Figure& figure) {
    ChartDatum datum;
    datum.name = period_text(book, figure);
    if (figure.has_value()) datum.value = to_double(*shown_value(book, figure));
    datum.label = figure.has_value() ? number_text(book, figure) : value_text(book, figure);
    datum.date = to_text(last_day(book.measured.cube.period(figure.observation->period)));
    datum.emphasis = Emphasis::self;
    return datum;
  }

  static void add_target(const Context& context, const std::vector<Figure>& figures,
                         ChartRequest& request, ChartFrame& frame) {
    const Book& book = context.book;
    const int id = figures.front().indicator;
    const Target* target = target_of(book, figures.front());
    if (target == nullptr || !target->number) return;
    const std::string label = dated_target_text(book, id, *target);
    request.lines.push_back({to_double(*target->number), label, to_text(due_of(*target))});
    request.description += book.word("join.comma") + label;
    frame.rows.push_back({label, {}, {to_shown(*target->number)}, false});
    frame.note_html = html_text(book.word("chart.not_a_forecast"));
  }

  // Which points stand in earlier releases only.
  static void add_release_note(const Context& context, const std::vector<Figure>& figures,
                               ChartFrame& frame) {
    const Book& book = context.book;
    std::string periods;
    for (const Figure& figure : figures)
      if (is_from_release(book, figure)) add_listed(book, periods, period_text(book, figure));
    if (periods.empty()) return;
    if (!frame.note_html.empty()) frame.note_html += "</span><span>";
    frame.note_html += html_text(book.word("chart.from_release", {periods}));
  }

  int indicator_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_trend(Options& options) { return std::make_unique<Trend>(options); }

}  // namespace yokoten
