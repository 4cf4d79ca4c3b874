#include <fmt/format.h>

#include "base/count_text.h"
#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/case_parts.h"
#include "page/compiled_page.h"
#include "page/dates.h"
#include "page/embedded_html.h"
#include "page/flow_html.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

std::string anchor_of(const CaseEntry& entry) {
  return entry.practice == nullptr ? std::string() : "case-" + entry.practice->slug;
}

// Of what the page has named so far, the labels of its regions: those are not prefixed, ids are.
std::vector<std::string> region_labels(const std::vector<std::string>& anchors) {
  std::vector<std::string> labels;
  for (const std::string& each : anchors)
    if (each.starts_with("region ")) labels.push_back(each);
  return labels;
}

/// All cases on one page, to be printed: what it is, contents, then each case on a new sheet.
class Collection final : public Block {
 public:
  std::string html(Context& context) const override {
    std::vector<const CaseEntry*> entries;
    for (const CaseEntry& each : context.cases)
      if (each.practice != nullptr && each.page != nullptr) entries.push_back(&each);
    if (entries.empty()) return "<p>" + html_text(context.book.word("case.none")) + "</p>\n";
    context.prints = true;
    std::string html = cover_html(context, entries) + contents_html(context, entries);
    for (const CaseEntry* each : entries) html += case_html(context, *each);
    return html;
  }

 private:
  static std::string cover_html(Context& context, const std::vector<const CaseEntry*>& entries) {
    const Book& book = context.book;
    const Publication& publication = book.publication;
    const auto row = [&](const char* word, const std::string& text) {
      return KeyRow{book.word(word), html_text(text)};
    };
    std::string html = "<section class=\"cover\" aria-label=\"" +
                       html_text(book.word("collection.about")) + "\">\n";
    html += key_values_html(
        context, {row("collection.publisher", publication.publisher),
                  row("collection.as_of", date_text(book, publication.as_of)),
                  row("collection.count", book.word("case.count", {count_text(entries.size())})),
                  row("collection.licence", publication.licence)});
    if (!publication.notice.empty())
      html += "<p><b>" + html_text(publication.notice) + "</b></p>\n";
    if (publication.cases_as_pdf)
      html += fmt::format(
          "<p class=\"no-print\"><a href=\"{}\" type=\"application/pdf\">{}{}</a></p>\n", pdf_name,
          html_text(book.word("collection.pdf")), pdf_mark);
    return html + "</section>\n";
  }

  static std::string contents_html(Context& context, const std::vector<const CaseEntry*>& entries) {
    std::string html = fmt::format(
        "<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 "
        "id=\"contents\">{}</h2>\n<ol>\n",
        html_text(context.book.word("collection.contents")));
    for (const CaseEntry* each : entries)
      html += fmt::format("<li><a href=\"#{}\">{}</a> <small>{}</small></li>\n", anchor_of(*each),
                          html_text(each->title), html_text(each->place));
    return html + "</ol>\n</nav>\n";
  }

  // Facts, and beside them the photos.
  static std::string facts_html(Context& context, const GoodPractice& practice) {
    const std::string photos = case_section(context, practice, "photos");
    const std::string facts = case_facts_section(context, practice);
    return photos.empty() ? facts
                          : "<div class=\"half\">\n<div>" + facts + "</div>\n<div>" + photos +
                                "</div>\n</div>\n";
  }

  static std::string case_html(Context& context, const CaseEntry& entry) {
    const CompiledPage& page = *entry.page;
    Context own = context.of_case(entry);
    own.has_evidence = page.holds.contains("evidence");
    own.told = std::move(context.told);
    own.anchors = region_labels(context.anchors);
    own.is_collected = true;
    std::string html = opening_html(own, page);
    html += facts_html(own, *entry.practice);
    html += flow_html(own, page, page.body.flow);
    html += case_other_sections(own, *entry.practice);
    context.told = std::move(own.told);
    for (const std::string& label : region_labels(own.anchors)) context.first(label);
    const std::string anchor = anchor_of(entry);
    return fmt::format("<article class=\"collected\" id=\"{}\">\n{}</article>\n", anchor,
                       embedded_html(html, anchor + '-', context.link(entry.path)));
  }
};

}  // namespace

std::unique_ptr<Block> make_collection(Options&) { return std::make_unique<Collection>(); }

}  // namespace yokoten
