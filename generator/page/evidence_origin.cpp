#include "page/evidence_origin.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/count_text.h"
#include "base/html_text.h"
#include "base/lists.h"
#include "model/sources_with.h"
#include "model/unions.h"
#include "page/evidence_formula.h"
#include "page/indicator_text.h"
#include "page/printed_rate.h"
#include "page/reading_text.h"
#include "page/share_proof.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// The facts that one side of the figure was added up from.
std::vector<Fact> facts_of(const Book& book, const Figure& figure, const Term& term, int source) {
  return facts_behind(book.measured, *figure.observation, term, source, false);
}

// 「第一期」「第二期」, or 「第一期」から「第七期」まで where there are many.
std::string headings(const Book& book, const std::vector<Fact>& facts) {
  std::vector<std::string> names;
  for (const Fact& fact : facts) {
    const std::string& name =
        book.table(fact.source).header()[static_cast<std::size_t>(fact.column)];
    add_new(names, name);
  }
  if (names.size() < 2) return {};
  constexpr std::size_t few = 4;
  if (names.size() > few)
    return book.word("page.columns_from_to",
                     {printed_text(book, names.front()), printed_text(book, names.back()),
                      count_text(names.size())});
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "" : book.word("join.between_quotes")) + quoted_cell(book, name);
  return book.word("page.columns_sum", {list});
}

std::string file_rows(const Book& book, const std::vector<Fact>& facts) {
  std::vector<int> rows;
  for (const Fact& fact : facts) {
    const int row = book.table(fact.source).file_row(fact.row);
    add_new(rows, row);
  }
  std::string text;
  for (const int row : rows)
    text += (text.empty() ? "" : book.word("join.dot")) + std::to_string(row);
  return text;
}

// 32行目, or what a row of a table whose rows were added up stands for.
std::string row_words(const Book& book, int source, const std::vector<int>& rows) {
  const Table& table = book.table(source);
  if (!table.is_grouped() || rows.empty()) return {};
  std::int64_t behind = 0;
  for (const int row : rows) behind += table.rows_behind(row);
  const int first = *std::min_element(rows.begin(), rows.end());
  return book.word("page.rows_grouped",
                   {count_text(behind), std::to_string(table.file_row(first))});
}

std::string row_number(const Book& book, int source, int row) {
  const std::string grouped = row_words(book, source, {row});
  return grouped.empty()
             ? book.word("page.row_number", {std::to_string(book.table(source).file_row(row))})
             : grouped;
}

std::string row_numbers(const Book& book, int source, const std::vector<Fact>& facts) {
  std::vector<int> rows;
  for (const Fact& fact : facts) add_new(rows, fact.row);
  const std::string grouped = row_words(book, source, rows);
  return grouped.empty() ? book.word("page.row_number", {file_rows(book, facts)}) : grouped;
}

std::string areas_below(const Book& book, const Figure& figure) {
  const bool nation = figure.area == Areas::nation;
  const std::string count = count_text(book.areas.children(figure.area).size());
  const std::string areas = measured_text(
      book, count,
      nation ? kind_word(book, AreaLevel::prefecture) : municipality_word(book, figure.area));
  std::string unions;
  for (const FoundObservation& each : unions_in(book.measured, book.areas, *figure.observation))
    unions += (unions.empty() ? "" : book.word("join.comma")) + book.areas.at(each->area).name;
  return unions.empty() ? book.word("page.sum_of_areas", {areas})
                        : book.word("page.sum_with_unions", {areas, unions});
}

std::string raw_name(const Context& context, int source) { return raw_link_html(context, source); }

// 32行目の「第一期」「第二期」の列の合計: the row's line and, of several columns, their headings.
std::string columns_html(const Book& book, const Figure& figure, const Origin& origin,
                         const Term& term) {
  if (origin.column >= 0) return {};
  return html_text(headings(book, facts_of(book, figure, term, origin.source)));
}

bool in_one_row(const Origin& a, const Origin& b) {
  return a.source >= 0 && a.row >= 0 && a.source == b.source && a.row == b.row;
}

// Both sides in one row: the row once, then which columns make which side.
std::string row_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(figure.indicator);
  const Origin& above = figure.observation->numerator_origin;
  const Origin& below = figure.observation->denominator_origin;
  std::string html =
      raw_name(context, above.source) + ' ' + html_text(row_number(book, above.source, above.row));
  const std::string numerator = columns_html(book, figure, above, indicator.numerator);
  const std::string denominator = columns_html(book, figure, below, indicator.denominator);
  const auto side = [&](const char* word, const std::string& columns) {
    return book.word("join.is", {html_text(book.word(word)), columns});
  };
  if (!numerator.empty())
    html += book.word("join.stop") + book.word("join.gap") + side("label.numerator", numerator);
  if (!denominator.empty())
    html += (numerator.empty() ? book.word("join.stop") + book.word("join.gap")
                               : book.word("join.semicolon")) +
            side("label.denominator", denominator);
  return html;
}

