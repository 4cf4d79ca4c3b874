#include <fmt/format.h>

#include "base/html_text.h"
#include "page/blocks/makers.h"

namespace yokoten {
namespace {

/// Steps in order of time; the main ones are filled.
class Timeline final : public Block {
 public:
  explicit Timeline(Options& options) : note_(options.line("note", false)) {
    options.toml().require("items");
    for (const TomlNode& node : options.toml().items("items", TomlNode::Kind::list)) {
      Options inner = options.inside("items", node);
      TomlReader& reader = inner.toml();
      const std::string when = reader.text("when"), what = reader.required_text("what");
      const std::string text = reader.text("note");
      items_.push_back({options.line_of(when, reader.place("when"), false),
                        options.line_of(what, reader.place("what"), false),
                        options.line_of(text, reader.place("note"), false), reader.truth("main")});
    }
  }

  std::string html(Context& context) const override {
    if (items_.empty()) return {};
    std::string html = "<ol class=\"time\">\n";
    for (const Item& item : items_) html += item_html(context, item);
    html += "</ol>\n";
    if (!note_.empty()) html += "<p class=\"src\"><span>" + context.html(note_) + "</span></p>\n";
    return html;
  }

 private:
  struct Item {
    Text when, what, note;
    bool main = false;
  };

  static std::string item_html(const Context& context, const Item& item) {
    // What the eye sees by its filled mark.
    const std::string mark =
        item.main ? "<span class=\"vh\">" + html_text(context.book.word("page.filled")) + "</span>"
                  : std::string();
    return fmt::format("<li{}><b>{}{}{}</b>{}{}</li>\n", item.main ? " class=\"big\"" : "",
                       context.html(item.when), item.when.empty() ? "" : " ",
                       context.html(item.what), mark, context.html(item.note));
  }

  std::vector<Item> items_;
  Text note_;
};

}  // namespace

std::unique_ptr<Block> make_timeline(Options& options) {
  return std::make_unique<Timeline>(options);
}

}  // namespace yokoten
