#include <fmt/format.h>

#include <algorithm>

#include "base/html_text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/data_links.h"
#include "page/indicator_text.h"
#include "page/plain_text.h"
#include "page/row_lists.h"
#include "page/source_text.h"

namespace yokoten {
namespace {

std::string files_html(const Context& context, std::vector<View> files, const std::string& note) {
  return context.templates.filled("files",
                                  View().list("files", std::move(files)).text("note", note));
}

/// Files to take away: the figures of the page's area or indicator and others below the site.
class Downloads final : public Block {
 public:
  explicit Downloads(Options& options)
      : of_area_(options.toml().truth("area")), of_indicator_(options.toml().truth("indicator")) {
    if (of_indicator_ && !options.on_indicator_page())
      report_error(options.findings(), options.toml().place("indicator"), "block.indicator",
                   {"indicator = true は指標のページ（each: indicator）だけで使えます",
                    "indicator = true is for pages of indicators (each: indicator)"});
    for (const TomlNode& node : options.toml().items("files", TomlNode::Kind::list)) {
      Options inner = options.inside("files", node);
      TomlReader& reader = inner.toml();
      const std::string title = reader.required_text("title");
      std::string path = reader.required_text("path");
      if (path.starts_with('/')) path.erase(0, 1);
      check_address(path, reader.place("path"), options.findings());
      files_.push_back(
          {options.line_of(title, reader.place("title"), false), path, reader.text("kind")});
      note_link(options.book(), files_.back(), reader.place("path"));
    }
  }

  std::vector<InternalLink> links() const override { return links_; }

  std::string html(Context& context) const override {
    const std::vector<DataSet> sets = own_sets(context);
    std::vector<View> files;
    for (const DataSet& set : sets) files.push_back(set_view(context, set));
    std::string note = of_area_ && !sets.empty() ? context.book.word("page.print_hint") : "";
    for (const File& file : files_) {
      const std::string title = plain_text(context.html(file.title));
      if (is_yet_to_come(context.book, file)) continue;
      if (is_of(context.book, file, &is_withheld))
        note += title + context.book.word("page.file_withheld");
      else if (is_of(context.book, file, &is_kept))
        note += title + context.book.word("page.file_kept");
      else if (is_of(context.book, file, &is_grouped))
        note += title + context.book.word("page.file_grouped");
      else
        files.push_back(shown(context, file, title));
    }
    const std::string terms = sets.empty() ? "" : terms_html(context, sets.front());
    if (!files.empty()) return files_html(context, std::move(files), note) + terms;
    if (note.empty()) return {};
    return note_html(context, {.title = {}, .html = html_text(note), .id = {}, .plain = true});
  }

 private:
  struct File {
    Text title;
    std::string path, kind;
  };

  static void check_address(const std::string& path, const Place& place, Findings& findings) {
    if (path.find("://") == std::string::npos) return;
    report_error(
        findings, place, "block.path",
        {fmt::format("{} は書けません。downloads にはこのサイトのファイルだけを書き、ほかの"
                     "サイトへは本文のリンクにしてください",
                     path),
         fmt::format("{} can't stand here: downloads offers files of this site; link to "
                     "others in the text",
                     path)});
  }

  // A publication has these once it has what they are made of: a new one offers them beforehand.
  static bool is_yet_to_come(const Book& book, const File& file) {
    if (file.path == "data/outcomes.csv") return book.measured.outcomes.empty();
    const bool of_cases = file.path == "data/cases.csv" || file.path == "data/cases.json";
    return of_cases && book.publication.practices.empty();
  }

  // What is withheld is told of, and leads nowhere.
  void note_link(const Book& book, const File& file, const Place& place) {
    const bool leads = file.path.find("://") == std::string::npos && !file.path.empty() &&
                       !is_yet_to_come(book, file) && !is_of(book, file, &is_withheld) &&
                       !is_of(book, file, &is_kept) && !is_of(book, file, &is_grouped);
    if (leads) links_.push_back({file.path, place});
  }

  // The file of all figures is there in every format.
  static View shown(const Context& context, const File& file, const std::string& title) {
    if (file.path != "data/observations.csv")
      return file_view(context.link(in_address(file.path)), title, file.kind);
    DataSet whole = whole_set(context.book.publication, context.book.measured);
    whole.title = title;
    return set_view(context, whole);
  }

  static bool is_withheld(const Source& source) { return source.withheld; }
  static bool is_kept(const Source& source) { return !gives_file(source); }
  static bool is_grouped(const Source& source) { return source.group.has_value(); }

  // Whether the file is that of such a source.
  static bool is_of(const Book& book, const File& file, bool (*such)(const Source&)) {
    const auto& sources = book.publication.sources;
    return std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
      return such(source) && file.path == "data/" + source.file;
    });
  }

  std::vector<DataSet> own_sets(const Context& context) const {
    const auto& [publication, areas, measured] =
        std::tie(context.book.publication, context.book.areas, context.book.measured);
    std::vector<DataSet> sets;
    if (of_indicator_ && context.indicator >= 0)
      sets.push_back(indicator_set(publication, measured, context.indicator));
    if (!of_area_ || context.area == Areas::none || !areas.has_page(context.area)) return sets;
    if (publication.offered.areas.empty()) return sets;
    add_filled(sets, area_set(publication, areas, measured, context.area));
    const int prefecture = areas.prefecture_of(context.area);
    if (prefecture != context.area && prefecture != Areas::nation)
      add_filled(sets, area_set(publication, areas, measured, prefecture));
    return sets;
  }

  bool of_area_, of_indicator_;
  std::vector<File> files_;
  std::vector<InternalLink> links_;
};

/// All figures, whole and by indicator, with terms and credit line.
class Catalogue final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    const DataSet whole = whole_set(book.publication, book.measured);
    std::string html = files_html(context, {set_view(context, whole)}, {});
    html += terms_html(context, whole);
    for (const std::string& stage : stages_of(book)) {
      std::vector<View> files;
      for (const int id : indicators_of_stage(book, stage)) {
        DataSet set = indicator_set(book.publication, book.measured, id);
        set.title = book.indicator(id).title;
        files.push_back(set_view(context, set));
      }
      const std::string name = stage.empty() ? book.word("page.other_indicators") : stage;
      html += "<h3>" + html_text(name) + "</h3>\n" + files_html(context, std::move(files), {});
    }
    return html;
  }
};

}  // namespace

std::unique_ptr<Block> make_downloads(Options& options) {
  return std::make_unique<Downloads>(options);
}

std::unique_ptr<Block> make_catalogue(Options&) { return std::make_unique<Catalogue>(); }

}  // namespace yokoten
