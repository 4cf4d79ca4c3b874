#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "model/project_figures.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/project_tables.h"
#include "page/table_frame.h"

namespace yokoten {
namespace {

constexpr std::size_t long_label = 48;  // bytes from which names wrap: 16 Japanese letters

/// A line of the table: texts as shown, an empty side being the reason in `state`.
struct ResultLine {
  std::string name, link, before, after, change, state, source;
};

std::string signed_text(const Decimal& number) {
  return (number.mantissa > 0 ? "+" : "") + to_shown(number);
}

// −18.3時間（−34.9%）; of percentages the points, since a percentage of them is misread.
std::string change_text(const Book& book, const Decimal& before, const Decimal& after,
                        const std::string& unit) {
  const auto change = difference(after, before);
  if (!change) return {};
  if (unit == "%") return signed_text(*change) + book.word("project.points");
  const auto share = before.mantissa > 0 ? quotient(*change, before, 1, 100) : std::nullopt;
  const std::string text = signed_text(*change) + unit;
  return share ? book.word("project.change_share", {text, signed_text(*share)}) : text;
}

ResultLine plain_line(const Book& book, const ProjectResult& result) {
  ResultLine line;
  line.name = result.what;
  line.source = result.source;
  if (!result.before || !result.after) return line;
  line.before = to_shown(*result.before) + result.unit;
  line.after = to_shown(*result.after) + result.unit;
  line.change = change_text(book, *result.before, *result.after, result.unit);
  return line;
}

std::string part_label(const Book& book, const ProjectResult& result) {
  const auto labels = book.publication.labels.find(result.part_key);
  if (labels != book.publication.labels.end())
    for (const auto& [code, label] : labels->second)
      if (code == result.part_code) return label;
  return result.part_code;
}

void fill_outcome(const Book& book, const ProjectResult& result, const OutcomeSummary& seen,
                  ResultLine& line) {
  const Indicator& indicator = book.indicator(seen.indicator);
  const std::string year = date_text(book, book.measured.cube.period(seen.period));
  const std::string whose =
      result.part_key.empty() ? book.word("project.all_reports") : part_label(book, result);
  if (seen.hidden || !seen.before.mean || !seen.after.mean || !seen.change.mean) {
    line.state = book.word(seen.hidden ? "state.suppressed" : "state.not_reported");
    line.source = book.word("project.from_reports", {year, whose});
    return;
  }
  const std::string side = seen.outcome == Outcome::turnover ? "%" : indicator.unit;
  const auto shown = [&](const Decimal& value) { return rounded(value, indicator.decimals); };
  line.before = to_shown(shown(*seen.before.mean)) + side;
  line.after = to_shown(shown(*seen.after.mean)) + side;
  line.change = signed_text(shown(*seen.change.mean)) + indicator.unit;
  line.source = book.word("project.from_reports_of", {year, whose, std::to_string(seen.pairs())});
}

void fill_periods(const Book& book, const ResultFigures& figures, ResultLine& line) {
  const auto text = [&](const Observation* seen) {
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
      line.change = signed_text(*points) + (unit == "%" ? book.word("project.points") : unit);
  } else {
    line.state = missing_text(book, before.has_value() ? after : before);
  }
  line.source = book.word("project.between", {period_text(book, before), period_text(book, after),
                                              source_text(book, after)});
}

ResultLine line_of(const Context& context, const ModelProject& project,
                   const ProjectResult& result) {
  const Book& book = context.book;
  if (result.indicator.empty()) return plain_line(book, result);
  const ResultFigures figures = figures_of(result, book.publication, book.measured,
                                           book.areas.by_code(project.area), book.home);
  ResultLine line;
  line.name = result.what;
  if (figures.indicator < 0) return line;
  if (line.name.empty()) line.name = short_title(book, figures.indicator);
  line.link = context.indicator_link(figures.indicator);
  if (figures.outcome != nullptr)
    fill_outcome(book, result, *figures.outcome, line);
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
      at->second += "、" + line.name;
  }
  std::string html;
  for (const auto& [source, names] : origins) {
    const std::string text =
        origins.size() == 1 ? source : book.word("project.origin", {names, source});
    html += fmt::format("{}{} {}", html.empty() ? "" : "<br>", html_text(book.word("label.source")),
                        html_text(text));
  }
  return html.empty() ? html : fmt::format("<p class=\"src\">{}</p>\n", html);
}

}  // namespace

std::string project_results_html(Context& context, const ModelProject& project) {
  const Book& book = context.book;
  if (project.results.empty())
    return fmt::format("<p>{}</p>\n", html_text(book.word("project.no_results")));
  std::vector<ResultLine> lines;
  for (const ProjectResult& each : project.results)
    lines.push_back(line_of(context, project, each));
  TableFrame frame;
  frame.caption = book.word("project.part_results");
  const auto number = [&](const char* word) {
    return TableColumn{.title = book.word(word), .unit = {}, .number = true};
  };
  frame.columns = {{.title = book.word("project.item"), .unit = {}},
                   number("project.before"),
                   number("project.after"),
                   number("project.change")};
  for (const ResultLine& line : lines) {
    frame.rows.push_back(row_of(line));
    frame.loose = frame.loose || line.name.size() > long_label;
  }
  return table_html(context, frame) + origins_html(book, lines);
}

}  // namespace yokoten
