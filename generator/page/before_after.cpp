#include "page/before_after.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/count_text.h"
#include "base/html_text.h"
#include "model/before_after_figures.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// A line of the table: texts as shown, an empty side being the reason in `state`.
struct ResultLine {
  std::string name, link, before, after, change, state, source;
  bool is_rounded_apart = false;  ///< the change shown is not that of the two sides shown
};

std::string signed_text(const Decimal& number) {
  return (number.mantissa > 0 ? "+" : "") + to_shown(number);
}

// −18.3時間（−34.9%）; of percentages the points, since a percentage of them is misread.
std::string change_text(const Book& book, const Decimal& before, const Decimal& after,
                        const std::string& unit) {
  const auto change = difference(after, before);
  if (!change) return {};
  if (unit == "%") return measured_text(book, signed_text(*change), book.word("change.points"));
  const auto share = before.mantissa > 0 ? quotient(*change, before, 1, 100) : std::nullopt;
  const std::string text = measured_text(book, signed_text(*change), unit);
  return share ? book.word("change.change_share", {text, signed_text(*share)}) : text;
}

ResultLine plain_line(const Book& book, const BeforeAfter& entry) {
  ResultLine line;
  line.name = entry.what;
  line.source = entry.source;
  if (!entry.before || !entry.after) return line;
  line.before = measured_text(book, to_shown(*entry.before), entry.unit);
  line.after = measured_text(book, to_shown(*entry.after), entry.unit);
  line.change = change_text(book, *entry.before, *entry.after, entry.unit);
  return line;
}

std::string part_label(const Book& book, const BeforeAfter& entry) {
  const auto labels = book.publication.labels.find(entry.part_key);
  if (labels != book.publication.labels.end())
    for (const auto& [code, label] : labels->second)
      if (code == entry.part_code) return label;
  return entry.part_code;
}

void fill_outcome(const Book& book, const BeforeAfter& entry, const OutcomeSummary& seen,
                  ResultLine& line) {
  const Indicator& indicator = book.indicator(seen.indicator);
  const std::string year = date_text(book, book.measured.cube.period(seen.period));
  const std::string whose =
      entry.part_key.empty() ? book.word("change.all_reports") : part_label(book, entry);
  notice(book, {seen.indicator, seen.area, seen.breakdown,
                book.measured.cube.find(seen.indicator, seen.area, seen.period, seen.breakdown)});
  if (seen.hidden || !seen.before.mean || !seen.after.mean || !seen.change.mean) {
    line.state = book.word(seen.hidden ? "state.suppressed" : "state.not_reported");
    line.source = book.word("change.from_reports", {year, whose});
    return;
  }
  const std::string side = seen.outcome == Outcome::turnover ? "%" : indicator.unit;
  const auto shown = [&](const Decimal& value) { return rounded(value, indicator.decimals); };
  line.before = measured_text(book, to_shown(shown(*seen.before.mean)), side);
  line.after = measured_text(book, to_shown(shown(*seen.after.mean)), side);
  line.change = measured_text(book, signed_text(shown(*seen.change.mean)), indicator.unit);
  const auto apart = difference(shown(*seen.after.mean), shown(*seen.before.mean));
  line.is_rounded_apart = apart && compare(*apart, shown(*seen.change.mean)) != 0;
  line.source = book.word("change.from_reports_of", {year, whose, count_text(seen.pairs())});
}

void fill_periods(const Book& book, const MeasuredSides& figures, ResultLine& line) {
  const auto text = [&](const FoundObservation& seen) {
    const Figure figure{figures.indicator, seen->area, seen->breakdown, seen};
    return figure.has_value() ? value_text(book, figure) : std::string();
  };
  const Figure before{figures.indicator, figures.before->area, figures.before->breakdown,
                      figures.before};
  const Figure after{figures.indicator, figures.after->area, figures.after->breakdown,
                     figures.after};
  line.before = text(figures.before);
  line.after = text(figures.after);
  if (before.has_value() && after.has_value()) {
    const auto points = points_between(book, after, before);
    const std::string& unit = book.indicator(figures.indicator).unit;
    if (points)
      line.change = measured_text(book, signed_text(*points),
                                  unit == "%" ? book.word("change.points") : unit);
  } else {
    line.state = missing_text(book, before.has_value() ? after : before);
  }
  line.source = book.word("change.between", {period_text(book, before), period_text(book, after),
                                             source_text(book, after)});
}

