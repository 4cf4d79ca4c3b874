#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/table_frame.h"
#include "page/target_text.h"

namespace yokoten {
namespace {

// Why there is nothing to say of the whole: what there is instead.
std::string no_total_text(const Book& book, const Figure& figure) {
  const Instead instead = has_instead(book, figure);
  if (instead == Instead::nothing) return missing_text(book, figure);
  return book.word(instead == Instead::parts ? "page.no_total" : "page.no_whole");
}

TableCell value_cell(const Book& book, const Figure& figure) {
  if (!figure.has_value() && !figure.is_bound())
    return number_state_cell(no_total_text(book, figure));
  TableCell cell = number_cell(value_text(book, figure), true);
  cell.tag = flag_tag(book, figure);
  return cell;
}

TableCell target_cell(const Book& book, int id) {
  const Target* next = next_target(book, id);
  if (next == nullptr || next->kind == Target::Kind::not_set)
    return number_state_cell(book.word("state.not_set"));
  return number_cell(dated_target_text(book, id, *next));
}

TableRow indicator_row(const Context& context, int id) {
  const Book& book = context.book;
  const Figure figure = newest_figure(book, id, book.home);
  TableRow row;
  row.name = short_title(book, id);
  row.link = context.indicator_link(id);
  row.cells = {value_cell(book, figure), number_cell(bare_period_text(book, figure)),
               target_cell(book, id)};
  return row;
}

/// All indicators, a table a stage.
class Indicators final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const std::vector<std::string> stages = stages_of(book);
    std::string html;
    for (const std::string& stage : stages) {
      const std::string name = stage.empty() ? book.word("page.other_indicators") : stage;
      if (stages.size() > 1) html += "<h3>" + html_text(name) + "</h3>\n";
      html += stage_html(context, name, indicators_of_stage(book, stage));
    }
    return html;
  }

 private:
  static std::string stage_html(Context& context, const std::string& name,
                                const std::vector<int>& ids) {
    const Book& book = context.book;
    TableFrame frame;
    frame.caption = name;
    frame.loose = true;
    frame.columns = {{.title = book.word("page.indicator"), .unit = {}},
                     {.title = book.word("page.newest_of", {book.areas.at(book.home).name}),
                      .unit = {},
                      .number = true},
                     {.title = book.word("page.period"), .unit = {}, .number = true},
                     {.title = book.word("page.next_target"), .unit = {}, .number = true}};
    for (const int id : ids) frame.rows.push_back(indicator_row(context, id));
    return table_html(context, frame);
  }
};

}  // namespace

std::unique_ptr<Block> make_indicators(Options&) { return std::make_unique<Indicators>(); }

}  // namespace yokoten
