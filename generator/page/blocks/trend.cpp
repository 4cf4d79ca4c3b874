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

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const int id = context.meant(indicator_);
    const TrendLine line = line_of(book, dated_figures(book, id, context.whole()));
    const std::vector<Figure>& figures = line.figures;
    if (figures.empty()) return {};
    if (figures.size() == 1)
      return has_bound(book, figures.front()) ? std::string() : single(context, line);
    const Figure& newest = newest_value(figures);
    ChartFrame frame = frame_of(context, newest, context.plain(caption_, &newest));
    const Figure& last = last_of(figures);
    frame.as_of = with_plan(book, last, bare_as_of_text(book, last));
    ChartRequest request = requested(context, line, frame);
    return framed_chart(context, std::move(request), std::move(frame));
  }

 private:
  /// What stands on one line, oldest first, and the values that cover another length of time.
  struct TrendLine {
    std::vector<Figure> figures, others{};
  };

  // There is one. A plan is the newest only where there are no others.
  static const Figure& newest_value(const std::vector<Figure>& figures) {
    const auto found = std::find_if(figures.rbegin(), figures.rend(), [](const Figure& each) {
      return each.has_value() && !each.is_planned();
    });
    if (found != figures.rend()) return *found;
    return *std::find_if(figures.rbegin(), figures.rend(),
                         [](const Figure& each) { return each.has_value(); });
  }

  // With or without a value, likewise.
  static const Figure& last_of(const std::vector<Figure>& figures) {
    const auto found = std::find_if(figures.rbegin(), figures.rend(),
                                    [](const Figure& each) { return !each.is_planned(); });
    return found == figures.rend() ? figures.back() : *found;
  }

  static bool has_bound(const Book& book, const Figure& figure) {
    const auto series = book.measured.cube.series(figure.indicator, figure.area);
    return std::any_of(series.begin(), series.end(),
                       [](const FoundObservation& each) { return each->has(bound); });
  }

  static Period period_of(const Book& book, const Figure& figure) {
    return book.measured.cube.period(figure.observation->period);
  }

  // A year and its halves are no points of one line: those that go with the newest value, or the
  // longest such series where the newest goes with no other.
  static Period length_of(const Book& book, const std::vector<Figure>& figures) {
    const auto points = [&](Period period) {
      return std::count_if(figures.begin(), figures.end(), [&](const Figure& each) {
        return each.has_value() && is_comparable_length(period_of(book, each), period);
      });
    };
    Period best = period_of(book, newest_value(figures));
    if (points(best) > 1) return best;
    for (auto each = figures.rbegin(); each != figures.rend(); ++each)
      if (each->has_value() && points(period_of(book, *each)) > points(best))
        best = period_of(book, *each);
    return best;
  }

  // Nothing where there is no value; periods before the area was first listed are no gaps.
  static TrendLine line_of(const Book& book, std::vector<Figure> figures) {
    const auto has_value = [](const Figure& each) { return each.has_value(); };
    if (std::none_of(figures.begin(), figures.end(), has_value)) return {};
    const Period length = length_of(book, figures);
    TrendLine line;
    for (const Figure& each : figures) {
      const bool goes = is_comparable_length(period_of(book, each), length);
      if (goes)
        line.figures.push_back(each);
      else if (each.has_value())
        line.others.push_back(each);
    }
    const auto is_listed = [](const Figure& each) {
      return each.has_value() || each.is_bound() ||
             each.observation->missing != Missing::not_published;
    };
    line.figures.erase(line.figures.begin(),
                       std::find_if(line.figures.begin(), line.figures.end(), is_listed));
    return line;
  }

  static std::string with_plan(const Book& book, const Figure& figure, const std::string& date) {
    return figure.is_planned() ? bracketed(book, date, book.word("state.planned")) : date;
  }

  static std::string named_period(const Book& book, const Figure& figure) {
    return with_plan(book, figure, bare_period_text(book, figure));
  }

  static std::string periods_text(const Book& book, const std::vector<Figure>& figures) {
    std::string periods;
    for (const Figure& each : figures) add_listed(book, periods, named_period(book, each));
    return periods;
  }

  static std::string single(const Context& context, const TrendLine& line) {
    const Book& book = context.book;
    std::vector<Figure> all = line.figures;
    all.insert(all.end(), line.others.begin(), line.others.end());
    std::sort(all.begin(), all.end(), [&](const Figure& a, const Figure& b) {
      return book.measured.cube.is_before(a.observation->period, b.observation->period);
    });
    const char* why = all.size() == 1 ? "chart.one_date_only" : "chart.other_lengths_only";
    View note;
    note.text("title", book.word("chart.trend"))
        .text("text_html", html_text(book.word(why, {periods_text(book, all)})))
        .flag("plain", true)
        .text("id", "");
    return context.templates.filled("note", note);
  }

  static ChartRequest requested(const Context& context, const TrendLine& line, ChartFrame& frame) {
    const Book& book = context.book;
    const std::vector<Figure>& figures = line.figures;
    const Indicator& indicator = book.indicator(figures.front().indicator);
    ChartRequest request = request_of(indicator, frame, ChartKind::trend, "trend");
    frame.head = {book.word("page.period"), titled_unit(book, frame.title, indicator.unit)};
    request.years_from = first_month_of_years(book, figures);
    request.data.reserve(figures.size());
    frame.rows.reserve(figures.size() + 1);
    for (const Figure& figure : figures) {
      ChartDatum datum = datum_of(book, figure, request.years_from > 0);
      std::string bare = bare_value_text(book, figure);
      // A bound is no point of the line either.
      const std::string said =
          figure.has_value() ? measured_text(book, bare, indicator.unit) : value_text(book, figure);
      datum.label = figure.has_value() ? bare : said;
      request.description.append(" ").append(datum.name).append(" ").append(said);
      frame.rows.push_back({datum.name, {}, {std::move(bare)}, false});
      request.data.push_back(std::move(datum));
    }
    add_target(context, figures, request, frame);
    add_release_note(context, figures, frame);
    if (!line.others.empty())
      add_note(book, "chart.other_length", periods_text(book, line.others), frame);
    return request;
  }

  // Where all periods are fiscal years, or all are calendar years; else 0.
  static int first_month_of_years(const Book& book, const std::vector<Figure>& figures) {
    const auto kind = [&](const Figure& each) {
      return book.measured.cube.period(each.observation->period).kind;
    };
    const PeriodKind first = kind(figures.front());
    if (!std::all_of(figures.begin(), figures.end(),
                     [&](const Figure& each) { return kind(each) == first; }))
      return 0;
    return first == PeriodKind::fiscal_year ? 4 : first == PeriodKind::year ? 1 : 0;
  }

  // Years stand at their first day, whose year is their name; all else where it ends.
  static ChartDatum datum_of(const Book& book, const Figure& figure, bool of_years) {
    const Period period = book.measured.cube.period(figure.observation->period);
    ChartDatum datum;
    datum.name = named_period(book, figure);
    if (figure.has_value()) datum.value = to_double(*shown_value(book, figure));
    datum.date = to_text(of_years ? first_day(period) : last_day(period));
    datum.emphasis = figure.is_planned() ? Emphasis::planned : Emphasis::self;
    return datum;
  }

  static void add_target(const Context& context, const std::vector<Figure>& figures,
                         ChartRequest& request, ChartFrame& frame) {
    const Book& book = context.book;
    const int id = figures.front().indicator;
    const Target* target = target_of(book, figures.front());
    if (target == nullptr || !target->number) return;
    const std::string label = dated_target_text(book, id, *target);
    const Date due = due_of(*target);
    request.lines.push_back({to_double(*target->number), label,
                             to_text(request.years_from > 0 ? day_of_year_to(due) : due)});
    request.description += book.word("join.comma") + label;
    frame.rows.push_back({label, {}, {to_shown(*target->number)}, false});
    frame.note_html = html_text(book.word("chart.not_a_forecast"));
  }

  // The first day of the year that ends on a day: where its figure stands among those of years.
  static Date day_of_year_to(Date last) {
    Date day = *later(last, "P1D");
    --day.year;
    if (!is_valid(day)) --day.day;  // 29 February
    return day;
  }

  // Which points stand in earlier releases only.
  static void add_release_note(const Context& context, const std::vector<Figure>& figures,
                               ChartFrame& frame) {
    const Book& book = context.book;
    std::string periods;
    for (const Figure& figure : figures)
      if (is_from_release(figure)) add_listed(book, periods, period_text(book, figure));
    if (!periods.empty()) add_note(book, "chart.from_release", periods, frame);
  }

  static void add_note(const Book& book, const char* word, const std::string& periods,
                       ChartFrame& frame) {
    if (!frame.note_html.empty()) frame.note_html += "</span><span>";
    frame.note_html += html_text(book.word(word, {periods}));
  }

  int indicator_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_trend(Options& options) { return std::make_unique<Trend>(options); }

}  // namespace yokoten
