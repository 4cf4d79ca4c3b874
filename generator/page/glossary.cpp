#include "page/glossary.h"

#include "page/terms.h"

namespace yokoten {

std::string glossary_html(Context& context, const std::vector<const GlossaryTerm*>& terms) {
  if (terms.empty()) return {};
  std::vector<View> views;
  for (const GlossaryTerm* term : terms)
    views.push_back(
        View().text("id", "term-" + term->id).text("name", term->name).text("text", term->text));
  return context.templates.filled("glossary", View().list("terms", std::move(views)));
}

std::string with_terms(Context& context, std::string content, const std::string& all_terms) {
  if (!context.book.terms) return content;
  std::vector<const GlossaryTerm*> found;
  std::string html = context.book.terms->marked(std::move(content), found);
  if (found.empty()) return html;
  View view;
  view.text("list_html", glossary_html(context, found))
      .text("href", all_terms.empty() ? all_terms : context.link(all_terms));
  html += context.templates.filled("page_terms", view);
  return html;
}

}  // namespace yokoten
