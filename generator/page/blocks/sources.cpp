#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// When its figures are of: of all of it, of its rows, or nothing where it states none.
std::string stated_date(const Book& book, const Source& source) {
  if (!source.as_of.empty()) return date_text(book, source.as_of);
  if (source.period) return date_text(book, *source.period);
  if (source.period_column.empty()) return {};
  return book.word("page.as_of_column", {printed_text(book, source.period_column)});
}

std::vector<KeyRow> provenance(const Context& context, int id) {
  const Book& book = context.book;
  const Source& source = book.source(id);
  std::vector<KeyRow> rows;
  add_text(rows, book.word("label.publisher"), source.publisher);
  add_text(rows, book.word("page.document"), source.document);
  const std::string as_of = stated_date(book, source);
  add_text(rows, book.word("page.as_of_term"), as_of.empty() ? book.word("page.no_as_of") : as_of);
  rows.back().state = as_of.empty();
  add_text(rows, book.word("label.published"), date_text(book, source.published));
  add_text(rows, book.word("label.fetched"), date_text(book, source.retrieved));
  rows.push_back({book.word("label.raw_file"), raw_link_html(context, id)});
  read_notes::add_more();  // the hash is that of the cells
  // Few small counts could be found again by trying all.
  if (!source.sha256.empty() && gives_file(source))
    rows.push_back({"SHA-256", fmt::format("<code>{}</code>", html_text(source.sha256))});
  add_text(rows, book.word("label.licence"), source.licence);
  add_text(rows, book.word("page.source_note"), source.note);
  return rows;
}

/// Every source with where it is from.
class Sources final : public Block {
 public:
  std::string html(Context& context) const override {
    std::string html;
    for (int id = 0; id < static_cast<int>(context.book.publication.sources.size()); ++id) {
      const Source& source = context.book.source(id);
      html += fmt::format("<div><h3 id=\"source-{}\">{}</h3>\n", html_text(source.id),
                          html_text(source.title));
      html += key_values_html(context, provenance(context, id)) + "</div>\n";
    }
    return html.empty() ? html : "<div class=\"half provenance\">\n" + html + "</div>\n";
  }
};

}  // namespace

std::unique_ptr<Block> make_sources(Options&) { return std::make_unique<Sources>(); }

}  // namespace yokoten