// Where one side stands, without a full stop.
std::string side_html(const Context& context, const Figure& figure, const Origin& origin,
                      const Term& term) {
  const Book& book = context.book;
  const int source = origin.source >= 0 ? origin.source : figure.observation->source;
  const std::string file = source >= 0 ? raw_name(context, source) : std::string();
  if (origin.row == summed_row) {
    const std::string sum = html_text(areas_below(book, figure));
    return file.empty() ? sum : file + ' ' + sum;
  }
  if (source < 0) return {};
  if (origin.row == absent_row) return file + ' ' + html_text(book.word("page.absent_is_zero"));
  const auto facts = facts_of(book, figure, term, source);
  const std::string columns = origin.column < 0 ? html_text(headings(book, facts)) : std::string();
  const std::string row = origin.row == several_rows ? row_numbers(book, source, facts)
                                                     : row_number(book, source, origin.row);
  return file + ' ' + html_text(row) +
         (columns.empty() ? columns : book.word("join.row_columns") + columns);
}

std::string sides_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(figure.indicator);
  const Observation& seen = *figure.observation;
  if (in_one_row(seen.numerator_origin, seen.denominator_origin)) return row_html(context, figure);
  const std::string above = side_html(context, figure, seen.numerator_origin, indicator.numerator);
  if (!seen.denominator || indicator.kind != IndicatorKind::ratio) return above;
  const std::string below =
      side_html(context, figure, seen.denominator_origin, indicator.denominator);
  if (above == below) return above;
  return fmt::format("{} {}{}{} {}", html_text(book.word("label.numerator")), above,
                     book.word("join.semicolon"), html_text(book.word("label.denominator")), below);
}

// The source that could have told: one for areas of this level, in the indicator's own order.
int silent_source(const Book& book, const Figure& figure) {
  const AreaLevel level = book.areas.at(figure.area).level;
  for (const int source : sources_of(book, figure.indicator))
    if (book.source(source).fixed_area.empty() && book.source(source).level == level) return source;
  return -1;
}

// The source of one side that has rows of the figure's kind of area, -1 for none.
int source_of_side(const Book& book, const Figure& figure, const Term& term) {
  const AreaLevel level = book.areas.at(figure.area).level;
  for (const int source :
       sources_with(book.publication, book.indicator(figure.indicator), term.measure))
    if (book.source(source).fixed_area.empty() && book.source(source).level == level) return source;
  return -1;
}

// FILE 32行目, the rows of the area that have no figure.
std::string place_html(const Context& context, const Figure& figure, const Term& term, int source) {
  const Book& book = context.book;
  const std::string file =
      bracketed(book, source_link_html(context, source), raw_name(context, source));
  auto facts = facts_of(book, figure, term, source);
  std::erase_if(facts, [](const Fact& fact) { return fact.missing == Missing::none; });
  return facts.empty() ? file : file + ' ' + html_text(row_numbers(book, source, facts));
}

// The reason that the source itself gives for having no `what` (分子, 値) in its cell, with the
// row. Empty where it only lacks it.
std::string reason_html(const Context& context, const Figure& figure, const Term& term,
                        const std::string& what) {
  const Book& book = context.book;
  const int source = source_of_side(book, figure, term);
  if (source < 0) return {};
  for (const Fact& fact : facts_of(book, figure, term, source)) {
    if (fact.missing == Missing::none || fact.missing == Missing::not_published) continue;
    Observation seen = *figure.observation;
    seen.missing = fact.missing;
    seen.kept_in = KeptIn::nothing;
    const std::string reason =
        missing_text(book, {figure.indicator, figure.area, figure.breakdown, seen});
    return place_html(context, figure, term, source) +
           html_text(
               book.word("page.reason_in_source", {book.areas.at(figure.area).name, what, reason}));
  }
  return {};
}

// What a source hides itself is said with its place; of what is hidden here nothing is told.
std::string hidden_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(figure.indicator);
  for (const Term* term : {&indicator.numerator, &indicator.denominator}) {
    const int source = source_of_side(book, figure, *term);
    if (source < 0) continue;
    for (const Fact& fact : facts_of(book, figure, *term, source))
      if (fact.missing == Missing::suppressed)
        return place_html(context, figure, *term, source) +
               html_text(book.word("page.hidden_in_source", {book.areas.at(figure.area).name}));
  }
  return html_text(book.word("page.hidden_here", {book.areas.at(figure.area).name}));
}

// Of a share that has one side only: which one is missing, and where the other stands.
std::string one_side_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const Indicator& indicator = book.indicator(figure.indicator);
  const Observation& seen = *figure.observation;
  const bool above = !seen.numerator;
  const Term& term = above ? indicator.numerator : indicator.denominator;
  const int source = source_of_side(book, figure, term);
  if (source < 0) return {};
  const std::string missing = book.word(above ? "label.numerator" : "label.denominator");
  const std::string there = book.word(above ? "label.denominator" : "label.numerator");
  const std::string other =
      above ? side_html(context, figure, seen.denominator_origin, indicator.denominator)
            : side_html(context, figure, seen.numerator_origin, indicator.numerator);
  std::string html = reason_html(context, figure, term, missing);
  if (html.empty())
    html =
        place_html(context, figure, term, source) +
        html_text(book.word("page.side_not_in_source", {book.areas.at(figure.area).name, missing}));
  if (!other.empty())
    add_sentence(book, html,
                 book.word("join.is", {html_text(there), other}) + book.word("join.stop"));
  return html;
}

