#include <fmt/format.h>

#include <algorithm>

#include "command/asked_area.h"
#include "command/explanation.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

// Municipalities make hundreds: the rest is in the JSON.
constexpr std::size_t few_areas = 12;

Message percent_or_unit(const Indicator& of, const Observation& figure) {
  const auto shown = shown_value(of, figure);
  if (!shown) return {};
  const std::string text = to_shown(*shown) + of.unit;
  if (figure.value) return {' ' + text, ' ' + text};
  return {" 少なくとも " + text, " at least " + text};
}

// 234 − 115 = 119: what the prefecture has, those that have a figure, what is left.
std::string taken_away(const std::optional<Decimal>& whole, const std::optional<Decimal>& rest) {
  const auto listed = whole && rest ? difference(*whole, *rest) : std::nullopt;
  if (!listed) return {};
  return fmt::format("{} − {} = {}", to_shown(*whole), to_shown(*listed), to_shown(*rest));
}

/// Writes how one share of areas was counted.
class ShareWriter {
 public:
  ShareWriter(const Examined& examined, const Explanation& explanation)
      : areas_(examined.areas),
        indicator_(indicator_of(examined, explanation.seen->indicator)),
        condition_(
            indicator_of(examined, examined.publication.indicator(indicator_.condition_indicator))),
        side_(explanation.lineage.numerator) {}

  std::vector<ExplainedLine> written() {
    write_number();
    write_each(false, {"数えた地域", "counted"});
    write_each(true, {"残りから", "what is left"});
    return std::move(lines_);
  }

 private:
  static const Indicator& indicator_of(const Examined& examined, int number) {
    return examined.publication.indicators[static_cast<std::size_t>(number)];
  }

  std::int64_t count(bool by_rest) const {
    return std::ranges::count_if(
        side_.counted, [&](const CountedArea& each) { return each.rest.has_value() == by_rest; });
  }

  // 5 = 4 + 1; a share that nothing had to be proven for has the condition alone.
  void write_number() {
    const std::string limit = to_shown(trimmed(indicator_.condition_at_least.value_or(Decimal{})));
    const std::int64_t all = side_.value ? side_.value->mantissa : 0;
    const std::int64_t met = count(false), proven = count(true), hidden = all - met - proven;
    Message sum;
    const auto add = [&](std::int64_t number, const char* ja, const char* en) {
      if (number == 0) return;
      sum.ja += fmt::format("{}{}{}", sum.ja.empty() ? "" : " + ", number, ja);
      sum.en += fmt::format("{}{} {}", sum.en.empty() ? "" : " + ", number, en);
    };
    add(met, "（自らの値による）", "by their own figures");
    add(proven, "（残りから分かる、都道府県に1つずつ）", "by what is left, one a prefecture");
    add(hidden, "（示さない値による）", "by figures that are not shown");
    const bool plain = proven == 0 && hidden == 0;
    const Message condition{fmt::format("{} が {} 以上の地域", condition_.id, limit),
                            fmt::format("areas where {} is at least {}", condition_.id, limit)};
    if (!side_.value) return write_nothing(condition);
    const std::string number = to_shown(*side_.value) + ' ';
    lines_.push_back({{"分子", "numerator"},
                      {number + condition.ja + (plain ? "" : " = " + sum.ja),
                       number + condition.en + (plain ? "" : " = " + sum.en)}});
  }

  void write_nothing(const Message& condition) {
    lines_.push_back({{"分子", "numerator"},
                      {condition.ja + "。確かめられた地域はない（0という意味ではない）",
                       condition.en + "; of none is it known that it does (which is not 0)"}});
  }

  void write_each(bool by_rest, const Message& label) {
    std::size_t written = 0;
    for (const CountedArea& each : side_.counted) {
      if (each.rest.has_value() != by_rest || ++written > few_areas) continue;
      Message text = by_rest ? rest_words(each) : figure_words(each);
      for (const LineageCell& cell : each.cells) {
        text.ja += "、" + cell_words(cell).ja;
        text.en += ", " + cell_words(cell).en;
      }
      lines_.push_back({label, text});
    }
    if (written > few_areas)
      lines_.push_back({label,
                        {fmt::format("ほか{}地域（--format json にすべて）", written - few_areas),
                         fmt::format("{} more (all with --format json)", written - few_areas)}});
  }

  Message figure_words(const CountedArea& counted) const {
    const std::string name = full_name(areas_, counted.figure->area);
    const Message text = percent_or_unit(condition_, *counted.figure);
    return {name + text.ja, name + text.en};
  }

  Message rest_words(const CountedArea& counted) const {
    const Remainder& rest = *counted.rest;
    std::string sums = taken_away(counted.figure->numerator, rest.numerator);
    const bool divides = condition_.kind == IndicatorKind::ratio && rest.denominator && rest.value;
    if (divides)
      sums += fmt::format("; {}; {} ÷ {} = {}{}",
                          taken_away(counted.figure->denominator, rest.denominator),
                          to_shown(*rest.numerator), to_shown(*rest.denominator),
                          to_shown(rounded(*rest.value, condition_.decimals)), condition_.unit);
    const std::string name = full_name(areas_, rest.area);
    return {fmt::format("{} {}（値のない{}地域の分。少なくとも1つは条件を満たす）", name, sums,
                        rest.unlisted),
            fmt::format("{} {} for the {} areas without a figure, of which one at least meets it",
                        name, sums, rest.unlisted)};
  }

  const Areas& areas_;
  const Indicator& indicator_;
  const Indicator& condition_;
  const LineageSide& side_;
  std::vector<ExplainedLine> lines_;
};

}  // namespace

// Of a column that counts rows the file has none.
Message cell_words(const LineageCell& cell) {
  const Place& place = cell.place;
  const bool counts = place.column == 0;
  const std::string column = counts ? std::string() : fmt::format(":{}", place.column);
  const std::string text =
      fmt::format("{}:{}{} 「{}」 {}", place.file, place.row, column, cell.heading, cell.text);
  if (cell.rows == 0) return {text, text};
  return {text + fmt::format("（{}行の{}。最初がこの行）", cell.rows, counts ? "数" : "合計"),
          text + (counts ? fmt::format(" (how many rows: {}, this the first)", cell.rows)
                         : fmt::format(" (the sum of {} rows, this the first)", cell.rows))};
}

std::vector<ExplainedLine> share_lines(const Examined& examined, const Explanation& explanation) {
  return ShareWriter(examined, explanation).written();
}

}  // namespace yokoten
