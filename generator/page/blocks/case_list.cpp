#include <algorithm>

#include "base/html_text.h"
#include "base/lists.h"
#include "model/listed_case.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// The first area of the case that is there; the nation where none is.
int main_area(const Areas& areas, const ListedCase& listed) {
  for (const std::string& code : listed.area_codes)
    if (const int area = areas.by_code(code); area != Areas::none) return area;
  return Areas::nation;
}

// 居宅介護支援; 訪問介護 → 居宅介護支援、訪問介護
std::string shown_list(const Book& book, std::string text) {
  const std::string& comma = book.word("join.comma");
  for (std::size_t at = text.find("; "); at != std::string::npos; at = text.find("; ", at))
    text.replace(at, 2, comma);
  return printed_text(book, text);
}

/// Cases that others have published, side by side, each with the way to its own page.
class CaseList final : public Block {
 public:
  explicit CaseList(Options& options)
      : sources_(options.sources()), of_(options.word("of", {"all", "area", "tag"})) {
    const auto& all = options.book().publication.sources;
    for (const int source : sources_)
      if (options.book().source(source).kind != SourceKind::cases)
        report_error(options.findings(), options.toml().place("sources"), "block.source",
                     {"case-list の sources には kind = \"cases\" の資料を書きます",
                      "sources of case-list are those of kind = \"cases\""});
    if (of_ == "tag" && options.each() != Each::case_tag)
      report_error(options.findings(), options.toml().place("of"), "block.tag",
                   {"of = \"tag\" は、前書きに each: case-tag とあるページだけで使えます",
                    "of = \"tag\" can only stand on a page with each: case-tag"});
    if (options.toml().take("sources") != nullptr) return;
    for (std::size_t at = 0; at < all.size(); ++at)
      if (all[at].kind == SourceKind::cases) sources_.push_back(static_cast<int>(at));
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    std::vector<ListedCase> chosen;
    for (const int source : sources_)
      for (ListedCase& each : listed_cases(book.publication, source))
        if (!each.title.empty() && is_wanted(context, each)) chosen.push_back(std::move(each));
    if (chosen.empty()) return {};
    const auto code = [&](const ListedCase& each) {
      const int area = main_area(book.areas, each);
      return book.areas.at(book.areas.prefecture_of(area)).code;
    };
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](const auto& a, const auto& b) { return code(a) < code(b); });
    return table_html(context, frame_of(context, chosen));
  }

 private:
  bool is_wanted(const Context& context, const ListedCase& listed) const {
    const Areas& areas = context.book.areas;
    const auto lies_in = [&](int wanted) {
      return std::any_of(listed.area_codes.begin(), listed.area_codes.end(), [&](const auto& code) {
        const int area = areas.by_code(code);
        return area != Areas::none && (area == wanted || areas.prefecture_of(area) == wanted);
      });
    };
    if (of_ == "area") return context.area != Areas::none && lies_in(context.area);
    if (of_ == "all") return true;
    if (context.tag == nullptr) return false;
    switch (context.tag->kind) {
      case TagKind::theme:
        return holds(listed.theme_codes, context.tag->code);
      case TagKind::technology:
        return holds(listed.technology_codes, context.tag->code);
      case TagKind::service:
        return holds(listed.service_codes, context.tag->code);
      case TagKind::area:
        break;
    }
    return lies_in(context.tag->area);
  }

  static std::string who(const Book& book, const ListedCase& listed) {
    const int area = main_area(book.areas, listed);
    if (area == Areas::nation) return book.source(listed.source).publisher;
    return book.areas.at(book.areas.prefecture_of(area)).name;
  }

  static std::string status_text(const Book& book, const ListedCase& listed) {
    if (listed.status == "planned") return book.word("state.planned");
    return listed.status == "done" ? book.word("case.done") : std::string();
  }

  static TableRow row_of(const Book& book, const ListedCase& listed) {
    TableRow row;
    row.name = who(book, listed);
    TableCell title = text_cell(listed.title);
    if (is_public_address(listed.address)) {
      title.link = listed.address;
      title.tag = book.word("case.outside");
    }
    const std::string status = status_text(book, listed);
    row.cells = {title, text_cell(shown_list(book, listed.areas)),
                 text_cell(shown_list(book, listed.services)),
                 status.empty() ? state_cell(book.word("project.not_told")) : text_cell(status),
                 listed.effects.empty() ? state_cell(book.word("case.no_effects"))
                                        : text_cell(shown_list(book, listed.effects))};
    return row;
  }

  TableFrame frame_of(const Context& context, const std::vector<ListedCase>& chosen) const {
    const Book& book = context.book;
    TableFrame frame;
    frame.caption = book.word("case.list");
    frame.loose = true;
    for (const char* word : {"case.who", "case.title", "case.area", "case.service", "case.status",
                             "case.part_effects"})
      frame.columns.push_back({.title = book.word(word), .unit = {}});
    for (const ListedCase& each : chosen) frame.rows.push_back(row_of(book, each));
    std::string publishers;
    for (const int source : sources_) {
      const bool shown = std::any_of(chosen.begin(), chosen.end(),
                                     [&](const auto& each) { return each.source == source; });
      if (shown) add_listed(book, publishers, book.source(source).publisher);
    }
    frame.source_html = html_text(book.word("label.source_mark") + ' ' + publishers);
    return frame;
  }

  std::vector<int> sources_;
  std::string of_;
};

}  // namespace

std::unique_ptr<Block> make_case_list(Options& options) {
  return std::make_unique<CaseList>(options);
}

}  // namespace yokoten
