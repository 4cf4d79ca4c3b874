#include "page/case_cards.h"

#include "page/plain_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

View card_view(const Context& context, const CaseCard& card) {
  const Book& book = context.book;
  const CaseEntry& entry = *card.entry;
  // The fact speaks of the case's area, wherever it is listed.
  const Context own = context.of_case(entry);
  const std::string place =
      entry.planned ? bracketed(book, entry.place, book.word("state.planned")) : entry.place;
  return View()
      .text("place", place)
      .text("href", context.link(entry.path))
      .text("title", entry.title)
      .text("fact", plain_text(own.html(entry.fact)))
      .text("summary", entry.summary)
      .text("why", card.why);
}

}  // namespace

std::string case_cards_html(Context& context, const std::vector<CaseCard>& cards) {
  if (cards.empty()) return {};
  std::vector<View> views;
  for (const CaseCard& each : cards) views.push_back(card_view(context, each));
  return context.templates.filled(
      "cases",
      View().list("cases", std::move(views)).text("columns", cards.size() == 3 ? "c3" : ""));
}

}  // namespace yokoten
