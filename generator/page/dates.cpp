#include "page/dates.h"

#include "model/period_words.h"

namespace yokoten {

std::string date_text(const Book& book, Period period) {
  if (std::string_view(book.publication.language) == "en") return to_english(period);
  return book.publication.both_years ? to_japanese_with_era(period) : to_japanese(period);
}

std::string as_of_date_text(const Book& book, Period period) {
  const bool moment = period.kind == PeriodKind::month || period.kind == PeriodKind::day;
  const std::string text = date_text(book, period);
  return moment ? book.word("label.as_of", {text}) : text;
}

std::string date_text(const Book& book, const std::string& moment) {
  const auto period = parse_period(moment);
  return period ? date_text(book, *period) : moment;
}

PeriodTexts period_texts_of(const Book& book) {
  const Cube& cube = book.measured.cube;
  PeriodTexts texts;
  for (int id = 0; id < cube.periods(); ++id) {
    texts.bare.push_back(date_text(book, cube.period(id)));
    texts.as_of.push_back(as_of_date_text(book, cube.period(id)));
  }
  return texts;
}

const std::string* known_text(const Book& book, const Figure& figure,
                              std::vector<std::string> PeriodTexts::*which) {
  const auto period = static_cast<std::size_t>(figure.observation->period);
  const bool is_known = book.period_texts && period < ((*book.period_texts).*which).size();
  return is_known ? &((*book.period_texts).*which)[period] : nullptr;
}

}  // namespace yokoten
