#include <fmt/format.h>

#include <algorithm>

#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/indicator_text.h"
#include "page/source_text.h"
#include "page/sources_of.h"

namespace yokoten {
namespace {

// Yes-or-no figures (a centre: 0 or 1) make no order.
bool has_order(const Book& book, const std::vector<Figure>& figures) {
  if (book.indicator(figures.front().indicator).unit == "%") return true;
  int kinds = 0;
  std::string before;
  for (const Figure& figure : figures) {
    const std::string text = number_text(book, figure);
    kinds += text != before;
    before = text;
  }
  return kinds > 2;
}

std::string place_text(const Book& book, const Figure& figure, bool prefectural, int whole) {
  const Rank* rank = rank_of(book, figure, prefectural);
  return rank == nullptr || figure.area == whole ? std::string() : std::to_string(rank->place);
}

// Both ends of the order; the whole stays wherever it stands.
std::vector<Figure> ends_of(const std::vector<Figure>& figures, std::size_t ends, int whole) {
  std::size_t areas = 0, seen = 0;
  for (const Figure& figure : figures) areas += figure.area != whole;
  std::vector<Figure> kept;
  for (const Figure& figure : figures) {
    const bool is_whole = figure.area == whole;
    if (is_whole || seen < ends || seen + ends >= areas) kept.push_back(figure);
    seen += !is_whole;
  }
  return kept;
}

/// Areas in order of their figure with the nation in its place: bars, or a short table of both
/// ends.
class Ranking final : public Block {
 public:
  explicit Ranking(Options& options)
      : indicator_(options.required_indicator()),
        municipal_(options.word("level", {"prefecture", "municipality"}) == "municipality"),
        table_(options.word("form", {"bars", "table"}) == "table"),
        ends_(options.toml().integer("ends", 1, 100)),
        own_prefecture_(!options.word("within", {"", "prefecture"}).empty()),
        caption_(options.plain("caption", true)) {}

  std::string html(Context& context) const override {
    const int id = indicator_ >= 0 ? indicator_ : context.indicator;
    const std::vector<Figure> figures = with_nation(context, id, ranked(context, id));
    if (figures.size() < 2 || !has_order(context.book, figures)) return {};
    return table_ ? table_html(context, figures) : bars_html(context, figures);
  }

 private:
  std::vector<Figure> ranked(const Context& context, int id) const {
    const Book& book = context.book;
    if (municipal_ && own_prefecture_)
      return figures_below(book, id, book.areas.prefecture_of(context.whole()));
    return figures_of_level(book, id, municipal_ ? AreaLevel::municipality : AreaLevel::prefecture);
  }

  // The whole stands in the order as its own row, after those that exceed it.
  std::vector<Figure> with_nation(const Context& context, int id,
                                  std::vector<Figure> figures) const {
    const Book& book = context.book;
    const Figure whole = newest_figure(book, id, whole_of(context));
    if (book.indicator(id).kind != IndicatorKind::ratio || !whole.has_value()) return figures;
    auto at = figures.begin();
    const int worse = book.indicator(id).better == Better::lower ? 1 : -1;
    while (at != figures.end() && compare_figures(book, *at, whole) != worse) ++at;
    figures.insert(at, whole);
    return figures;
  }

  // What the areas are parts of: the nation, or the page's prefecture.
  int whole_of(const Context& context) const {
    return municipal_ && own_prefecture_ ? context.book.areas.prefecture_of(context.whole())
                                         : Areas::nation;
  }
  std::string bars_html(Context& context, const std::vector<Figure>& figures) const;
  std::string table_html(Context& context, const std::vector<Figure>& figures) const;