// Why a share has no value although its sources speak of the area; empty where that is not so.
std::string no_share_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  if (figure.observation == nullptr ||
      book.indicator(figure.indicator).kind != IndicatorKind::ratio)
    return {};
  const Observation& seen = *figure.observation;
  if (seen.numerator && seen.denominator && seen.denominator->mantissa == 0)
    return sides_html(context, figure) + book.word("join.stop") + book.word("join.gap") +
           html_text(book.word("page.zero_below"));
  if (!seen.numerator == !seen.denominator) return {};
  return one_side_html(context, figure);
}

// The same of a figure that has none of its sides.
std::string value_reason_html(const Context& context, const Figure& figure) {
  const Indicator& indicator = context.book.indicator(figure.indicator);
  const bool has_reason =
      figure.observation != nullptr && figure.observation->missing != Missing::not_published;
  if (!has_reason) return {};
  for (const Term* term : {&indicator.numerator, &indicator.denominator}) {
    std::string html = reason_html(context, figure, *term, context.book.word("chart.value_column"));
    if (!html.empty()) return html;
  }
  return {};
}

std::string framework_html(const Context& context, const Figure& figure) {
  const Origin& origin = figure.observation->numerator_origin;
  const Book& book = context.book;
  const int row = book.table(origin.source).file_row(origin.row);
  return raw_name(context, origin.source) + ' ' +
         html_text(book.word("page.row_number", {std::to_string(row)})) + book.word("join.stop");
}

void add_known(std::vector<int>& sources, int source) {
  if (source >= 0) add_new(sources, source);
}

}  // namespace

std::string origin_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  if (figure.observation == nullptr) return {};
  if (is_framework_figure(book, figure)) return framework_html(context, figure);
  if (!figure.has_value() && !figure.is_bound()) return missing_html(context, figure);
  if (book.indicator(figure.indicator).kind == IndicatorKind::share_of_areas)
    return html_text(share_proof(book, figure));
  if (is_from_reports(book.indicator(figure.indicator)))
    return html_text(book.word("page.from_reports", {to_shown(*figure.observation->denominator)}));
  const std::string sides = sides_html(context, figure);
  std::string html = sides.empty() ? sides : sides + book.word("join.stop");
  add_sentence(book, html, html_text(printed_rate_text(book, figure)));
  return html;
}

std::string missing_html(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const std::string& area = book.areas.at(figure.area).name;
  if (book.indicator(figure.indicator).kind == IndicatorKind::share_of_areas)
    return html_text(share_proof(book, figure));
  if (figure.is_hidden()) return hidden_html(context, figure);
  const std::string no_share = no_share_html(context, figure);
  if (!no_share.empty()) return no_share;
  const std::string reason = value_reason_html(context, figure);
  if (!reason.empty()) return reason;
  const int source = silent_source(book, figure);
  if (source < 0) return html_text(book.word("page.no_source", {area}));
  const Source& from = book.source(source);
  std::string html = bracketed(book, source_link_html(context, source), raw_name(context, source)) +
                     html_text(book.word("page.not_in_source", {area}));
  if (!from.note.empty()) add_sentence(book, html, html_text(sentence(book, from.note)));
  return html;
}

std::vector<CellRow> rows_of(const Figure& figure) {
  std::vector<CellRow> rows;
  if (figure.observation == nullptr) return rows;
  for (const Origin* origin :
       {&figure.observation->numerator_origin, &figure.observation->denominator_origin}) {
    if (origin->source < 0 || origin->row < 0) continue;
    const bool same =
        !rows.empty() && rows.back().source == origin->source && rows.back().row == origin->row;
    if (!same) rows.push_back({origin->source, origin->row});
  }
  return rows;
}

std::vector<int> sources_of_figure(const Book& book, const Figure& figure) {
  std::vector<int> sources;
  if (figure.observation == nullptr) return sources;
  const Observation& seen = *figure.observation;
  add_known(sources, seen.numerator_origin.source);
  add_known(sources, seen.denominator_origin.source);
  if (sources.empty()) add_known(sources, seen.source);
  if (book.indicator(figure.indicator).kind == IndicatorKind::share_of_areas &&
      !is_framework_figure(book, figure))
    for (const int source : sources_of(book, figure.indicator))
      if (book.source(source).kind != SourceKind::framework) add_known(sources, source);
  if (sources.empty()) add_known(sources, silent_source(book, figure));
  return sources;
}

}  // namespace yokoten
