#include "page/card_picture.h"
#include "page/common_period.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/card_text.h"
#include "page/dated_figures.h"
#include "page/shared_end.h"
#include "page/target_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::size_t fewest_peers = 3;

struct Goal {
  std::optional<Decimal> number;
  std::string label;
};

Goal goal_of(const Book& book, const Figure& figure, const std::optional<Decimal>& goal,
             const std::string& label) {
  if (goal) return {goal, label};
  const Target* target = target_of(book, figure);
  if (target == nullptr || !target->number) return {};
  return {target->number, dated_target_text(book, figure.indicator, *target)};
}

// What stands around the picture and, as rows, what it shows.
ChartFrame numbered_frame(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  ChartFrame frame = frame_of(context, figure, {});
  const std::string& unit = book.indicator(figure.indicator).unit;
  const std::string value = planned_title(book, figure, book.word("chart.value_column"));
  frame.head = {book.word("chart.name_column"), unit.empty() ? value : value + " " + unit};
  return frame;
}

// The number without its unit; of a bound that it is one.
std::string least_text(const Book& book, const Figure& figure) {
  const std::string number = number_text(book, figure);
  return figure.is_bound() ? book.word("label.at_least") + ' ' + number : number;
}

void add_row(ChartFrame& frame, const ChartDatum& datum) {
  frame.rows.push_back({datum.name, {}, {datum.label}});
}

ChartDatum datum_of(const Book& book, const Figure& figure, bool own) {
  ChartDatum datum;
  datum.name = book.areas.at(figure.area).name;
  datum.value = to_double(*shown_value(book, figure));
  datum.label = number_text(book, figure);
  datum.emphasis = own ? Emphasis::self : Emphasis::plain;
  return datum;
}

// An end that several areas share belongs to none of them: it keeps its figure only.
void unname_shared_end(const Book& book, const Figure& end, const Figure& beside,
                       std::vector<ChartDatum>& peers) {
  const double level = to_double(*shown_value(book, end));
  if (level != to_double(*shown_value(book, beside))) return;
  for (ChartDatum& each : peers)
    if (each.value == level && each.emphasis != Emphasis::self) each.name.clear();
}

void unname_shared_ends(const Book& book, const std::vector<Figure>& figures,
                        std::vector<ChartDatum>& peers) {
  unname_shared_end(book, figures.front(), figures[1], peers);
  unname_shared_end(book, figures.back(), figures[figures.size() - 2], peers);
}

// Marks for all of `peers` or, where they are very many, for those that lie apart and the own.
std::vector<ChartDatum> marks_of(const Book& book, const std::vector<Figure>& peers,
                                 const Figure& own) {
  std::vector<ChartDatum> marks;
  bool has_own = false;
  for (const Figure& peer : peers) {
    has_own = has_own || peer.area == own.area;
    marks.push_back(datum_of(book, peer, peer.area == own.area));
  }
  const bool is_peer = book.areas.at(own.area).level == book.areas.at(peers.front().area).level;
  if (!has_own && is_peer) marks.push_back(datum_of(book, own, true));
  return marks;
}

/// The figures of a level that stand beside a card's under its one date, highest first.
struct CardPeers {
  const std::vector<Figure>&all, &shown;
};

CardPeers card_peers(const Book& book, const Figure& figure, AreaLevel level) {
  const auto& all = figures_of_level(book, figure.indicator, level);
  const int period = figure.observation->period;
  if (std::none_of(all.begin(), all.end(),
                   [&](const Figure& each) { return is_of_other_period(each, period); }))
    return {all, figures_apart(book, figure.indicator, level)};
  const auto& own = book.dated->of_level(book, figure.indicator, level, period);
  return {own.all, own.apart};
}

}  // namespace

SmallChart progress_picture(Context& context, const Figure& figure,
                            const std::optional<Decimal>& goal, const std::string& goal_label) {
  const Book& book = context.book;
  const auto shown = shown_value(book, figure);
  const Goal line = goal_of(book, figure, goal, goal_label);
  // No bar of a plan ends at a target.
  if (!shown || !line.number || line.label.empty() || figure.is_planned()) return {};
  ChartRequest request;
  request.kind = ChartKind::progress;
  request.id = "progress-" + book.indicator(figure.indicator).id;
  request.title = fmt::format("{} {} {}", book.areas.at(figure.area).name,
                              book.indicator(figure.indicator).title, least_text(book, figure));
  request.unit = book.indicator(figure.indicator).unit;
  const double value = to_double(*shown);
  request.maximum = request.unit == "%" ? 100.0 : std::max(to_double(*line.number), value);
  request.data.push_back({.name = {},
                          .series = {},
                          .value = value,
                          .label = value_text(book, figure),
                          .link = {},
                          .description = {},
                          .date = {}});
  request.lines.push_back({to_double(*line.number), line.label, {}});
  request.description = book.word("chart.progress", {line.label, value_text(book, figure)});
  ChartFrame frame = numbered_frame(context, figure);
  // The word stands with the name, so that programs find a number.
  const std::string& name = book.areas.at(figure.area).name;
  frame.rows.push_back(
      {figure.is_bound() ? bracketed(book, name, book.word("label.at_least")) : name,
       {},
       {number_text(book, figure)}});
  frame.rows.push_back({line.label, {}, {to_text(*line.number)}});
  return small_chart(context, request, frame);
}

SmallChart strip_picture(Context& context, const Figure& figure) {
  const Book& book = context.book;
  const AreaLevel level = book.areas.at(figure.area).level == AreaLevel::municipality
                              ? AreaLevel::municipality
                              : AreaLevel::prefecture;
  // Counts of a whole and of its parts don't stand on one scale, and marks are of totals.
  const bool comparable = book.indicator(figure.indicator).unit == "%" && figure.breakdown == 0;
  if (!figure.has_value() || !comparable) return {};
  const auto& [peers, shown] = card_peers(book, figure, level);
  if (peers.size() < fewest_peers || is_plan_among(figure, peers)) return {};
  ChartRequest request;
  request.kind = ChartKind::strip;
  request.id = "strip-" + book.indicator(figure.indicator).id;
  request.title = book.indicator(figure.indicator).title;
  request.unit = book.indicator(figure.indicator).unit;
  const std::string& kind = kind_word(book, level);
  request.data = marks_of(book, shown, figure);
  ChartFrame frame = numbered_frame(context, figure);
  for (std::size_t at = 0; at < request.data.size(); ++at)
    if (shown.size() == peers.size() || at == 0 || at + 1 == shown.size() ||
        request.data[at].emphasis == Emphasis::self)
      add_row(frame, request.data[at]);
  unname_shared_ends(book, peers, request.data);
  const Figure own = level == AreaLevel::prefecture && figure.area != Areas::nation
                         ? same_period(book, figure, Areas::nation)
                         : figure;
  if (book.areas.at(own.area).level == AreaLevel::nation && own.has_value()) {
    request.data.push_back(datum_of(book, own, false));
    request.data.back().emphasis = Emphasis::nation;
    add_row(frame, request.data.back());
  }
  request.description =
      book.word("card.strip",
                {among_text(book, level == AreaLevel::prefecture, static_cast<int>(peers.size())),
                 end_name(book, last_end(book, peers), kind), value_text(book, peers.back()),
                 book.areas.at(figure.area).name, value_text(book, figure),
                 end_name(book, first_end(book, peers), kind), value_text(book, peers.front())});
  return small_chart(context, request, frame);
}

}  // namespace yokoten
