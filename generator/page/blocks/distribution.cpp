#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/spread.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// How the areas of a level are spread over an indicator: a bar a class with how many lie there.
class Distribution final : public Block {
 public:
  explicit Distribution(Options& options)
      : indicator_(options.required_indicator()),
        municipal_(options.word("level", {"municipality", "prefecture"}) == "municipality"),
        within_(!options.word("within", {"", "prefecture"}).empty()),
        step_(options.toml().number("step")),
        caption_(options.plain("caption", true)) {
    read_limits(options);
    if (step_) check_step(options);
    if (within_ && !municipal_)
      report_error(options.findings(), options.toml().place("within"), "block.within",
                   {"within は level = \"municipality\" のときに使います",
                    "within goes with level = \"municipality\""});
  }

  bool may_draw() const override { return true; }
  std::string html(Context& context) const override;

 private:
  struct Shown {
    std::vector<Figure> figures;  // with a value, highest first
    std::vector<Decimal> values;  // ascending, as shown
    std::vector<SpreadClass> classes;
  };

  void read_limits(Options& options) {
    const TomlNode* list = options.toml().take("limits", TomlNode::Kind::list);
    if (list == nullptr) return;
    for (const TomlNode& node : list->children)
      if (const auto number = parse_decimal(node.text)) limits_.push_back(*number);
    const auto rising = [](Decimal a, Decimal b) { return compare(a, b) >= 0; };
    if (limits_.size() == list->children.size() && limits_.size() >= 2 &&
        limits_.size() < most_classes &&
        std::adjacent_find(limits_.begin(), limits_.end(), rising) == limits_.end() && !step_)
      return;
    limits_.clear();
    report_error(options.findings(), list->place, "block.limits",
                 {"limits は小さい順の2つ以上の数です（step とは一緒に使えません）",
                  "limits are two numbers or more, ascending, and never beside step"});
  }

  // Tells before any page is built that the picture would have too many bars.
  void check_step(Options& options) {
    const Book& book = options.book();
    const Place place = options.toml().place("step");
    if (step_->mantissa <= 0) {
      step_.reset();
      return report_error(options.findings(), place, "block.step",
                          {"step は0より大きい数です", "step is a number above 0"});
    }
    const int count = static_cast<int>(book.publication.indicators.size());
    const int first = indicator_ < 0 ? 0 : indicator_;
    const int end = indicator_ >= 0 ? indicator_ + 1 : options.on_indicator_page() ? count : 0;
    for (int id = first; id < end; ++id) {
      const std::vector<Decimal> values = values_of(book, figures_of_level(book, id, level()));
      if (values.empty() || !even_classes(values, *step_, is_share(book, id)).empty()) continue;
      return report_error(
          options.findings(), place, "block.step",
          {fmt::format("step = {} では、{}の階級が{}を超えます。大きくしてください",
                       to_text(*step_), short_title(book, id), most_classes),
           fmt::format("with step = {} the areas of {} make over {} classes; use a wider one",
                       to_text(*step_), book.indicator(id).id, most_classes)});
    }
  }

  AreaLevel level() const { return municipal_ ? AreaLevel::municipality : AreaLevel::prefecture; }
  static bool is_share(const Book& book, int id) { return book.indicator(id).unit == "%"; }
  static std::vector<Decimal> values_of(const Book& book, const std::vector<Figure>& figures) {
    std::vector<Decimal> values;
    for (const Figure& figure : figures) values.push_back(*shown_value(book, figure));
    std::sort(values.begin(), values.end(), [](Decimal a, Decimal b) { return compare(a, b) < 0; });
    return values;
  }

  int prefecture(const Context& context) const {
    return context.book.areas.prefecture_of(context.whole());
  }
  Shown shown(const Context& context, int id) const;
  std::string missing_words(const Context& context, const Shown& seen, int id) const;
  std::string class_text(const Book& book, int id, const SpreadClass& each) const;
  std::string sentence(const Context& context, const Shown& seen, int id) const;
  ChartRequest requested(const Context& context, const Shown& seen, ChartFrame& frame) const;

  int indicator_;
  bool municipal_, within_;
  std::optional<Decimal> step_;
  std::vector<Decimal> limits_;
  Text caption_;
};

Distribution::Shown Distribution::shown(const Context& context, int id) const {
  const Book& book = context.book;
  Shown seen;
  seen.figures =
      within_ ? figures_below(book, id, prefecture(context)) : figures_of_level(book, id, level());
  keep_common_period(book, seen.figures);
  seen.values = values_of(book, seen.figures);
  constexpr std::size_t fewest = 4;  // fewer make no quartiles
  if (seen.values.size() < fewest) return {};
  const Decimal step = step_ ? *step_ : usual_step(seen.values, book.indicator(id).decimals);
  seen.classes = limits_.empty() ? even_classes(seen.values, step, is_share(book, id))
                                 : classes_between(seen.values, limits_);
  return seen;
}

// 「公表資料に未掲載 12、秘匿 3」: areas of which the indicator has no value at the period, by
// reason.
std::string Distribution::missing_words(const Context& context, const Shown& seen, int id) const {
  const Book& book = context.book;
  const int period = seen.figures.front().observation->period;
  std::map<std::string, int> counts;
  for (int area = 0; area < book.areas.size(); ++area) {
    if (book.areas.at(area).level != level()) continue;
    if (within_ && book.areas.prefecture_of(area) != prefecture(context)) continue;
    const Figure figure = figure_at(book, id, area, period);
    const bool is_other = is_of_other_period(figure, period);
    const bool is_plan = is_plan_among(figure, seen.figures);
    if (figure.observation == nullptr || (figure.has_value() && !is_other && !is_plan)) continue;
    ++counts[is_plan             ? book.word("state.planned")
             : is_other          ? book.word("state.other_period")
             : figure.is_bound() ? book.word("state.bound")
                                 : missing_text(book, figure)];
  }
  std::string text;
  for (const auto& [word, count] : counts)
    add_listed(book, text, fmt::format("{} {}", word, count));
  return text;
}

