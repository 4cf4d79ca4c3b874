#include "page/card_picture.h"

#include <fmt/format.h>

#include <algorithm>

#include "page/chart_frame.h"
#include "page/target_text.h"

namespace yokoten {
namespace {

constexpr std::size_t fewest_peers = 3;

ReferenceLine line_of(const Book& book, int indicator, const std::optional<Decimal>& goal,
                      const std::string& goal_label) {
  if (goal) return {to_double(*goal), goal_label, {}};
  const Target* target = next_target(book, indicator);
  if (target == nullptr || !target->number) return {};
  return {to_double(*target->number), dated_target_text(book, indicator, *target), {}};
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
void unname_shared_ends(std::vector<ChartDatum>& peers) {
  for (const std::size_t end : {std::size_t{0}, peers.size() - 1}) {
    const auto level = peers[end].value;
    const auto shares = [&](const ChartDatum& each) { return each.value == level; };
    if (std::count_if(peers.begin(), peers.end(), shares) < 2) continue;
    for (ChartDatum& each : peers)
      if (shares(each) && each.emphasis != Emphasis::self) each.name.clear();
  }
}

}  // namespace

std::string progress_picture(const Context& context, const Figure& figure,
                             const std::optional<Decimal>& goal, const std::string& goal_label) {
  const Book& book = context.book;
  const auto shown = shown_value(book, figure);
  const ReferenceLine line = line_of(book, figure.indicator, goal, goal_label);
  if (!shown || line.label.empty()) return {};
  ChartRequest request;
  request.kind = ChartKind::progress;
  request.id = "progress";
  request.title = book.indicator(figure.indicator).title;
  request.unit = book.indicator(figure.indicator).unit;
  request.as_of = as_of_text(book, figure);
  const double value = to_double(*shown);
  request.maximum = request.unit == "%" ? 100.0 : std::max(line.value, value);
  request.data.push_back({.name = {},
                          .series = {},
                          .value = value,
                          .label = value_text(book, figure),
                          .link = {},
                          .description = {},
                          .date = {}});
  request.lines.push_back(line);
  request.description = book.word("chart.progress", {line.label, value_text(book, figure)});
  return bare_chart(context, request);
}

std::string strip_picture(const Context& context, const Figure& figure) {
  const Book& book = context.book;
  const AreaLevel level = book.areas.at(figure.area).level == AreaLevel::municipality
                              ? AreaLevel::municipality
                              : AreaLevel::prefecture;
  const auto& peers = figures_of_level(book, figure.indicator, level);
  // Counts of a whole and of its parts don't stand on one scale.
  const bool comparable = book.indicator(figure.indicator).unit == "%";
  if (peers.size() < fewest_peers || !figure.has_value() || !comparable) return {};
  ChartRequest request;
  request.kind = ChartKind::strip;
  request.id = "strip";
  request.title = book.indicator(figure.indicator).title;
  request.unit = book.indicator(figure.indicator).unit;
  request.as_of = as_of_text(book, figure);
  for (const Figure& peer : peers)
    request.data.push_back(datum_of(book, peer, peer.area == figure.area));
  unname_shared_ends(request.data);
  const Figure own = level == AreaLevel::prefecture && figure.area != Areas::nation
                         ? newest_figure(book, figure.indicator, Areas::nation)
                         : figure;
  if (book.areas.at(own.area).level == AreaLevel::nation && own.has_value()) {
    request.data.push_back(datum_of(book, own, false));
    request.data.back().emphasis = Emphasis::nation;
  }
  request.description = fmt::format(
      "{}の分布。最小 {} {}、{} {}、最大 {} {}",
      level == AreaLevel::prefecture ? fmt::format("{}都道府県", peers.size())
                                     : fmt::format("公表された{}市区町村", peers.size()),
      book.areas.at(peers.back().area).name, value_text(book, peers.back()),
      book.areas.at(figure.area).name, value_text(book, figure),
      book.areas.at(peers.front().area).name, value_text(book, peers.front()));
  return bare_chart(context, request);
}

}  // namespace yokoten
