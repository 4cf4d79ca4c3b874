#include <algorithm>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/raw_rows.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/sources_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// What the page is about: rows of an area, or sources of an indicator. `only` narrows it to some
/// sources; empty for all.
class Concern {
 public:
  Concern(const Context& context, const std::vector<int>& only)
      : book_(context.book), context_(context), only_(only) {
    if (context.indicator >= 0) sources_ = sources_of(context.book, context.indicator);
  }

  bool has(const Correction& correction) const {
    if (!is_meant(book_.publication.source(correction.source))) return false;
    return context_.indicator >= 0 ? has_source(book_.publication.source(correction.source))
                                   : concerns(book_, context_.area, correction.area);
  }

  bool has(const Finding& finding) const {
    const int source = source_of(book_, finding.place);
    if (!is_meant(source)) return false;
    if (context_.indicator >= 0)
      return source >= 0 ? has_source(source) : is_about_indicator(finding.place);
    return source >= 0 && concerns(book_, context_.area, area_of(book_, finding));
  }

 private:
  bool is_meant(int source) const {
    return only_.empty() || std::find(only_.begin(), only_.end(), source) != only_.end();
  }

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
  const std::vector<int>& only_;
  std::vector<int> sources_;
};

/// Corrections and warnings that touch what the page is about.
class Notes final : public Block {
 public:
  explicit Notes(Options& options) : sources_(options.sources()) {}

  std::string html(Context& context) const override {
    const Concern concern(context, sources_);
    return warnings(context, concern) + corrections(context, concern) + names(context, concern);
  }

 private:
  static std::string noted_text(const Book& book, const Finding& finding) {
    std::string text = reader_text(book, finding);
    add_sentence(book, text, book.word("page.as_printed"));
    return text;
  }

  static const Findings& findings_of(const Context& context) {
    const ToldFindings& told = context.book.findings;
    return context.indicator >= 0 ? told.all() : told.looked_at_for(context.area);
  }

  static std::string warnings(Context& context, const Concern& concern) {
    const Book& book = context.book;
    std::string html;
    for (const Finding& finding : findings_of(context)) {
      if (finding.level != Level::warning || !concern.has(finding)) continue;
      html += note_html(context, {.title = book.word("state.to_check"),
                                  .html = html_text(noted_text(book, finding)),
                                  .id = context.first("check") ? "check" : ""});
    }
    return html;
  }

  static std::string corrections(Context& context, const Concern& concern) {
    std::string html;
    for (const Correction& each : context.book.publication.corrections)
      if (concern.has(each) && context.told.insert(&each).second)
        html += plain(context, "label.read_as", correction_text(context.book, each));
    return html;
  }

  static std::string names(Context& context, const Concern& concern) {
    std::string html;
    for (const Finding& finding : findings_of(context))
      if (is_name_note(finding) && concern.has(finding))
        html += plain(context, is_union(finding) ? "page.union" : "label.read_as",
                      reader_text(context.book, finding));
    return html;
  }

  // A union of municipalities was read as what it is.
  static bool is_union(const Finding& finding) { return finding.code == "name.union"; }

  static std::string plain(Context& context, const char* title, const std::string& text) {
    return note_html(
        context,
        {.title = context.book.word(title), .html = html_text(text), .id = {}, .plain = true});
  }

  std::vector<int> sources_;
};

}  // namespace

std::unique_ptr<Block> make_notes(Options& options) { return std::make_unique<Notes>(options); }

}  // namespace yokoten
