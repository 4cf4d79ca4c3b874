#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/ranking_rows.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

using RankingRows = std::vector<RankingRow>;

/// Areas in order of their figure with the whole in its place: bars, or a table.
class Ranking final : public Block {
 public:
  explicit Ranking(Options& options) {
    request_.indicator = options.required_indicator();
    request_.municipal = options.word("level", {"prefecture", "municipality"}) == "municipality";
    table_ = options.word("form", {"bars", "table"}) == "table";
    if (const auto ends = options.toml().integer("ends", 1, 100))
      request_.ends = static_cast<int>(*ends);
    request_.own_prefecture = !options.word("within", {"", "prefecture"}).empty();
    caption_ = options.plain("caption", true);
  }

  bool may_draw() const override { return true; }
  bool draws() const override { return !table_; }
  std::string html(Context& context) const override {
    RankingRequest request = request_;
    request.indicator = context.meant(request.indicator);
    const RankingRows rows = ranking_rows(context, request);
    if (rows.empty()) return {};
    return table_ ? table_of(context, request, rows) : bars_of(context, request, rows);
  }

 private:
  std::string bars_of(Context& context, const RankingRequest& request,
                      const RankingRows& rows) const;
  std::string table_of(Context& context, const RankingRequest& request,
                       const RankingRows& rows) const;
  std::string name_title(const Book& book) const {
    return book.word(request_.municipal ? "label.municipality" : "label.prefecture");
  }
  // Names of municipalities are not unique: there are two 小国町.
  bool names_prefecture() const { return request_.municipal && !request_.own_prefecture; }

  RankingRequest request_;
  bool table_ = false;
  Text caption_;
};

bool is_ratio(const Book& book, const Figure& figure) {
  return figure.has_value() && book.indicator(figure.indicator).kind == IndicatorKind::ratio;
}

// 鳥取県, with the date of its figure where that is not the date of the others.
std::string dated_name(const Book& book, const RankingRow& row) {
  const std::string& name = book.areas.at(row.figure.area).name;
  return row.date.empty() ? name : bracketed(book, name, row.date);
}

// The first one of the period that the ranking is of; the whole may stand before it.
const Figure& first_figure(const RankingRows& rows) {
  return std::find_if(rows.begin(), rows.end(),
                      [](const RankingRow& row) { return !row.whole && row.date.empty(); })
      ->figure;
}

ChartDatum bar_of(const Book& book, const RankingRow& row) {
  ChartDatum datum;
  datum.name = row.place + (row.place.empty() ? "" : " ") + dated_name(book, row);
  datum.full_name = dated_name(book, row);
  datum.value = to_double(*shown_value(book, row.figure));
  datum.label = number_text(book, row.figure);
  datum.alike = row.alike;
  datum.emphasis = row.whole ? Emphasis::nation : row.own ? Emphasis::self : Emphasis::plain;
  return datum;
}

// +18.7; empty for the nation itself.
std::string apart_text(const Book& book, const Figure& figure) {
  const Figure nation = same_period(book, figure, Areas::nation);
  const auto apart = points_between(book, figure, nation);
  if (!apart || figure.area == Areas::nation) return {};
  return (apart->mantissa > 0 ? "+" : "") + to_shown(*apart);
}

// Whether the figures come about by a division: counts have no parts to show.
bool has_parts(const Book& book, const RankingRows& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](const RankingRow& row) {
    return !bare_parts_text(book, row.figure).empty();
  });
}

NumberRow numbers_of(const Context& context, const RankingRow& row, bool parted,
                     bool beside_nation) {
  const Book& book = context.book;
  const Figure& figure = row.figure;
  NumberRow numbers{dated_name(book, row),
                    row.own ? "" : context.area_link(figure.area),
                    {row.place, number_text(book, figure)},
                    row.whole || row.own};
  if (parted) numbers.cells.push_back(bare_parts_text(book, figure));
  if (beside_nation) numbers.cells.push_back(apart_text(book, figure));
  return numbers;
}

// What the areas are, in a sentence.
std::string kind_of(const Context& context, const RankingRequest& request) {
  if (!request.municipal) return kind_word(context.book, AreaLevel::prefecture);
  return request.own_prefecture ? municipality_word(context.book, whole_of(context, request))
                                : kind_word(context.book, AreaLevel::municipality);
}

