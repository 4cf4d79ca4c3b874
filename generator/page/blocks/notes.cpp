#include <algorithm>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/raw_rows.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/sources_of.h"

namespace yokoten {
namespace {

/// What the page is about: rows of an area, or sources of an indicator.
class Concern {
 public:
  explicit Concern(const Context& context) : book_(context.book), context_(context) {
    if (context.indicator >= 0) sources_ = sources_of(context.book, context.indicator);
  }

  bool has(const Correction& correction) const {
    return context_.indicator >= 0 ? has_source(book_.publication.source(correction.source))
                                   : concerns(book_, context_.area, correction.area);
  }

  bool has(const Finding& finding) const {
    const int source = source_of(book_, finding.place);
    if (context_.indicator >= 0)
      return source >= 0 ? has_source(source) : is_about_indicator(finding.place);
    return source >= 0 && concerns(book_, context_.area, area_of(book_, finding));
  }

 private:
  bool has_source(int source) const {
    return std::find(sources_.begin(), sources_.end(), source) != sources_.end();
  }

  // A warning may stand at the indicator's file or at its source's table in sources.toml.
  bool is_about_indicator(const Place& place) const {
    if (place.file == book_.indicator(context_.indicator).place.file) return true;
    return std::any_of(sources_.begin(), sources_.end(), [&](int source) {
      const Place& table = book_.source(source).place;
      return table.file == place.file && table.row == place.row;
    });
  }

  const Book& book_;
  const Context& context_;
  std::vector<int> sources_;
};

/// Corrections and warnings that touch what the page is about.
class Notes final : public Block {
 public:
  std::string html(Context& context) const override {
    context.notes_shown = true;
    const Concern concern(context);
    return warnings(context, concern) + corrections(context, concern) + names(context, concern);
  }

 private:
  static std::string warnings(Context& context, const Concern& concern) {
    const Book& book = context.book;
    std::string html;
    for (const Finding& finding : book.findings) {
      if (finding.level != Level::warning || !concern.has(finding)) continue;
      html += note_html(context,
                        {.title = book.word("state.to_check"),
                         .html = html_text(reader_text(finding) + book.word("page.as_printed")),
                         .id = context.first("check") ? "check" : ""});
    }
    return html;
  }

  static std::string corrections(Context& context, const Concern& concern) {
    std::string html;
    for (const Correction& each : context.book.publication.corrections)
      if (concern.has(each)) html += plain(context, correction_text(context.book, each));
    return html;
  }

  static std::string names(Context& context, const Concern& concern) {
    std::string html;
    for (const Finding& finding : context.book.findings)
      if (is_name_note(finding) && concern.has(finding))
        html += plain(context, reader_text(finding));
    return html;
  }

  static std::string plain(Context& context, const std::string& text) {
    return note_html(context, {.title = context.book.word("label.read_as"),
                               .html = html_text(text),
                               .id = {},
                               .plain = true});
  }
};

}  // namespace

std::unique_ptr<Block> make_notes(Options&) { return std::make_unique<Notes>(); }

}  // namespace yokoten
