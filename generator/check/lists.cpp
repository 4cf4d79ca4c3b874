#include "check/lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "model/area_romaji.h"

namespace yokoten {
namespace {

/// One source with `lists`.
class List {
 public:
  List(const Subject& subject, int number, int column)
      : subject_(subject),
        number_(number),
        column_(column),
        table_(subject.table(number)),
        bound_(*subject.source(number).lists_at_least) {
    for (const PrintedRate& rate : subject.source(number).printed)
      if (rate.column == subject.source(number).lists_rate) rate_ = &rate;
  }

  void check_rows() const {
    for (int row = 0; row < table_.rows(); ++row) {
      if (subject_.role(number_, row) != RowRole::counted) continue;
      const auto rate =
          rate_ ? subject_.figure(number_, row, column_) : subject_.printed(number_, row, column_);
      if (rate && compare(*rate, bound_) < 0) report_below(row, *rate);
    }
  }

  void check_rest() const {
    std::set<std::pair<int, int>> said;  // area and period: several indicators have this formula
    for (const Remainder& rest : subject_.measured.remainders)
      if (is_of_this_list(rest) && breaks(rest) && said.insert({rest.area, rest.period}).second)
        report_rest(rest);
  }

 private:
  bool is_of_this_list(const Remainder& rest) const {
    const Indicator& indicator = subject_.indicator(rest.indicator);
    const bool fits = rate_ && indicator.kind == IndicatorKind::ratio &&
                      indicator.numerator.measure == rate_->numerator &&
                      indicator.denominator.measure == rate_->denominator &&
                      indicator.numerator.where.empty() && indicator.denominator.where.empty();
    if (!fits) return false;
    return std::ranges::any_of(
        subject_.measured.facts.all({.period = true}),
        [&](const Fact& fact) { return fact.source == number_ && fact.period == rest.period; });
  }

  // As printed: a rate that rounds up to the bound would be in the list.
  bool breaks(const Remainder& rest) const {
    const auto rate = share(rest);
    return rate && compare(*rate, bound_) >= 0;
  }

  std::optional<Decimal> share(const Remainder& rest) const {
    if (!rest.numerator || !rest.denominator || rest.denominator->mantissa <= 0)
      return std::nullopt;
    return quotient(*rest.numerator, *rest.denominator, rate_->decimals, 100);
  }

  void report_below(int row, Decimal rate) const {
    const std::string shown = to_shown(rate), bound = to_shown(bound_);
    subject_.error(
        table_.place(row, column_), "list.below",
        {fmt::format("{}% は一覧の下限 {}% を下回ります。率の誤記か、lists の at_least を"
                     "直してください",
                     shown, bound),
         fmt::format("{}% is below the {}% that the list starts at; mend the rate or "
                     "at_least under lists",
                     shown, bound)});
  }

  // The whole's own cell, since no row of the list is wrong; pages know the area by that row.
  Place place_of(const Remainder& rest) const {
    const FoundObservation whole =
        subject_.measured.cube.find(rest.indicator, rest.area, rest.period);
    const bool in_a_cell =
        whole && whole->numerator_origin.source >= 0 && whole->numerator_origin.row >= 0;
    return in_a_cell ? subject_.place(whole->numerator_origin) : table_.heading_place(column_);
  }

  void report_rest(const Remainder& rest) const {
    const Area& area = subject_.areas.at(rest.area);
    const std::string above = to_shown(*rest.numerator), below = to_shown(*rest.denominator);
    const std::string rate = to_shown(*share(rest)), bound = to_shown(bound_);
    subject_.warning(
        place_of(rest), "list.bound",
        {fmt::format(
             "{}の残り{}市区町村は {}/{} = {}% で {}%以上のため、{}%以上をすべて載せた一覧とは"
             "いえません。載っていない市区町村を {}%未満とは書かないでください",
             area.name, rest.unlisted, above, below, rate, bound, bound, bound),
         fmt::format("the {} unlisted municipalities of {} make {}/{} = {}%, at or above {}%: the "
                     "list does not hold all of those; never call the others below {}%",
                     rest.unlisted, english_prefecture(area), above, below, rate, bound, bound)});
  }

  const Subject& subject_;
  int number_;
  int column_;
  const Table& table_;
  Decimal bound_;
  const PrintedRate* rate_ = nullptr;
};

bool is_negative(const std::optional<Decimal>& number) { return number && number->mantissa < 0; }

void report_negative(const Subject& subject, const Remainder& rest, const Origin& origin,
                     Decimal whole, Decimal left) {
  const Area& area = subject.areas.at(rest.area);
  const std::string listed = to_shown(difference(whole, left).value_or(Decimal{}));
  const std::string shown = to_shown(whole);
  subject.error(
      subject.place(origin), "remainder.negative",
      {fmt::format("{}の値 {} より、載っている{}市区町村の計 {} が大きくなっています。時点と範囲を"
                   "確かめてください",
                   area.name, shown, rest.listed, listed),
       fmt::format("the {} listed municipalities of {} make {}, more than its figure {}; "
                   "check period and scope",
                   rest.listed, english_prefecture(area), listed, shown)});
}

}  // namespace

void check_lists(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    const Source& source = subject.source(number);
    const auto column = subject.table(number).column(source.lists_rate);
    if (!source.lists_at_least || !column) continue;
    const List list(subject, number, *column);
    list.check_rows();
    list.check_rest();
  }
}

void check_remainders(const Subject& subject) {
  std::set<std::tuple<int, int, int>> said;  // cells that a count and a ratio share
  const auto is_new = [&](const Origin& at) {
    return at.row < 0 || said.insert({at.source, at.row, at.column}).second;
  };
  for (const Remainder& rest : subject.measured.remainders) {
    const FoundObservation whole =
        subject.measured.cube.find(rest.indicator, rest.area, rest.period);
    if (!whole) continue;
    if (is_negative(rest.numerator) && whole->numerator && is_new(whole->numerator_origin))
      report_negative(subject, rest, whole->numerator_origin, *whole->numerator, *rest.numerator);
    if (is_negative(rest.denominator) && whole->denominator && is_new(whole->denominator_origin))
      report_negative(subject, rest, whole->denominator_origin, *whole->denominator,
                      *rest.denominator);
  }
}

}  // namespace yokoten
