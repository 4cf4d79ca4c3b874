#include "page/evidence_rows.h"

#include <algorithm>
#include <set>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/dates.h"
#include "page/evidence_origin.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/raw_rows.h"
#include "page/reading_text.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// The figure itself, or its first part where no whole is kept.
Figure known(const Book& book, const Figure& figure) {
  if (figure.observation != nullptr) return figure;
  const auto parts = parts_of(book, figure.indicator, figure.area);
  return parts.empty() ? figure : dated_part(parts);
}

void add_rank(const Book& book, const Figure& figure, bool several, std::vector<KeyRow>& rows) {
  // A count grows with its area, and yes or no makes no order: neither has a place to prove.
  if (book.indicator(figure.indicator).kind == IndicatorKind::count) return;
  const Rank* rank = telling_rank(book, figure, false);
  if (rank == nullptr || figure.area == Areas::nation) return;
  const bool prefecture = book.areas.at(figure.area).level == AreaLevel::prefecture;
  const std::string& kind =
      kind_word(book, prefecture ? AreaLevel::prefecture : AreaLevel::municipality);
  const std::string peers = counted_kind(book, rank->of, kind);
  std::string text = book.word("page.rank_among", {peers, count_text(rank->place)});
  if (rank->tied > 1) text += book.word("page.rank_tied", {counted_kind(book, rank->tied, kind)});
  const std::string& home = book.areas.at(book.home).name;
  rows.push_back({several
                      ? book.word("page.rank_by_in", {short_title(book, figure.indicator), home})
                      : book.word("page.rank_in", {home}),
                  html_text(text)});
}

void add_rounding(const Book& book, const std::vector<Figure>& figures, std::vector<KeyRow>& rows) {
  const auto is_rounded = [&](const Figure& figure) {
    const IndicatorKind kind = book.indicator(figure.indicator).kind;
    return (kind == IndicatorKind::ratio || kind == IndicatorKind::share_of_areas) &&
           (figure.has_value() || figure.is_bound());
  };
  const bool bound = std::any_of(figures.begin(), figures.end(),
                                 [](const Figure& figure) { return figure.is_bound(); });
  if (!std::any_of(figures.begin(), figures.end(), is_rounded)) return;
  std::string text = book.word("label.rounding_half_up");
  if (bound) text += book.word("page.bound_is_cut");
  rows.push_back({book.word("label.rounding"), html_text(text)});
}

// The pair and the way to the record; the reason stands in the note.
std::string correction_html(const Context& context, const Correction& correction) {
  const Book& book = context.book;
  return html_text(book.word("page.corrected_pair", {as_written(book, correction.printed),
                                                     as_written(book, correction.corrected)}) +
                   book.word("join.gap")) +
         link_html(context.page_link("data/#corrections"), book.word("page.corrections"));
}

void add_corrections(const Context& context, const std::vector<Figure>& figures,
                     std::vector<KeyRow>& rows) {
  const Book& book = context.book;
  for (const Figure& figure : figures)
    for (const CellRow& cell : rows_of(figure)) {
      const int line = book.table(cell.source).file_row(cell.row);
      const Correction* correction = correction_of(book, cell.source, line);
      if (correction == nullptr) continue;
      const KeyRow row{book.word("label.read_as"), correction_html(context, *correction)};
      const bool said = std::any_of(rows.begin(), rows.end(),
                                    [&](const KeyRow& each) { return each.html == row.html; });
      if (!said) rows.push_back(row);
    }
}

std::string provenance_html(const Context& context, int id) {
  const Source& source = context.book.source(id);
  std::string html = source_link_html(context, id);
  if (!source.document.empty()) html += "<br>" + html_text(source.document);
  std::string dates = as_of_text(context.book, source);
  if (!source.published.empty())
    add_listed(
        context.book, dates,
        context.book.word("label.published_on", {date_text(context.book, source.published)}));
  return dates.empty() ? html : html + "<br>" + html_text(dates);
}

void add_sources(const Context& context, const std::vector<Figure>& figures,
                 std::vector<KeyRow>& rows) {
  std::set<int> said;
  for (const Figure& figure : figures)
    for (const int source : sources_of_figure(context.book, figure))
      if (said.insert(source).second)
        rows.push_back({context.book.word("label.source"), provenance_html(context, source)});
}

}  // namespace

std::vector<KeyRow> evidence_rows(const Context& context, const std::vector<Figure>& figures) {
  const Book& book = context.book;
  std::vector<Figure> seen;
  for (const Figure& figure : figures) seen.push_back(known(book, figure));
  std::vector<KeyRow> rows;
  for (const Figure& figure : seen) add_rank(book, figure, seen.size() > 1, rows);
  add_rounding(book, seen, rows);
  add_corrections(context, seen, rows);
  add_sources(context, seen, rows);
  return rows;
}

void add_check_rows(const Context& context, std::vector<KeyRow>& rows) {
  const Book& book = context.book;
  const std::vector<int> sources = sources_of(book, context.indicator);
  std::string totals, rates;
  for (const Finding& finding : book.findings.all()) {
    const bool total = finding.code == "total.agrees";
    if (!total && finding.code != "rate.agrees") continue;
    const int source = source_of(book, finding.place);
    if (std::find(sources.begin(), sources.end(), source) != sources.end())
      add_sentence(book, total ? totals : rates, html_text(reader_text(book, finding)));
  }
  if (!totals.empty()) rows.push_back({book.word("page.totals_checked"), totals});
  if (!rates.empty()) rows.push_back({book.word("page.rates_checked"), rates});
}

}  // namespace yokoten
