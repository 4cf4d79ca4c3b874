#include <fmt/format.h>

#include <algorithm>

#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/chart_frame.h"
#include "page/indicator_text.h"

namespace yokoten {
namespace {

/// Tile map of the prefectures in threshold classes; each tile leads to its prefecture.
class Map final : public Block {
 public:
  explicit Map(Options& options)
      : indicator_(options.required_indicator()), caption_(options.plain("caption", true)) {
    const TomlNode* limits = options.toml().take("limits", TomlNode::Kind::list);
    if (limits == nullptr) return;
    for (const TomlNode& limit : limits->children) take_limit(limit, options);
    if (!std::is_sorted(limits_.begin(), limits_.end(),
                        [](Decimal a, Decimal b) { return compare(a, b) < 0; }) ||
        limits_.size() > 4)
      report_error(options.findings(), limits->place, "block.limits",
                   {"limits は小さい順に4つまでです", "limits are up to four numbers, ascending"});
  }

  std::string html(Context& context) const override;

 private:
  void take_limit(const TomlNode& node, Options& options) {
    const auto number = parse_decimal(node.text);
    if (number) return limits_.push_back(*number);
    report_error(options.findings(), node.place, "block.limits",
                 {"limits には数を書いてください", "limits holds numbers"});
  }

  int indicator_;
  Text caption_;
  std::vector<Decimal> limits_;
};

using Limits = std::vector<Decimal>;

// 7.6 becomes 8 and 1,234 becomes 1,000: a limit that a reader can keep in mind.
Decimal one_digit(Decimal limit) {
  int digits = 0;
  for (auto rest = limit.mantissa; rest > 0; rest /= 10) ++digits;
  std::int64_t unit = 1;
  for (int at = 1; at < digits; ++at) unit *= 10;
  return {(limit.mantissa + unit / 2) / unit * unit, limit.scale};
}

// Classes of about equal size where the page states no limits.
Limits even_limits(const Book& book, const std::vector<Figure>& highest_first) {
  Limits limits;
  for (std::size_t fifth = 1; fifth <= 4; ++fifth) {
    const std::size_t at = highest_first.size() - 1 - highest_first.size() * fifth / 5;
    const Decimal limit = one_digit(*shown_value(book, highest_first[at]));
    const Decimal lowest = *shown_value(book, highest_first.back());
    const Decimal& before = limits.empty() ? lowest : limits.back();
    if (compare(limit, before) > 0) limits.push_back(limit);
  }
  return limits;
}

std::size_t class_of(const Limits& limits, Decimal shown) {
  return static_cast<std::size_t>(std::count_if(
      limits.begin(), limits.end(), [&](Decimal limit) { return compare(shown, limit) >= 0; }));
}

// 「4.0–5.9%」: the upper end is the last figure that is shown below the next limit.
std::string class_label(const Book& book, int id, const Limits& limits, std::size_t number) {
  const Indicator& indicator = book.indicator(id);
  const auto text = [&](Decimal limit) { return to_shown(rounded(limit, indicator.decimals)); };
  if (number == limits.size())
    return book.word("label.or_more", {text(limits.back()) + indicator.unit});
  // Of whole numbers below one there is only one.
  if (number == 0 && indicator.decimals == 0 && compare(limits.front(), {1, 0}) == 0)
    return "0" + indicator.unit;
  if (number == 0) return book.word("label.less_than", {text(limits.front()) + indicator.unit});
  const Decimal end = rounded(limits[number], indicator.decimals);
  return book.word("label.between", {text(limits[number - 1]),
                                     to_shown({end.mantissa - 1, end.scale}) + indicator.unit});
}

std::string legend(const Context& context, int id, const Limits& limits,
                   const std::vector<int>& counts) {
  const Book& book = context.book;
  const int most = *std::max_element(counts.begin(), counts.end());
  std::vector<View> classes;
  for (std::size_t at = counts.size(); at-- > 0;) {
    const double share = most == 0 ? 0 : 65.0 * counts[at] / most;  // leaves room for the number
    classes.push_back(View()
                          .text("key", fmt::format("k{}", at * 4 / limits.size() + 1))
                          .text("label", class_label(book, id, limits, at))
                          .text("count", std::to_string(counts[at]))
                          .text("percent", fmt::format("{:.1f}", share)));
  }
  View view;
  view.list("classes", classes)
      .text("label_title", book.indicator(id).short_title)
      .text("count_title", book.word("chart.count_of_areas", {book.word("label.prefecture")}));
  return context.templates.filled("legend", view);
}

std::string Map::html(Context& context) const {
  const Book& book = context.book;
  const int id = context.meant(indicator_);
  const auto& figures = figures_of_level(book, id, AreaLevel::prefecture);
  if (figures.empty()) return {};
  const Limits limits = limits_.empty() ? even_limits(book, figures) : limits_;
  if (limits.empty()) return {};
  const Figure whole = newest_figure(book, id, Areas::nation);
  ChartFrame frame = frame_of(context, whole, context.plain(caption_, &whole));
  ChartRequest request = request_of(book.indicator(id), frame, ChartKind::tiles, "map");
  request.description = frame.title + " 都道府県別";
  for (const Decimal limit : limits) request.limits.push_back(to_double(limit));
  std::vector<int> counts(limits.size() + 1, 0);
  frame.map = true;
  request.own_legend = true;
  frame.note_html = book.word("chart.tile_hint");
  frame.head = {book.word("label.prefecture"), fmt::format("{}（{}）", frame.title, request.unit),
                book.word("chart.rank_column")};
  for (const int area : book.areas.prefectures()) {
    const Area& at = book.areas.at(area);
    const Figure figure = newest_figure(book, id, area);
    const Rank* place = rank_of(book, figure, false);
    const Rank* rank = tells_apart(place) ? place : nullptr;
    ChartDatum tile;
    tile.name = at.short_name;
    tile.label = figure.has_value() ? number_text(book, figure) : "—";
    tile.link = context.area_link(area);
    // A link's name begins with what is seen on it.
    tile.description =
        fmt::format("{} {} {} {}", tile.name, tile.label, at.name, value_text(book, figure));
    if (rank != nullptr) tile.description += fmt::format(" {}位", rank->place);
    tile.column = at.column;
    tile.row = at.row;
    tile.narrow_column = at.narrow_column;
    tile.narrow_row = at.narrow_row;
    if (figure.has_value()) {
      const Decimal shown = *shown_value(book, figure);
      tile.value = to_double(shown);
      ++counts[class_of(limits, shown)];
    }
    frame.rows.push_back({at.name,
                          tile.link,
                          {figure.has_value() ? tile.label : missing_text(book, figure),
                           rank == nullptr ? "" : std::to_string(rank->place)},
                          false});
    request.data.push_back(std::move(tile));
  }
  frame.legend_html = legend(context, id, limits, counts);
  return framed_chart(context, std::move(request), frame);
}

}  // namespace

std::unique_ptr<Block> make_map(Options& options) { return std::make_unique<Map>(options); }

}  // namespace yokoten
