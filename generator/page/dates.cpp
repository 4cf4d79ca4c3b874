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

}  // namespace yokoten
