#include "page/case_parts.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/before_after.h"
#include "page/case_cards.h"
#include "page/dates.h"
#include "page/row_lists.h"
#include "page/similar_cases.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::size_t most_similar = 3;

// A link to the page of the tag, where there is one.
std::string tag_html(const Context& context, TagKind kind, const std::string& code,
                     const std::string& name) {
  for (const CaseTag& tag : context.book.case_tags())
    if (tag.kind == kind && tag.code == code)
      if (const std::string href = context.page_link(tag.path); !href.empty())
        return link_html(href, name);
  return html_text(name);
}

std::string areas_html(const Context& context, const GoodPractice& practice) {
  const Book& book = context.book;
  std::vector<std::string> links;
  for (const int area : areas_of(practice, book.areas))
    links.push_back(tag_html(context, TagKind::area, book.areas.at(area).code,
                             place_name(book.areas, book.home, area)));
  return joined(context.book, links);
}

std::string services_html(const Context& context, const GoodPractice& practice) {
  std::vector<std::string> links;
  for (const ServiceType* each : practice.services)
    links.push_back(tag_html(context, TagKind::service, std::string(address_code(*each)),
                             std::string(name_in(*each, context.book.publication.language))));
  return joined(context.book, links);
}

std::string words_html(const Context& context, TagKind kind, const std::vector<CaseWord>& words,
                       const std::vector<std::string>& codes) {
  std::vector<std::string> links;
  for (const std::string& code : codes)
    if (const CaseWord* word = case_word(words, code))
      links.push_back(tag_html(context, kind, word->code, word->title));
  return joined(context.book, links);
}

std::string award_text(const Book& book, const CaseAward& award) {
  const std::string year = date_text(
      book, Period{.kind = PeriodKind::fiscal_year, .year = static_cast<std::int16_t>(award.year)});
  return award.prize.empty() ? book.word("case.award_of", {year, award.name})
                             : book.word("case.prize_of", {year, award.name, award.prize});
}

std::string caption_text(const Book& book, const CasePhoto& photo) {
  const std::string credit = photo.credit.empty() ? "" : book.word("case.credit", {photo.credit});
  const std::string taken =
      photo.taken.empty() ? "" : book.word("case.taken", {date_text(book, photo.taken)});
  return credit.empty() || taken.empty() ? credit + taken : joined(book, {credit, taken});
}

std::string similar_html(Context& context, const GoodPractice& practice) {
  // In a collection all cases are at hand.
  if (context.is_collected) return {};
  const Book& book = context.book;
  std::vector<CaseCard> cards;
  for (const SimilarCase& each :
       similar_cases(book.publication, book.areas, book.home, practice, most_similar))
    for (const CaseEntry& entry : context.cases)
      if (entry.practice == each.practice) cards.push_back({&entry, similar_text(book, each)});
  return case_cards_html(context, cards);
}

std::string facts_html(Context& context, const GoodPractice& practice) {
  const Book& book = context.book;
  const CaseWords& words = book.publication.case_words;
  std::vector<KeyRow> rows;
  const auto add = [&](const char* word, const std::string& html) {
    if (!html.empty()) rows.push_back({book.word(word), html});
  };
  add("case.area", areas_html(context, practice));
  add("case.service", services_html(context, practice));
  if (const CaseWord* size = size_word(words.sizes, practice.size))
    add("case.size", html_text(size->title));
  add("case.technology",
      words_html(context, TagKind::technology, words.technologies, practice.technologies));
  add("case.theme", words_html(context, TagKind::theme, words.themes, practice.themes));
  if (practice.award) add("case.award", html_text(award_text(book, *practice.award)));
  if (practice.status == CaseStatus::planned)
    add("case.status", html_text(book.word("case.planned")));
  if (practice.status == CaseStatus::done) add("case.status", html_text(book.word("case.done")));
  return key_values_html(context, rows);
}

// The first one comes with the page, later ones when they are scrolled to; what is to be printed
// has them all.
std::string photos_html(Context& context, const GoodPractice& practice) {
  if (practice.photos.empty()) return {};
  std::vector<View> photos;
  for (const CasePhoto& each : practice.photos)
    photos.push_back(View()
                         .text("src", context.link(in_address(each.path)))
                         .text("alt", each.alt)
                         .text("width", std::to_string(each.width))
                         .text("height", std::to_string(each.height))
                         .flag("later", !context.is_collected && &each != &practice.photos.front())
                         .text("caption", caption_text(context.book, each)));
  return context.templates.filled("photos", View().list("photos", std::move(photos)));
}

}  // namespace

const GoodPractice* practice_of(const Publication& publication, const std::string& file) {
  for (const GoodPractice& each : publication.practices)
    if (each.file == file) return &each;
  return nullptr;
}

std::string case_part_html(Context& context, const GoodPractice& practice, std::string_view part) {
  context.shown_parts.insert(std::string(part));
  const Book& book = context.book;
  if (part == "facts") return facts_html(context, practice);
  if (part == "photos") return photos_html(context, practice);
  if (part == "similar") return similar_html(context, practice);
  const auto areas = areas_of(practice, book.areas);
  return before_after_html(context, practice.effects, areas.empty() ? Areas::none : areas.front(),
                           book.word("case.part_effects"));
}

std::string case_section(Context& context, const GoodPractice& practice, std::string_view part) {
  if (context.shown_parts.contains(std::string(part))) return {};
  const std::string html = case_part_html(context, practice, part);
  if (html.empty()) return {};
  return fmt::format(
      "<section class=\"sec\" id=\"case-{0}\" aria-labelledby=\"case-{0}-h\"><header><h2 "
      "id=\"case-{0}-h\">{1}</h2></header>\n{2}</section>\n",
      part, html_text(context.book.word(fmt::format("case.part_{}", part))), html);
}

std::string case_facts_section(Context& context, const GoodPractice& practice) {
  return case_section(context, practice, case_parts.front());
}

std::string case_other_sections(Context& context, const GoodPractice& practice) {
  std::string html;
  for (const std::string_view part : case_parts)
    if (part != case_parts.front()) html += case_section(context, practice, part);
  return html;
}

}  // namespace yokoten