  int indicator_;
  bool municipal_, table_;
  std::optional<std::int64_t> ends_;
  bool own_prefecture_;
  Text caption_;
};

std::string Ranking::bars_html(Context& context, const std::vector<Figure>& all) const {
  const Book& book = context.book;
  const int id = all.front().indicator;
  const int whole = whole_of(context);
  const Figure nation = newest_figure(book, id, Areas::nation);
  const auto figures = ends_ ? ends_of(all, static_cast<std::size_t>(*ends_), whole) : all;
  ChartFrame frame = frame_of(context, figures.front(), context.plain(caption_, &nation));
  ChartRequest request;
  request.kind = ChartKind::bars;
  request.id = "ranking-" + book.indicator(id).id;
  request.title = frame.title;
  request.unit = book.indicator(id).unit;
  const bool is_ratio = book.indicator(id).kind == IndicatorKind::ratio;
  frame.head = {book.word(municipal_ ? "label.municipality" : "label.prefecture"),
                book.word("chart.rank_column"), fmt::format("{}（{}）", frame.title, request.unit),
                parts_title(book, id)};
  if (is_ratio) frame.head.push_back(book.word("label.difference", {"全国"}));
  for (const Figure& figure : figures) {
    const bool is_whole = figure.area == whole, own = figure.area == context.area;
    const std::string place = place_text(book, figure, municipal_ && own_prefecture_, whole);
    ChartDatum datum;
    datum.name = place + (place.empty() ? "" : " ") + book.areas.at(figure.area).name;
    datum.value = to_double(*shown_value(book, figure));
    datum.label = number_text(book, figure);
    datum.emphasis = is_whole ? Emphasis::nation : own ? Emphasis::self : Emphasis::plain;
    std::string apart;
    if (nation.has_value() && is_ratio && figure.area != Areas::nation) {
      const auto gap = points_between(book, figure, nation);
      if (gap) apart = (gap->mantissa > 0 ? "+" : "") + to_shown(*gap);
    }
    frame.rows.push_back({book.areas.at(figure.area).name,
                          own ? "" : context.area_link(figure.area),
                          {place, datum.label, bare_parts_text(book, figure)},
                          is_whole || own});
    if (is_ratio) frame.rows.back().cells.push_back(apart);
    request.data.push_back(std::move(datum));
  }
  const Figure reference = newest_figure(book, id, whole);
  if (reference.has_value() && book.indicator(id).kind == IndicatorKind::ratio)
    request.lines.push_back({to_double(*shown_value(book, reference)),
                             book.areas.at(whole).name + ' ' + number_text(book, reference),
                             {}});
  request.description =
      fmt::format("{}の順位。1位 {} {}", frame.title, book.areas.at(figures.front().area).name,
                  value_text(book, figures.front()));
  return framed_chart(context, std::move(request), frame);
}

std::string Ranking::table_html(Context& context, const std::vector<Figure>& all) const {
  const Book& book = context.book;
  const int id = all.front().indicator;
  const Indicator& indicator = book.indicator(id);
  const int whole = whole_of(context);
  const auto figures = ends_ ? ends_of(all, static_cast<std::size_t>(*ends_), whole) : all;
  const Figure nation = newest_figure(book, id, Areas::nation);
  const std::string caption = context.plain(caption_, &nation);
  // Names of municipalities are not unique: there are two 小国町.
  const bool with_prefecture = municipal_ && !own_prefecture_;
  std::vector<View> rows;
  for (const Figure& figure : figures) {
    const bool own = figure.area == context.area;
    View header;
    header.text("text", book.areas.at(figure.area).name)
        .text("href", own || figure.area == Areas::nation ? "" : context.area_link(figure.area))
        .text("rank", place_text(book, figure, municipal_ && own_prefecture_, whole))
        .flag("ranked", true);
    const std::string home =
        figure.area == whole ? "" : book.areas.at(book.areas.prefecture_of(figure.area)).name;
    std::vector<View> cells = {
        View().text("text", number_text(book, figure)).flag("number", true).flag("strong", true),
        View()
            .text("text", bare_parts_text(book, figure))
            .flag("number", true)
            .flag("strong", false)};
    if (with_prefecture)
      cells.insert(cells.begin(),
                   View().text("text", home).flag("number", false).flag("strong", false));
    std::vector<View> complete;
    for (View cell : cells)
      complete.push_back(cell.text("href", "")
                             .text("span", "")
                             .text("bar", "")
                             .text("tag", "")
                             .flag("state", false)
                             .flag("bar_gap", false));
    rows.push_back(View()
                       .flag("me", figure.area == whole || own)
                       .view("header", header)
                       .list("cells", complete));
  }
  const auto column = [](const std::string& title, const std::string& unit, bool number) {
    return View()
        .text("title", title)
        .text("unit", unit)
        .flag("number", number)
        .flag("bar_column", false);
  };
  std::vector<View> columns = {
      column(book.word("chart.rank_column") + ' ' +
                 book.word(municipal_ ? "label.municipality" : "label.prefecture"),
             "", false),
      column(short_title(book, id), indicator.unit, true), column(parts_title(book, id), "", true)};
  if (with_prefecture)
    columns.insert(columns.begin() + 1, column(book.word("label.prefecture"), "", false));
  View view;
  view.text("id", "")
      .text("caption", caption)
      .text("label", context.region_label(caption.empty() ? indicator.title : caption))
      .flag("tall", !ends_)
      .flag("mid", false)
      .flag("loose", false)
      .list("columns", columns)
      .list("rows", rows)
      .text("source_html",
            source_line_html(context, as_of_text(book, all.front()),
                             publisher_text(book, all.front()), context.evidence_link(id)));
  return context.templates.filled("table", view);
}

}  // namespace

std::unique_ptr<Block> make_ranking(Options& options) { return std::make_unique<Ranking>(options); }

}  // namespace yokoten
