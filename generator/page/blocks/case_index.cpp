#include <algorithm>
#include <array>

#include "base/count_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"

namespace yokoten {
namespace {

struct TagGroup {
  TagKind kind;
  std::string_view by;    ///< the word in `by`
  std::string_view name;  ///< its id, and the key of its title
};

constexpr std::array<TagGroup, 5> tag_groups = {{{TagKind::theme, "theme", "theme"},
                                                 {TagKind::technology, "technology", "technology"},
                                                 {TagKind::service, "service", "service"},
                                                 {TagKind::area, "area", "prefecture"},
                                                 {TagKind::area, "area", "municipality"}}};

bool is_in(const Book& book, const TagGroup& group, const CaseTag& tag) {
  if (tag.kind != group.kind) return false;
  if (tag.kind != TagKind::area) return true;
  const bool whole = book.areas.prefecture_of(tag.area) == tag.area;
  return whole == (group.name == "prefecture");
}

/// Links to the pages of cases by theme, technology, service and area, with how many there are.
class CaseIndex final : public Block {
 public:
  explicit CaseIndex(Options& options)
      : by_(options.words("by", {"theme", "technology", "service", "area"})) {}

  std::string html(Context& context) const override {
    std::vector<View> views;
    for (const TagGroup& group : tag_groups)
      if (is_wanted(group) && has_page(context, group)) views.push_back(group_view(context, group));
    return views.empty()
               ? std::string()
               : context.templates.filled("case_index", View().list("groups", std::move(views)));
  }

 private:
  bool is_wanted(const TagGroup& group) const {
    return by_.empty() || std::find(by_.begin(), by_.end(), group.by) != by_.end();
  }

  static bool has_page(const Context& context, const TagGroup& group) {
    const auto tags = context.book.case_tags();
    return std::any_of(tags.begin(), tags.end(), [&](const CaseTag& tag) {
      return is_in(context.book, group, tag) && context.pages.contains(tag.path);
    });
  }

  static View group_view(Context& context, const TagGroup& group) {
    const Book& book = context.book;
    std::vector<View> tags;
    for (const CaseTag& tag : book.case_tags())
      if (is_in(book, group, tag))
        tags.push_back(
            View()
                .text("name", tag.name)
                .text("href", tag.path == context.path ? "" : context.page_link(tag.path))
                .text("count", book.word("case.count", {count_text(tag.count)})));
    const std::string name(group.name);
    return View()
        .text("id", "cases-by-" + name)
        .text("title", book.word("case.by_" + name))
        .list("tags", std::move(tags));
  }

  std::vector<std::string> by_;
};

}  // namespace

std::unique_ptr<Block> make_case_index(Options& options) {
  return std::make_unique<CaseIndex>(options);
}

}  // namespace yokoten