ResultLine line_of(const Context& context, const BeforeAfter& entry, int area) {
  const Book& book = context.book;
  if (entry.indicator.empty()) return plain_line(book, entry);
  const MeasuredSides figures =
      measured_sides(entry, book.publication, book.measured, area, book.home);
  ResultLine line;
  line.name = entry.what;
  if (figures.indicator < 0) return line;
  if (line.name.empty()) line.name = short_title(book, figures.indicator);
  line.link = context.indicator_link(figures.indicator);
  if (figures.outcome != nullptr)
    fill_outcome(book, entry, *figures.outcome, line);
  else if (figures.before != nullptr && figures.after != nullptr)
    fill_periods(book, figures, line);
  else
    line.state = book.word("state.not_published");
  return line;
}

TableRow row_of(const ResultLine& line) {
  TableRow row;
  row.name = line.name;
  row.link = line.link;
  if (line.before.empty() && line.after.empty()) {
    row.cells = {state_cell(line.state, 3)};
    return row;
  }
  const auto cell = [&](const std::string& text) {
    return text.empty() ? number_state_cell(line.state) : number_cell(text);
  };
  row.cells = {cell(line.before), cell(line.after), number_cell(line.change, true)};
  return row;
}

// Where the figures are from, each origin once with the results that it holds for.
std::string origins_html(const Book& book, const std::vector<ResultLine>& lines) {
  std::vector<std::pair<std::string, std::string>> origins;
  for (const ResultLine& line : lines) {
    if (line.source.empty()) continue;
    const auto at = std::find_if(origins.begin(), origins.end(),
                                 [&](const auto& each) { return each.first == line.source; });
    if (at == origins.end())
      origins.emplace_back(line.source, line.name);
    else
      at->second += book.word("join.comma") + line.name;
  }
  std::string html;
  for (const auto& [source, names] : origins) {
    const std::string text =
        origins.size() == 1 ? source : book.word("change.origin", {names, source});
    html += fmt::format("{}{} {}", html.empty() ? "" : "<br>",
                        html_text(book.word("label.source_mark")), html_text(text));
  }
  return html.empty() ? html : fmt::format("<p class=\"src\">{}</p>\n", html);
}

// The same sentence as below tables of outcomes; a page says it once.
std::string rounding_html(Context& context, const std::vector<ResultLine>& lines) {
  const bool apart = std::any_of(lines.begin(), lines.end(),
                                 [](const ResultLine& each) { return each.is_rounded_apart; });
  if (!apart || !context.first("outcomes-rounding")) return {};
  return fmt::format("<p class=\"src\">{}</p>\n",
                     html_text(context.book.word("outcomes.rounding")));
}

}  // namespace

std::string before_after_html(Context& context, const std::vector<BeforeAfter>& entries, int area,
                              const std::string& caption) {
  if (entries.empty()) return {};
  const Book& book = context.book;
  std::vector<ResultLine> lines;
  for (const BeforeAfter& each : entries) lines.push_back(line_of(context, each, area));
  TableFrame frame;
  frame.caption = caption;
  const auto number = [&](const char* word) {
    return TableColumn{.title = book.word(word), .unit = {}, .number = true};
  };
  frame.columns = {{.title = book.word("change.item"), .unit = {}},
                   number("change.before"),
                   number("change.after"),
                   number("change.change")};
  for (const ResultLine& line : lines) {
    frame.rows.push_back(row_of(line));
    frame.loose = frame.loose || line.name.size() > kLongLabel;
  }
  return table_html(context, frame) + origins_html(book, lines) + rounding_html(context, lines);
}

}  // namespace yokoten
