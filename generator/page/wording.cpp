#include "page/wording.h"

#include <initializer_list>
#include <utility>

#include "base/count_text.h"
#include "base/japanese_marks.h"

namespace yokoten {

const std::string& unit_behind(const Book& book, const std::string& number,
                               const std::string& unit) {
  const auto& singulars = book.publication.singulars;
  const auto one = number == "1" ? singulars.find(unit) : singulars.end();
  return one == singulars.end() ? unit : one->second;
}

std::string measured_text(const Book& book, const std::string& number, const std::string& unit) {
  if (unit.empty() || unit == "%") return number + unit;
  return book.word("join.unit", {number, unit_behind(book, number, unit)});
}

std::string unit_joined(const Book& book, const std::string& number, const std::string& unit) {
  return measured_text(book, number, unit).substr(number.size());
}

std::string titled_unit(const Book& book, const std::string& title, const std::string& unit) {
  return unit.empty() ? title : bracketed(book, title, unit);
}

std::string marked_plan(const Book& book, const Figure& figure, std::string date) {
  if (figure.is_planned() && (figure.has_value() || figure.is_bound()))
    add_listed(book, date, book.word("state.planned"));
  return date;
}

std::string planned_title(const Book& book, const Figure& figure, const std::string& title) {
  return figure.is_planned() ? bracketed(book, title, book.word("state.planned")) : title;
}

std::string bracketed(const Book& book, const std::string& text, const std::string& inside) {
  return book.word("join.brackets", {text, inside});
}

std::string joined(const Book& book, const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) add_listed(book, all, text);
  return all;
}

void add_listed(const Book& book, std::string& list, const std::string& text) {
  if (!list.empty() && !text.empty()) list += book.word("join.comma");
  list += text;
}

void add_sentence(const Book& book, std::string& text, const std::string& sentence) {
  if (!text.empty() && !sentence.empty()) text += book.word("join.gap");
  text += sentence;
}

const std::string& kind_word(const Book& book, AreaLevel level) {
  return book.word(level == AreaLevel::prefecture ? "kind.prefectures" : "kind.municipalities");
}

std::string municipality_heading(const Book& book, int prefecture) {
  return book.publication.language == "ja" ? municipality_word(book, prefecture)
                                           : book.word("label.municipality");
}

std::string printed_text(const Book& book, const std::string& text) {
  if (book.publication.language == "ja") return text;
  const auto at = book.publication.printed.find(text);
  return at == book.publication.printed.end() ? japanese_marked(text) : at->second;
}

std::string printed_text(const Book& book, int source, const std::string& text) {
  const auto& printed = book.publication.printed;
  const auto own =
      printed.empty() ? printed.end() : printed.find(book.source(source).file + '\n' + text);
  return own == printed.end() ? printed_text(book, text) : own->second;
}

std::string other_name(const Book& book, const Area& area) {
  return book.publication.language == "ja" ? area.reading : japanese_marked(area.japanese);
}

std::string quoted_cell(const Book& book, const std::string& text) {
  return book.word("join.quote", {printed_text(book, text)});
}

ChartWords chart_words(const Book& book) {
  ChartWords words;
  words.singulars = book.publication.singulars;
  for (const auto& [key, text] : std::initializer_list<std::pair<const char*, std::string*>>{
           {"join.unit", &words.with_unit},
           {"join.brackets", &words.in_brackets},
           {"join.comma", &words.comma},
           {"join.dot", &words.dot},
           {"join.stop", &words.stop},
           {"join.gap", &words.gap},
           {"chart.say_source", &words.source},
           {"chart.no_value", &words.no_value},
           {"chart.plan", &words.planned},
           {"chart.say_year", &words.year},
           {"chart.say_month", &words.month},
           {"chart.say_fiscal_year", &words.fiscal_year},
           {"chart.say_day", &words.day},
           {"chart.say_date", &words.date},
           {"chart.say_latest", &words.latest},
           {"chart.say_ends", &words.ends},
           {"sentence.end_of_several", &words.several},
           {"chart.say_case", &words.case_of},
           {"chart.say_missing", &words.missing}})
    *text = book.word(key);
  return words;
}

std::string counted_kind(const Book& book, std::int64_t count, const std::string& kind) {
  return measured_text(book, count_text(count), kind);
}

}  // namespace yokoten
