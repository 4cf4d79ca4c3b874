#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

std::string adding_up(const Book& book, const Indicator& indicator) {
  if (!indicator.adds_up) return book.word("label.adds_up_none");
  switch (indicator.kind) {
    case IndicatorKind::ratio:
      return book.word("label.adds_up_ratio");
    case IndicatorKind::count:
      return book.word("label.adds_up_count");
    case IndicatorKind::share_of_areas:
      return book.word("label.adds_up_share");
    case IndicatorKind::outcome:
      return book.word("label.adds_up_outcome");
    case IndicatorKind::share_of_units:
      return book.word("label.adds_up_units");
    case IndicatorKind::value:
      break;
  }
  return book.word("label.adds_up_none");
}

// The source's own words say more than a direction: 減少幅の維持.
std::string direction(const Book& book, const Indicator& indicator) {
  if (indicator.row && !indicator.row->better.empty()) return indicator.row->better;
  if (indicator.better == Better::higher) return book.word("label.better_higher");
  return book.word(indicator.better == Better::lower ? "label.better_lower" : "label.better_none");
}

// As the block `status` says it.
KeyRow next_release(const Book& book, const Indicator& indicator) {
  const std::string term = book.word("label.next_release");
  const auto next = parse_period(indicator.next_expected);
  if (!next) return {term, html_text(book.word("label.no_next_release")), true};
  const auto today = parse_period(book.publication.as_of);
  const bool over = today && last_day(*next) < last_day(*today);
  return {term, html_text(book.word(over ? "status.overdue" : "status.expected",
                                    {date_text(book, *next)}))};
}

void add_framework(std::vector<KeyRow>& rows, const Book& book, const FrameworkRow& row) {
  add_text(rows, book.word("page.framework_title"), row.title);
  add_text(rows, book.word("page.framework_group"), row.group);
  add_text(rows, book.word("page.framework_basis"), row.basis);
  add_text(rows, book.word("page.framework_definition"), row.definition);
  if (row.by_service)
    add_text(rows, book.word("page.framework_by_service"), book.word("page.by_service_yes"));
}

/// What the page's indicator counts and how.
class Definition final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const Indicator& indicator = book.indicator(context.indicator);
    const bool whole = indicator.denominator_name.empty();
    std::vector<KeyRow> rows;
    add_text(rows, book.word(whole ? "page.counted" : "label.numerator"), indicator.numerator_name);
    add_text(rows, book.word("label.denominator"), indicator.denominator_name);
    add_text(rows, book.word("label.adds_up"), adding_up(book, indicator));
    add_text(rows, book.word("label.better"), direction(book, indicator));
    if (indicator.row) add_framework(rows, book, *indicator.row);
    rows.push_back(next_release(book, indicator));
    return key_values_html(context, rows);
  }
};

}  // namespace

std::unique_ptr<Block> make_definition(Options& options) {
  if (options.on_indicator_page()) return std::make_unique<Definition>();
  report_error(options.findings(), options.toml().place(), "block.page",
               {"definition は each: indicator のページに置きます",
                "definition stands on pages with each: indicator only"});
  return nullptr;
}

}  // namespace yokoten
