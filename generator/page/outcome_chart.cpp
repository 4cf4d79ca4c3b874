#include "page/outcome_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "page/chart_frame.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_in_chart = 60;  // bytes: 20 Japanese letters, which a phone can show

bool is_shown(const OutcomeSummary& seen) {
  return !seen.hidden && seen.pairs() > 0 && seen.before.mean && seen.after.mean &&
         seen.change.mean;
}

Figure figure_of(const Book& book, const OutcomeSummary& seen) {
  return {seen.indicator, seen.area, seen.breakdown,
          book.measured.cube.find(seen.indicator, seen.area, seen.period, seen.breakdown)};
}

// The fiscal years of rows that are each of another, and who published them; of parts they are one.
void date_by_all(const Book& book, const std::vector<NamedOutcome>& shown, ChartFrame& frame) {
  std::vector<std::string> dates, sources;
  const auto add = [](std::vector<std::string>& known, std::string text) {
    if (std::find(known.begin(), known.end(), text) == known.end())
      known.push_back(std::move(text));
  };
  for (const NamedOutcome& each : shown) {
    const Figure figure = figure_of(book, *each.seen);
    add(dates, as_of_text(book, figure));
    add(sources, publisher_text(book, figure));
  }
  frame.as_of = joined(book, dates);
  frame.source = joined(book, sources);
}

void add_outcome(const Book& book, const Indicator& indicator, const NamedOutcome& outcome,
                 ChartRequest& request, ChartFrame& frame) {
  const auto shown = [&](const std::optional<Decimal>& mean) {
    return rounded(*mean, indicator.decimals);
  };
  const Decimal before = shown(outcome.seen->before.mean), after = shown(outcome.seen->after.mean);
  const Decimal change = shown(outcome.seen->change.mean);
  ChartDatum datum;
  datum.name = outcome.name;
  datum.value = to_double(after);
  datum.across = to_double(before);
  datum.label = (change.mantissa > 0 ? "+" : "") + to_shown(change);
  datum.emphasis = outcome.own ? Emphasis::self : Emphasis::plain;
  datum.description =
      bracketed(book, fmt::format("{} {} → {}", outcome.name, to_shown(before), to_shown(after)),
                measured_text(book, datum.label, indicator.unit));
  request.description += " " + datum.description;
  frame.rows.push_back(
      {outcome.name, {}, {to_shown(before), to_shown(after), datum.label}, outcome.own});
  request.data.push_back(std::move(datum));
}

}  // namespace

std::string outcome_chart(Context& context, const std::vector<NamedOutcome>& outcomes,
                          const std::string& part, const std::string& caption) {
  const Book& book = context.book;
  std::vector<NamedOutcome> shown;
  for (const NamedOutcome& each : outcomes)
    if (is_shown(*each.seen)) shown.push_back(each);
  const bool too_long = std::any_of(shown.begin(), shown.end(), [](const NamedOutcome& each) {
    return each.name.size() > longest_in_chart;
  });
  if (shown.size() < 2 || too_long) return {};
  const Indicator& indicator = book.indicator(shown.front().seen->indicator);
  ChartFrame frame = frame_of(context, figure_of(book, *shown.front().seen), caption);
  const std::string whole = joined(book, {frame.title, book.word("outcomes.by_" + part)});
  // On the page a caption says it already; what is read aloud or taken away is without caption.
  if (caption.empty()) frame.title = whole;
  if (part == "year") date_by_all(book, shown, frame);
  ChartRequest request = request_of(indicator, frame, ChartKind::changes, "change-by-" + part);
  request.title = request.description = whole;
  frame.head = {book.word(part == "year" ? "outcomes.year" : "outcomes.part"),
                book.word("change.before"), book.word("change.after"),
                titled_unit(book, book.word("change.change"), indicator.unit)};
  frame.note_html = html_text(book.word("outcomes.chart_note"));
  for (const NamedOutcome& each : shown) add_outcome(book, indicator, each, request, frame);
  return framed_chart(context, std::move(request), std::move(frame));
}

}  // namespace yokoten
