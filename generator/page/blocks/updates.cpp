#include <algorithm>

#include "page/blocks/makers.h"
#include "page/row_lists.h"
#include "page/source_text.h"

namespace yokoten {
namespace {

Period period_of(const Source& source) { return parse_period(source.as_of).value_or(Period{}); }

/// Sources by the date that they describe, newest first; those that state none stand last, since
/// the date of a paper says nothing of how old its figures are.
class Updates final : public Block {
 public:
  explicit Updates(Options& options) : limit_(options.toml().integer("limit", 1, 1000)) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    std::vector<int> sources;
    for (int at = 0; at < static_cast<int>(book.publication.sources.size()); ++at)
      sources.push_back(at);
    std::stable_sort(sources.begin(), sources.end(), [&](int a, int b) {
      return order(period_of(book.source(a)), period_of(book.source(b))) > 0;
    });
    if (limit_ && sources.size() > static_cast<std::size_t>(*limit_))
      sources.resize(static_cast<std::size_t>(*limit_));
    std::vector<ListRow> rows;
    for (const int source : sources) rows.push_back(row(context, source));
    return rows_html(context, rows);
  }

 private:
  static ListRow row(const Context& context, int source) {
    const std::string& moment = context.book.source(source).as_of;
    const bool dated = !moment.empty();
    return {.term = dated ? moment : context.book.word("page.no_date"),
            .html = source_link_html(context, source),
            .date = moment};
  }

  std::optional<std::int64_t> limit_;
};

}  // namespace

std::unique_ptr<Block> make_updates(Options& options) { return std::make_unique<Updates>(options); }

}  // namespace yokoten