// 「4.0–5.9%」: the upper end is the last figure that is shown below the limit.
std::string Distribution::class_text(const Book& book, int id, const SpreadClass& each) const {
  const Indicator& indicator = book.indicator(id);
  const auto text = [&](Decimal limit) { return to_shown(rounded(limit, indicator.decimals)); };
  if (each.low_open)
    return book.word("label.less_than", {measured_text(book, text(each.high), indicator.unit)});
  if (each.high_open)
    return book.word("label.or_more", {measured_text(book, text(each.low), indicator.unit)});
  Decimal end = rounded(each.high, indicator.decimals);
  if (!each.high_closed) --end.mantissa;
  if (compare(rounded(each.low, indicator.decimals), end) == 0)
    return measured_text(book, text(each.low), indicator.unit);
  return book.word("label.between",
                   {text(each.low), measured_text(book, to_shown(end), indicator.unit)});
}

// What the picture says: how many, middle and quartiles, the nation, the own area, who is missing.
std::string Distribution::sentence(const Context& context, const Shown& seen, int id) const {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(id);
  const auto text = [&](Decimal value) {
    return measured_text(book, to_shown(value), indicator.unit);
  };
  std::vector<FoundObservation> ascending;
  for (auto at = seen.figures.rbegin(); at != seen.figures.rend(); ++at)
    ascending.push_back(at->observation);
  const Quartiles all = quartiles(indicator, ascending);
  std::string words =
      book.word("spread.middle", {count_text(seen.values.size()), kind_word(book, level()),
                                  text(all.median), text(all.lower), text(all.upper)});
  const Figure nation = same_period(book, seen.figures.front(), Areas::nation);
  if (nation.has_value() && indicator.kind == IndicatorKind::ratio)
    add_sentence(book, words, book.word("spread.nation", {value_text(book, nation)}));
  for (const Figure& figure : seen.figures)
    if (figure.area == context.area)
      add_sentence(
          book, words,
          book.word("spread.own", {book.areas.at(figure.area).name, value_text(book, figure)}));
  const std::string missing = missing_words(context, seen, id);
  if (!missing.empty()) add_sentence(book, words, book.word("spread.missing", {missing}));
  return words;
}

ChartRequest Distribution::requested(const Context& context, const Shown& seen,
                                     ChartFrame& frame) const {
  const Book& book = context.book;
  const int id = seen.figures.front().indicator;
  const Indicator& indicator = book.indicator(id);
  ChartRequest request = request_of(indicator, frame, ChartKind::spread, "distribution");
  const std::string areas = kind_word(book, level());
  request.across_title = titled_unit(book, frame.title, indicator.unit);
  frame.head = {request.across_title, book.word("chart.count_of_areas", {areas})};
  for (const SpreadClass& each : seen.classes) {
    if (!each.low_open) request.limits.push_back(to_double(each.low));
    ChartDatum datum;
    datum.name = class_text(book, id, each);
    datum.across = to_double(each.low);
    datum.across_end = to_double(each.high);
    int count = 0;
    for (const Figure& figure : seen.figures) {
      if (!each.holds(*shown_value(book, figure))) continue;
      ++count;
      if (figure.area != context.area) continue;
      datum.emphasis = Emphasis::self;
      datum.full_name = book.areas.at(figure.area).name;
    }
    datum.value = count;
    datum.label = count_text(count);
    datum.description =
        fmt::format("{} {}{}", datum.name, counted_kind(book, count, areas),
                    datum.full_name.empty() ? "" : book.word("spread.with_own", {datum.full_name}));
    frame.rows.push_back({datum.name, {}, {datum.label}, datum.emphasis == Emphasis::self});
    request.data.push_back(std::move(datum));
  }
  const SpreadClass& last = seen.classes.back();
  if (!last.high_open) request.limits.push_back(to_double(last.high));
  const Figure nation = same_period(book, seen.figures.front(), Areas::nation);
  if (nation.has_value() && indicator.kind == IndicatorKind::ratio)
    request.lines.push_back({to_double(*shown_value(book, nation)),
                             book.word("label.nation") + ' ' + value_text(book, nation),
                             {}});
  return request;
}

std::string Distribution::html(Context& context) const {
  const Book& book = context.book;
  const int id = context.meant(indicator_);
  const Shown seen = shown(context, id);
  if (seen.classes.empty()) return {};
  ChartFrame frame =
      frame_of(context, seen.figures.front(), context.plain(caption_, &seen.figures.front()));
  if (caption_.empty())
    frame.unit_line = book.word("chart.count_of_areas", {kind_word(book, level())});
  ChartRequest request = requested(context, seen, frame);
  request.description = sentence(context, seen, id);
  frame.note_html = html_text(request.description);
  return framed_chart(context, std::move(request), std::move(frame));
}

}  // namespace

std::unique_ptr<Block> make_distribution(Options& options) {
  return std::make_unique<Distribution>(options);
}

}  // namespace yokoten
