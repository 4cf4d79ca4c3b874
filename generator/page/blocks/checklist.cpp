#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/duties.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

std::string places_html(const Context& context, const Duty& duty) {
  std::string html;
  for (const DutyPlace& each : duty.places)
    add_listed(context.book, html, link_html(context.link(each.path), each.title));
  return html;
}

std::string detail_html(const Context& context, const Duty& duty) {
  const Book& book = context.book;
  if (duty.state == Duty::State::met) return places_html(context, duty);
  if (duty.state == Duty::State::later) return html_text(duty.lacks.ja);
  if (duty.state != Duty::State::waived) return {};
  const Waiver& waiver = *duty.waiver;
  return html_text(book.word(
      "duty.waiver", {waiver.reason, waiver.decided_by, date_text(book, waiver.decided_on)}));
}

ListRow duty_row(const Context& context, const Duty& duty) {
  const Book& book = context.book;
  std::string title = duty_title(book, duty.item);
  if (!duty.binding) title += book.word("duty.advised");
  const std::string detail = detail_html(context, duty);
  const std::string text = "<b>" + html_text(title) + "</b>";
  return {.term = book.word("duty." + std::string(duty_state_word(duty.state))),
          .html = detail.empty() ? text : text + "<br>" + detail,
          .date = {},
          .strong = duty.blocks()};
}

/// What the programmes bind the prefecture to publish, and where this publication does so.
class Checklist final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    std::string html;
    for (std::size_t at = 0; at < book.publication.programmes.size(); ++at) {
      std::vector<ListRow> rows;
      for (const Duty& duty : context.duties)
        if (duty.programme == at) rows.push_back(duty_row(context, duty));
      if (rows.empty()) continue;
      const Programme& programme = book.publication.programmes[at];
      html += fmt::format("<h3>{}</h3>\n{}", html_text(programme.title), rows_html(context, rows));
    }
    if (!html.empty()) return html;
    return fmt::format("<p>{}</p>\n", html_text(book.word("duty.none")));
  }
};

}  // namespace

std::unique_ptr<Block> make_checklist(Options& /*options*/) {
  return std::make_unique<Checklist>();
}

}  // namespace yokoten
