#include <algorithm>

#include <fmt/format.h>

#include "base/lists.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// The page's area beside its prefecture, its region and the nation, as bars.
class Compare final : public Block {
 public:
  explicit Compare(Options& options)
      : indicator_(options.required_indicator()),
        with_(options.words("with", {"prefecture", "nation", "region"})),
        goal_(options.decimal("goal")),
        goal_label_(options.toml().text("goal_label")),
        caption_(options.plain("caption", true)) {}

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    const int id = context.meant(indicator_);
    const std::vector<Figure> figures = chosen(context, id);
    if (figures.size() < 2) return {};
    ChartFrame frame =
        frame_of(context, figures.front(), context.plain(caption_, &figures.front()));
    // The bars that are plans say so themselves then.
    if (is_mixed(figures)) frame.as_of = bare_as_of_text(context.book, figures.front());
    if (frame.source.empty()) frame.source = publisher_text(context.book, figures.back());
    ChartRequest request = requested(context, figures, frame);
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  static bool is_mixed(const std::vector<Figure>& figures) {
    return std::any_of(figures.begin(), figures.end(),
                       [&](const Figure& each) { return is_plan_among(each, figures); });
  }

  // Self first, then by value, the nation last: the order of reading.
  std::vector<Figure> chosen(const Context& context, int id) const {
    const Book& book = context.book;
    const int whole = context.whole(), prefecture = book.areas.prefecture_of(whole);
    std::vector<Figure> figures = {newest_figure(book, id, whole)};
    if (figures.front().observation == nullptr) return {};
    const int period = figures.front().observation->period;
    if (holds(with_, "prefecture") && prefecture != whole)
      figures.push_back(figure_at(book, id, prefecture, period));
    if (holds(with_, "region"))
      for (const Figure& each : figures_of_level(book, id, AreaLevel::prefecture))
        if (each.area != prefecture &&
            book.areas.at(each.area).region == book.areas.at(prefecture).region)
          figures.push_back(figure_at(book, id, each.area, period));
    if (holds(with_, "nation") && whole != Areas::nation)
      figures.push_back(figure_at(book, id, Areas::nation, period));
    // The page's own area stays with the word why it has no figure.
    std::erase_if(figures, [&](const Figure& figure) {
      return !figure.has_value() && !figure.is_bound() && figure.area != whole;
    });
    return figures;
  }

  ChartRequest requested(const Context& context, const std::vector<Figure>& figures,
                         ChartFrame& frame) const {
    const Book& book = context.book;
    ChartRequest request =
        request_of(book.indicator(figures.front().indicator), frame, ChartKind::bars, "compare");
    frame.head = {book.word("chart.name_column"), titled_unit(book, frame.title, request.unit)};
    const int period = figures.front().observation->period;
    for (const Figure& figure : figures) {
      ChartDatum datum;
      const std::string& name = book.areas.at(figure.area).name;
      datum.name = !is_of_other_period(figure, period) && is_plan_among(figure, figures)
                       ? planned_title(book, figure, name)
                       : with_own_date(book, name, figure, period);
      if (figure.has_value()) datum.value = to_double(*shown_value(book, figure));
      datum.label = bare_value_text(book, figure);
      datum.emphasis = figure.area == context.whole() ? Emphasis::self : Emphasis::other;
      request.description += (request.data.empty() ? " " : book.word("join.comma")) + datum.name +
                             ' ' + value_text(book, figure);
      frame.rows.push_back({datum.name,
                            figure.area == context.whole() ? "" : context.area_link(figure.area),
                            {datum.label},
                            figure.area == context.whole()});
      request.data.push_back(std::move(datum));
    }
    if (goal_) request.lines.push_back({*goal_, goal_label_, {}});
    return request;
  }

  int indicator_;
  std::vector<std::string> with_;
  std::optional<double> goal_;
  std::string goal_label_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_compare(Options& options) { return std::make_unique<Compare>(options); }

}  // namespace yokoten
