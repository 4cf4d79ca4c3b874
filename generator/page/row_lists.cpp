#include "page/row_lists.h"

#include "base/html_text.h"

namespace yokoten {

void add_text(std::vector<KeyRow>& rows, const std::string& term, const std::string& text) {
  if (!text.empty()) rows.push_back({term, html_text(text)});
}

View key_values_view(const std::vector<KeyRow>& rows) {
  std::vector<View> views;
  for (const KeyRow& row : rows)
    views.push_back(
        View().text("term", row.term).text("text_html", row.html).flag("state", row.state));
  return View().list("rows", std::move(views));
}

std::string key_values_html(Context& context, const std::vector<KeyRow>& rows) {
  return rows.empty() ? std::string()
                      : context.templates.filled("key_values", key_values_view(rows));
}

std::string rows_html(Context& context, const std::vector<ListRow>& rows) {
  if (rows.empty()) return {};
  std::vector<View> views;
  for (const ListRow& row : rows)
    views.push_back(View()
                        .text("datetime", row.date)
                        .text("term", row.term)
                        .flag("strong", row.strong)
                        .text("text_html", row.html));
  return context.templates.filled("rows", View().list("rows", std::move(views)));
}

std::string note_html(Context& context, const NoteText& note) {
  View view;
  view.text("id", note.id)
      .text("title", note.title)
      .text("text_html", note.html)
      .flag("plain", note.plain);
  return context.templates.filled("note", view);
}

std::string withheld_html(Context& context) {
  const std::string text = html_text(context.book.word("page.table_withheld"));
  return note_html(context, {.title = {}, .html = text, .id = {}, .plain = true});
}

}  // namespace yokoten