// Whom a cut through equals leaves out.
std::string unlisted_text(const Context& context, const RankingRequest& request,
                          const RankingRows& rows) {
  const Book& book = context.book;
  std::string text;
  for (const RankingRow& row : rows)
    if (row.unlisted > 0)
      add_sentence(
          book, text,
          book.word("chart.unlisted", {value_text(book, row.figure),
                                       counted_kind(book, static_cast<std::int64_t>(row.unlisted),
                                                    kind_of(context, request))}));
  return text;
}

// The first area's name and value.
std::string finding_text(const Book& book, const std::string& title, const RankingRows& rows) {
  const Figure& first = first_figure(rows);
  return book.word("chart.ranking",
                   {title, book.areas.at(first.area).name, value_text(book, first)});
}

std::string Ranking::bars_of(Context& context, const RankingRequest& wanted,
                             const RankingRows& rows) const {
  const Book& book = context.book;
  const Figure nation = newest_figure(book, wanted.indicator, Areas::nation);
  const Figure& first = first_figure(rows);
  ChartFrame frame = frame_of(context, first, context.plain(caption_, &nation));
  ChartRequest request =
      request_of(book.indicator(wanted.indicator), frame, ChartKind::bars, "ranking");
  request.description = finding_text(book, frame.title, rows);
  request.area_kind = kind_of(context, wanted);
  frame.note_html = html_text(unlisted_text(context, wanted, rows));
  frame.head = {name_title(book), book.word("chart.rank_column"),
                titled_unit(book, frame.title, request.unit)};
  const bool parted = has_parts(book, rows);
  if (parted) frame.head.push_back(parts_title(book, wanted.indicator));
  const bool beside_nation = is_ratio(book, same_period(book, first, Areas::nation));
  if (beside_nation)
    frame.head.push_back(book.word("label.difference", {book.word("label.nation")}));
  for (const RankingRow& row : rows) {
    request.data.push_back(bar_of(book, row));
    frame.rows.push_back(numbers_of(context, row, parted, beside_nation));
  }
  const int whole_area = whole_of(context, wanted);
  const int period = first.observation->period;
  const Figure whole = figure_at(book, wanted.indicator, whole_area, period);
  if (is_ratio(book, whole) && whole.is_planned() == first.is_planned())
    request.lines.push_back({to_double(*shown_value(book, whole)),
                             book.areas.at(whole_area).name + ' ' +
                                 with_own_date(book, number_text(book, whole), whole, period),
                             {}});
  return framed_chart(context, std::move(request), std::move(frame));
}

std::string Ranking::table_of(Context& context, const RankingRequest& wanted,
                              const RankingRows& rows) const {
  const Book& book = context.book;
  const Figure& first = first_figure(rows);
  const int id = first.indicator;
  const Figure nation = newest_figure(book, id, Areas::nation);
  TableFrame frame;
  frame.caption = context.plain(caption_, &nation);
  if (frame.caption.empty()) frame.caption = book.indicator(id).title;
  frame.tall = !request_.ends;
  frame.ranked = true;
  frame.columns = {{book.word("chart.rank_column") + ' ' + name_title(book), ""}};
  if (names_prefecture()) frame.columns.push_back({book.word("label.prefecture"), ""});
  frame.columns.push_back({short_title(book, id), book.indicator(id).unit, true});
  const bool parted = has_parts(book, rows);
  if (parted) frame.columns.push_back({parts_title(book, id), "", true});
  for (const RankingRow& each : rows) {
    const Area& area = book.areas.at(each.figure.area);
    const bool linked = !each.own && each.figure.area != Areas::nation;
    TableRow row;
    row.name = area.name;
    row.rank = each.place;
    row.link = linked ? context.area_link(each.figure.area) : "";
    row.own = each.whole || each.own;
    const int home = book.areas.prefecture_of(each.figure.area);
    if (names_prefecture())
      row.cells.push_back({.text = each.whole ? "" : book.areas.at(home).name});
    row.cells.push_back(number_cell(number_text(book, each.figure), true));
    row.cells.back().tag = each.date;
    if (parted) row.cells.push_back(number_cell(bare_parts_text(book, each.figure)));
    frame.rows.push_back(std::move(row));
  }
  frame.source_html = source_line_html(context, as_of_text(book, first),
                                       publisher_text(book, first), context.evidence_link(id));
  const std::string unlisted = html_text(unlisted_text(context, wanted, rows));
  return table_html(context, frame) +
         (unlisted.empty() ? unlisted : "<p class=\"src\"><span>" + unlisted + "</span></p>\n");
}

}  // namespace

std::unique_ptr<Block> make_ranking(Options& options) { return std::make_unique<Ranking>(options); }

}  // namespace yokoten
