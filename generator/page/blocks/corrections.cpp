#include <fmt/format.h>

#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/reading_text.h"
#include "page/source_text.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

TableRow correction_row(const Context& context, const Correction& correction) {
  const Book& book = context.book;
  const int source = book.publication.source(correction.source);
  TableRow row;
  row.name = as_written(book, correction.printed);
  TableCell from = text_cell(source < 0 ? correction.source : book.source(source).title);
  if (source >= 0) from.link = source_link(context, source);
  row.cells = {text_cell(as_written(book, correction.corrected)),
               from,
               number_cell(std::to_string(correction.row)),
               text_cell(printed_text(book, correction.column)),
               text_cell(correction.reason),
               text_cell(fmt::format("{} {}", correction.decided_by,
                                     date_text(book, correction.decided_on)))};
  if (correction.area != Areas::none) row.cells[0].link = context.area_link(correction.area);
  return row;
}

/// All corrections of printed texts.
class Corrections final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (book.publication.corrections.empty()) return {};
    TableFrame frame;
    frame.caption = book.word("page.corrections");
    frame.loose = true;
    frame.columns = {{.title = book.word("page.printed"), .unit = {}},
                     {.title = book.word("page.corrected"), .unit = {}},
                     {.title = book.word("label.source"), .unit = {}},
                     {.title = book.word("page.row"), .unit = {}, .number = true},
                     {.title = book.word("page.column"), .unit = {}},
                     {.title = book.word("page.reason"), .unit = {}},
                     {.title = book.word("page.decided"), .unit = {}}};
    for (const Correction& each : book.publication.corrections) {
      context.told.insert(&each);
      frame.rows.push_back(correction_row(context, each));
    }
    return table_html(context, frame);
  }
};

}  // namespace

std::unique_ptr<Block> make_corrections(Options&) { return std::make_unique<Corrections>(); }

}  // namespace yokoten
