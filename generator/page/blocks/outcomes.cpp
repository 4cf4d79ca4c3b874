#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/change_text.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/outcome_chart.h"
#include "page/source_text.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// What offices report before and after: an indicator a row, or a part of one indicator a row.
class Outcomes final : public Block {
 public:
  explicit Outcomes(Options& options)
      : indicators_(options.indicators()),
        by_(options.toml().text("by")),
        caption_(options.plain("caption", false)) {
    if (!options.on_indicator_page()) options.toml().require("indicators");
    for (const int id : indicators_) check_indicator(options, id);
    if (!by_.empty() && indicators_.size() > 1)
      report_error(options.findings(), options.toml().place("by"), "block.outcomes",
                   {"by を使うときの指標は1つです", "with by there is one indicator"});
  }

  std::string shows() const override { return by_; }
  bool may_draw() const override { return true; }
  bool draws() const override { return !by_.empty(); }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const auto ids = indicators_.empty() ? std::vector{context.indicator} : indicators_;
    TableFrame frame;
    frame.caption = context.plain(caption_);
    if (frame.caption.empty()) frame.caption = book.word("outcomes.caption");
    frame.columns = columns(book, ids);
    std::vector<const OutcomeSummary*> wholes;
    std::vector<NamedOutcome> shown;
    for (const int id : ids) {
      if (book.indicator(id).kind != IndicatorKind::outcome) continue;
      const OutcomeSummary* whole = newest_whole(context, id);
      if (whole == nullptr) continue;
      wholes.push_back(whole);
      add_rows(context, frame, *whole, shown);
    }
    if (wholes.empty()) return {};
    const auto of = by_ == "year" ? years_of(book, *wholes.front()) : wholes;
    frame.source_html = source_html(context, by_ == "year" ? of : std::vector{wholes.back()});
    const std::string chart =
        by_.empty() ? "" : outcome_chart(context, shown, by_, context.plain(caption_));
    return chart + table_html(context, frame) +
           note(context, of, is_rounded_apart(book, of, shown));
  }

 private:
  void check_indicator(Options& options, int id) const {
    const Indicator& indicator = options.book().indicator(id);
    if (indicator.kind != IndicatorKind::outcome)
      return report_error(options.findings(), options.toml().place("indicators"), "block.outcomes",
                          {indicator.id + " は効果（outcome）の指標ではありません",
                           indicator.id + " is no indicator of kind outcome"});
    const auto& keys = indicator.outcome->by;
    if (by_.empty() || by_ == "year" || std::find(keys.begin(), keys.end(), by_) != keys.end())
      return;
    report_error(options.findings(), options.toml().place("by"), "block.outcomes",
                 with_nearest({indicator.id + " に内訳 " + by_ + " はありません",
                               indicator.id + " has no parts by " + by_},
                              by_, keys));
  }

  static const OutcomeSummary* newest_whole(const Context& context, int id) {
    const Book& book = context.book;
    const OutcomeSummary* newest = nullptr;
    for (const OutcomeSummary& each : book.measured.outcomes) {
      if (each.indicator != id || each.area != context.whole() || each.breakdown != 0) continue;
      const auto& cube = book.measured.cube;
      if (newest == nullptr || cube.is_before(newest->period, each.period)) newest = &each;
    }
    return newest;
  }

  std::vector<TableColumn> columns(const Book& book, const std::vector<int>& ids) const {
    const auto number = [&](const char* word, const std::string& unit) {
      return TableColumn{.title = book.word(word), .unit = unit, .number = true};
    };
    const std::string unit = by_.empty() ? "" : book.indicator(ids.front()).unit;
    const std::string side = by_.empty() ? "" : side_unit(book.indicator(ids.front()));
    const char* head = by_.empty()     ? "page.indicator"
                       : by_ == "year" ? "outcomes.year"
                                       : "outcomes.part";
    return {{.title = book.word(head), .unit = {}}, number("outcomes.offices", {}),
            number("outcomes.before", side),        number("outcomes.after", side),
            number("outcomes.change", unit),        number("outcomes.interval", unit),
            number("outcomes.improved", {})};
  }

  void add_rows(const Context& context, TableFrame& frame, const OutcomeSummary& whole,
                std::vector<NamedOutcome>& shown) const {
    const Book& book = context.book;
    if (by_ == "year") return add_years(context, frame, whole, shown);
    frame.rows.push_back(row(context, whole));
    if (by_.empty()) {
      frame.rows.back().name = short_title(book, whole.indicator);
      frame.rows.back().link = context.indicator_link(whole.indicator);
      return;
    }
    frame.rows.back().name = book.word("outcomes.whole");
    frame.rows.back().own = true;
    shown.push_back({frame.rows.back().name, &whole, true});
    for (const auto& [code, label] : parts(book, whole))
      for (const OutcomeSummary& each : book.measured.outcomes)
        if (is_part(book, each, whole, code)) {
          frame.rows.push_back(row(context, each));
          frame.rows.back().name = label;
          shown.push_back({label, &each});
          frame.loose = frame.loose || label.size() > kLongLabel;
        }
  }

  // All offices of each year of reports, the newest first.
  static std::vector<const OutcomeSummary*> years_of(const Book& book,
                                                     const OutcomeSummary& newest) {
    const Cube& cube = book.measured.cube;
    std::vector<const OutcomeSummary*> years;
    for (const OutcomeSummary& each : book.measured.outcomes)
      if (each.indicator == newest.indicator && each.area == newest.area && each.breakdown == 0)
        years.push_back(&each);
    std::sort(years.begin(), years.end(),
              [&](const auto* a, const auto* b) { return cube.is_before(b->period, a->period); });
    return years;
  }

  static std::string year_text(const Book& book, const OutcomeSummary& of) {
    return date_text(book, book.measured.cube.period(of.period));
  }

  void add_years(const Context& context, TableFrame& frame, const OutcomeSummary& newest,
                 std::vector<NamedOutcome>& shown) const {
    for (const OutcomeSummary* each : years_of(context.book, newest)) {
      frame.rows.push_back(row(context, *each));
      frame.rows.back().name = year_text(context.book, *each);
      shown.push_back({frame.rows.back().name, each});
    }
  }

  bool is_part(const Book& book, const OutcomeSummary& each, const OutcomeSummary& whole,
               const std::string& code) const {
    return each.indicator == whole.indicator && each.area == whole.area &&
           each.period == whole.period &&
           book.measured.cube.breakdown(each.breakdown) == by_ + "=" + code;
  }

  // Codes in the order of their labels, those without one behind them.
  Labels parts(const Book& book, const OutcomeSummary& whole) const {
    Labels found;
    if (const auto labels = book.publication.labels.find(by_);
        labels != book.publication.labels.end())
      found = labels->second;
    for (const OutcomeSummary& each : book.measured.outcomes) {
      const std::string& part = book.measured.cube.breakdown(each.breakdown);
      if (each.indicator != whole.indicator || !part.starts_with(by_ + "=")) continue;
      const std::string code = part.substr(by_.size() + 1);
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const auto& label) { return label.first == code; });
      if (!known) found.emplace_back(code, code);
    }
    return found;
  }

  TableRow row(const Context& context, const OutcomeSummary& seen) const {
    const Book& book = context.book;
    TableRow made;
    notice(book, figure_of(book, seen));
    if (seen.hidden || seen.pairs() == 0) {
      const char* why = seen.hidden            ? "state.suppressed"
                        : is_asked(book, seen) ? "state.not_reported"
                                               : "state.not_applicable";
      made.cells = {state_cell(book.word(why), 6)};
      return made;
    }
    const Indicator& indicator = book.indicator(seen.indicator);
    const std::string unit = by_.empty() ? indicator.unit : "";
    const std::string side = by_.empty() ? side_unit(indicator) : "";
    const auto shown = [&](const std::optional<Decimal>& value, const std::string& behind) {
      return value ? to_shown(rounded(*value, indicator.decimals)) + behind : std::string();
    };
    const auto text = [&](const std::optional<Decimal>& value) { return shown(value, unit); };
    const auto with_median = [&](const Spread& spread) {
      const std::string mean = shown(spread.mean, side);
      return spread.median ? bracketed(book, mean, shown(spread.median, side)) : mean;
    };
    const std::string sign = seen.change.mean && seen.change.mean->mantissa > 0 ? "+" : "";
    made.cells = {
        number_cell(count_text(seen.pairs())), number_cell(with_median(seen.before)),
        number_cell(with_median(seen.after)),  number_cell(sign + text(seen.change.mean), true),
        interval_cell(book, seen, unit),       improved_cell(book, seen)};
    return made;
  }

  // Offices of a class of so few staff are not asked for the second part of the form.
  static bool is_asked(const Book& book, const OutcomeSummary& seen) {
    const std::string& part = book.measured.cube.breakdown(seen.breakdown);
    const std::size_t dash = part.find('-');
    if (!part.starts_with("size=") || dash == std::string::npos) return true;
    const auto most = parse_decimal(part.substr(dash + 1));  // none in the last class
    if (!most || most->mantissa >= staff_for_second_part) return true;
    return std::none_of(book.publication.sources.begin(), book.publication.sources.end(),
                        [&](const Source& each) { return is_second(each, seen.outcome); });
  }

  static bool is_second(const Source& source, Outcome outcome) {
    return source.report &&
           std::any_of(source.report->pairs.begin(), source.report->pairs.end(),
                       [&](const auto& pair) { return pair.second && pair.outcome == outcome; });
  }

  static TableCell no_spread_cell(const Book& book, const OutcomeSummary& seen) {
    const bool few = static_cast<std::size_t>(seen.pairs()) < fewest_for_spread;
    return number_state_cell(book.word(few ? "outcomes.too_few" : "outcomes.rest_too_few"));
  }

  // With its sign, and with so many digits that an end beside 0 is not read as 0: by the ends
  // readers see whether there was a change.
  static std::string end_text(const Indicator& indicator, const Decimal& end) {
    Decimal shown = rounded(end, indicator.decimals);
    for (int places = indicator.decimals + 1; shown.mantissa == 0 && places <= end.scale; ++places)
      shown = rounded(end, places);
    return (shown.mantissa > 0 ? "+" : "") + to_shown(shown);
  }

  static TableCell interval_cell(const Book& book, const OutcomeSummary& seen,
                                 const std::string& unit) {
    if (!seen.low || !seen.high) return no_spread_cell(book, seen);
    const Indicator& indicator = book.indicator(seen.indicator);
    return number_cell(book.word("outcomes.from_to", {end_text(indicator, *seen.low) + unit,
                                                      end_text(indicator, *seen.high) + unit}));
  }

  static TableCell improved_cell(const Book& book, const OutcomeSummary& seen) {
    if (!seen.improved) return no_spread_cell(book, seen);
    const auto share = quotient({*seen.improved, 0}, {seen.pairs(), 0}, 1, 100);
    return number_cell(fmt::format("{}%", to_shown(*share)));
  }

  static Figure figure_of(const Book& book, const OutcomeSummary& seen) {
    return {seen.indicator, seen.area, seen.breakdown,
            book.measured.cube.find(seen.indicator, seen.area, seen.period, seen.breakdown)};
  }

  // Of several years each, and every source once.
  static std::string source_html(const Context& context,
                                 const std::vector<const OutcomeSummary*>& of) {
    const Book& book = context.book;
    std::string years, sources;
    std::set<std::string> known;
    for (const OutcomeSummary* each : of) {
      const Figure figure = figure_of(book, *each);
      add_listed(book, years, as_of_text(book, figure));
      const std::string source = source_text(book, figure);
      if (known.insert(source).second) add_listed(book, sources, source);
    }
    return source_line_html(context, years, sources, {});
  }

  // 159.5 less 154.8 is 4.7, where the change is 4.75 and shown as 4.8.
  static bool is_rounded_apart(const Book& book, const OutcomeSummary& seen) {
    if (seen.hidden || !seen.before.mean || !seen.after.mean || !seen.change.mean) return false;
    const auto shown = [&](const std::optional<Decimal>& mean) {
      return rounded(*mean, book.indicator(seen.indicator).decimals);
    };
    const auto apart = difference(shown(seen.after.mean), shown(seen.before.mean));
    return apart && compare(*apart, shown(seen.change.mean)) != 0;
  }

  static bool is_rounded_apart(const Book& book, const std::vector<const OutcomeSummary*>& of,
                               const std::vector<NamedOutcome>& shown) {
    return std::any_of(of.begin(), of.end(),
                       [&](const auto* each) { return is_rounded_apart(book, *each); }) ||
           std::any_of(shown.begin(), shown.end(), [&](const NamedOutcome& each) {
             return is_rounded_apart(book, *each.seen);
           });
  }

  // How the figures are to be read, and how many reports had no pair to compare.
  // The first table of a page says it for all.
  std::string note(Context& context, const std::vector<const OutcomeSummary*>& of,
                   bool rounded_apart) const {
    const Book& book = context.book;
    std::string text = left_out_text(book, of);
    if (context.first("outcomes-note")) text += book.word("outcomes.note");
    if (rounded_apart && context.first("outcomes-rounding"))
      add_sentence(book, text, book.word("outcomes.rounding"));
    return fmt::format("<p class=\"src\">{}</p>\n", html_text(text));
  }

  // Of several rows that each leave out others, how many each does.
  std::string left_out_text(const Book& book, const std::vector<const OutcomeSummary*>& of) const {
    const auto count = [](const OutcomeSummary& each) { return count_text(each.left_out); };
    if (of.size() == 1)
      return of.front()->hidden ? book.word("outcomes.left_out_hidden")
                                : book.word("outcomes.left_out", {count(*of.front())});
    std::string counts;
    for (const OutcomeSummary* each : of) {
      const std::string name =
          by_ == "year" ? year_text(book, *each) : short_title(book, each->indicator);
      add_listed(book, counts,
                 each->hidden ? bracketed(book, name, book.word("state.suppressed"))
                              : book.word("outcomes.left_out_of", {name, count(*each)}));
    }
    return book.word("outcomes.left_out_each", {counts});
  }

  std::vector<int> indicators_;
  std::string by_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_outcomes(Options& options) {
  return std::make_unique<Outcomes>(options);
}

}  // namespace yokoten
