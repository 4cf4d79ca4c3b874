#include <algorithm>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/raw_rows.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

bool is_agreement(const Finding& finding) {
  return finding.code == "total.agrees" || finding.code == "rate.agrees";
}

// A warning about a row leads to its area's page, which tells it in full.
std::string warning_html(const Context& context, const Finding& finding) {
  const int area = area_of(context.book, finding);
  if (area == Areas::none || area == Areas::nation || !context.book.areas.has_page(area))
    return html_text(reader_text(context.book, finding));
  return link_html(context.page_link(context.book.areas.path(area) + "#check"),
                   reader_text(context.book, finding));
}

// The agreements of a source in one line: the first ones in full, or only how many there are.
std::string agreements_html(const Context& context, int source, bool brief) {
  constexpr int shown = 2;
  const Book& book = context.book;
  std::string text;
  int count = 0;
  for (const Finding& finding : book.findings.all()) {
    if (!is_agreement(finding) || source_of(book, finding.place) != source) continue;
    if (++count <= shown) add_sentence(book, text, reader_text(book, finding));
  }
  if (count == 0) return {};
  if (brief)
    return source_link_html(context, source) +
           html_text(book.word("page.checks_agree", {count_text(count)}));
  if (count > shown)
    add_sentence(book, text, book.word("page.and_more", {count_text(count - shown)}));
  return source_link_html(context, source) + "<br>" + html_text(text);
}

std::string readings_html(const Context& context, bool brief) {
  const Book& book = context.book;
  if (!brief) return html_text(readings_text(book));
  const int count = readings_count(book);
  if (count == 0) return {};
  return link_html(context.page_link("data/#corrections"),
                   book.word("page.readings_count", {count_text(count)}));
}

/// What was reconciled, what was read as something else, and what does not fit.
class Checks final : public Block {
 public:
  explicit Checks(Options& options) : brief_(options.toml().truth("brief")) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    std::vector<ListRow> rows;
    for (int source = 0; source < static_cast<int>(book.publication.sources.size()); ++source) {
      const std::string html = agreements_html(context, source, brief_);
      if (!html.empty()) rows.push_back({book.word("label.matches"), html, {}});
    }
    const std::string readings = readings_html(context, brief_);
    if (!readings.empty()) rows.push_back({book.word("label.read_as"), readings, {}});
    for (const Finding& finding : book.findings.all())
      if (finding.level == Level::warning)
        rows.push_back({book.word("state.to_check"), warning_html(context, finding), {}, true});
    return rows_html(context, rows);
  }

 private:
  bool brief_;
};

}  // namespace

std::unique_ptr<Block> make_checks(Options& options) { return std::make_unique<Checks>(options); }

}  // namespace yokoten
