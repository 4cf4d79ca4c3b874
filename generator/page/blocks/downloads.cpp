#include <algorithm>

#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/plain_text.h"
#include "page/row_lists.h"

namespace yokoten {
namespace {

View file_view(const std::string& href, const std::string& title, const std::string& kind) {
  return View().text("href", href).text("title", title).text("kind", kind);
}

/// Files to take away: those of the page's area and others below the site.
class Downloads final : public Block {
 public:
  explicit Downloads(Options& options) : of_area_(options.toml().truth("area")) {
    for (const TomlNode& node : options.toml().items("files", TomlNode::Kind::list)) {
      TomlReader reader(node, options.findings());
      const std::string title = reader.required_text("title");
      std::string path = reader.required_text("path");
      if (path.starts_with('/')) path.erase(0, 1);
      files_.push_back(
          {options.line_of(title, reader.place("title"), false), path, reader.text("kind")});
    }
  }

  std::string html(Context& context) const override {
    const bool about_area =
        of_area_ && context.area != Areas::none && context.book.areas.has_page(context.area);
    std::vector<View> files = about_area ? area_files(context) : std::vector<View>();
    std::string note = about_area ? context.book.word("page.print_hint") : "";
    for (const File& file : files_) {
      const std::string title = plain_text(context.html(file.title));
      if (is_withheld(context.book, file))
        note += title + context.book.word("page.file_withheld");
      else
        files.push_back(file_view(context.link(file.path), title, file.kind));
    }
    if (files.empty())
      return note.empty()
                 ? note
                 : note_html(context,
                             {.title = {}, .html = html_text(note), .id = {}, .plain = true});
    View view;
    view.list("files", files).text("note", note);
    return context.templates.filled("files", view);
  }

 private:
  struct File {
    Text title;
    std::string path, kind;
  };

  static bool is_withheld(const Book& book, const File& file) {
    const auto& sources = book.publication.sources;
    return std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
      return source.withheld && file.path == "data/" + source.file;
    });
  }

  static View area_file(const Context& context, int area) {
    const Book& book = context.book;
    return file_view(context.area_link(area) + "index.csv",
                     book.word("page.figures_of", {book.areas.at(area).name}),
                     book.word("label.csv"));
  }

  static std::vector<View> area_files(const Context& context) {
    std::vector<View> files = {area_file(context, context.area)};
    const int prefecture = context.book.areas.prefecture_of(context.area);
    if (prefecture != context.area && prefecture != Areas::nation)
      files.push_back(area_file(context, prefecture));
    return files;
  }

  bool of_area_;
  std::vector<File> files_;
};

}  // namespace

std::unique_ptr<Block> make_downloads(Options& options) {
  return std::make_unique<Downloads>(options);
}

}  // namespace yokoten
