#include <fmt/format.h>

#include "model/shown_value.h"
#include "model/words.h"
#include "page/book.h"
#include "page/dates.h"
#include "page/wording.h"

namespace yokoten {

std::optional<Decimal> shown_value(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr) return std::nullopt;
  notice(book, figure);
  return shown_value(book.indicator(figure.indicator), *figure.observation);
}

std::string number_text(const Book& book, const Figure& figure) {
  const auto shown = shown_value(book, figure);
  return shown ? number_shown(book.indicator(figure.indicator), *shown) : std::string();
}

std::string missing_text(const Book& book, const Figure& figure) {
  notice(book, figure);
  const Missing reason =
      figure.observation == nullptr ? Missing::not_published : figure.observation->missing;
  // The framework prints a dash for a year without a value: 値なし. 設定なし is for targets.
  if (reason == Missing::not_set) return book.word("state.no_value");
  if (reason == Missing::none) return {};
  return book.word("state." + std::string(to_text(reason)));
}

std::string value_text(const Book& book, const Figure& figure) {
  const std::string number = number_text(book, figure);
  if (number.empty()) return missing_text(book, figure);
  const std::string text = measured_text(book, number, book.indicator(figure.indicator).unit);
  return figure.is_bound() ? book.word("label.at_least") + ' ' + text : text;
}

std::string bare_value_text(const Book& book, const Figure& figure) {
  std::string number = number_text(book, figure);
  if (number.empty()) return missing_text(book, figure);
  if (figure.is_bound()) number = book.word("label.at_least") + ' ' + number;
  return number;
}

std::string bare_period_text(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr) return {};
  if (const std::string* known = known_text(book, figure, &PeriodTexts::bare)) return *known;
  return date_text(book, book.measured.cube.period(figure.observation->period));
}

std::string bare_as_of_text(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr) return {};
  if (const std::string* known = known_text(book, figure, &PeriodTexts::as_of)) return *known;
  return as_of_date_text(book, book.measured.cube.period(figure.observation->period));
}

std::string period_text(const Book& book, const Figure& figure) {
  return marked_plan(book, figure, bare_period_text(book, figure));
}

std::string as_of_text(const Book& book, const Figure& figure) {
  return marked_plan(book, figure, bare_as_of_text(book, figure));
}

std::string bare_parts_text(const Book& book, const Figure& figure) {
  const IndicatorKind kind = book.indicator(figure.indicator).kind;
  if (figure.observation == nullptr || kind == IndicatorKind::count || kind == IndicatorKind::value)
    return {};
  const Observation& seen = *figure.observation;
  if (!seen.numerator || !seen.denominator) return {};
  return to_shown(*seen.numerator) + " / " + to_shown(*seen.denominator);
}

std::string parts_text(const Book& book, const Figure& figure) {
  const std::string parts = bare_parts_text(book, figure);
  if (parts.empty()) return parts;
  const Indicator& indicator = book.indicator(figure.indicator);
  // A share of a prefecture's municipalities counts what that prefecture has: 19市町村.
  const bool own = indicator.kind == IndicatorKind::share_of_areas &&
                   indicator.count_unit == book.word("kind.municipalities") &&
                   book.areas.at(figure.area).level == AreaLevel::prefecture;
  return measured_text(book, parts,
                       own ? municipality_word(book, figure.area) : indicator.count_unit);
}

std::string source_text(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr || figure.observation->source < 0) return {};
  return book.source(figure.observation->source).publisher;
}

std::vector<std::string> flag_words(const Book& book, const Figure& figure) {
  std::vector<std::string> words;
  if (figure.observation == nullptr || figure.observation->flags == 0) return words;
  for (const auto& [flag, word] :
       {std::pair{provisional, "state.provisional"}, std::pair{revised, "state.revised"},
        std::pair{corrected, "state.corrected"}, std::pair{planned, "state.planned"}})
    if (figure.observation->has(flag)) words.push_back(book.word(word));
  return words;
}

std::string flag_tag(const Book& book, const Figure& figure) {
  std::string tag;
  if (figure.observation == nullptr || figure.observation->flags == 0) return tag;
  for (const std::string& word : flag_words(book, figure)) tag += (tag.empty() ? "" : " ") + word;
  return tag;
}

}  // namespace yokoten
